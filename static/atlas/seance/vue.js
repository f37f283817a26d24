/* What one view of a séance looks like: title, figures, bars, legend, sources. Words from Python, as text only. */

import { morceau } from "../commun/pieces.js";

/** @import { Barre, Figure, Graphique, Projetee } from "../commun/contrats.js" */

/**
 * Where the parts of a view stand.
 * @typedef {object} Places
 * @property {HTMLElement} titre
 * @property {HTMLElement} sous
 * @property {HTMLElement} figures
 * @property {HTMLElement} legende
 * @property {HTMLElement} graphique
 * @property {HTMLElement} sources
 */

const LONG = 44; // letters from which a title is set smaller
const TRES_LONG = 80;
/** @type {Record<string, string>} */
const ABREGES = {
  janvier: "janv.",
  février: "févr.",
  avril: "avr.",
  juillet: "juil.",
  septembre: "sept.",
  octobre: "oct.",
  novembre: "nov.",
  décembre: "déc.",
};
const LARGES = 14; // columns that leave room for the short name of a month; more of them have its initial

/** @type {Record<string, string>} */
const SORTES = { publié: "publie", déduit: "deduit" };

/** @param {Figure} figure */
function figure({ valeur, libelle, precision, sorte, formule }) {
  const boite = morceau("div", "atlas-seance-figure");
  const nombre = morceau("dd", "");
  nombre.append(morceau("b", valeur.length > 9 ? "longue" : "", valeur));
  nombre.append(morceau("em", `sorte-${SORTES[sorte] ?? "calcule"}`, sorte));
  const nom = morceau("dt", "", libelle);
  nom.title = formule;
  boite.append(nombre, nom);
  if (precision) boite.append(morceau("dd", "precision", precision));
  return boite;
}

/**
 * @param {Barre} barre
 * @param {number} sommet
 */
function barre({ nom, valeur, precision, reste }, sommet) {
  const ligne = morceau("li", reste ? "reste" : "");
  const trait = morceau("i", "");
  trait.style.setProperty("--part", String(valeur / sommet));
  const place = morceau("span", "trait");
  place.append(trait);
  place.append(morceau("b", "", valeur.toLocaleString("fr-FR")), morceau("small", "", precision));
  ligne.append(morceau("span", "nom", nom), place);
  return ligne;
}

/**
 * « mars 2021 » stands as a short name above its year; its whole name is read by a screen reader.
 * @param {Barre} barre
 * @param {number} sommet
 * @param {{premier: boolean, large: boolean}} ou
 */
function colonne({ nom, valeur }, sommet, { premier, large }) {
  const [mois, annee] = nom.split(" ");
  const place = morceau("li", premier || mois === "janvier" ? "annee" : "");
  const trait = morceau("i", "");
  trait.style.setProperty("--part", String(valeur / sommet));
  const sous = morceau("span", "mois", large ? ABREGES[mois] || mois : mois[0]);
  sous.setAttribute("aria-hidden", "true");
  const an = morceau("span", "an", premier || mois === "janvier" ? annee : "");
  an.setAttribute("aria-hidden", "true");
  place.append(
    morceau("span", "atlas-lecteurs", `${nom} : `),
    morceau("b", "", valeur.toLocaleString("fr-FR")),
    trait,
    sous,
    an,
  );
  return place;
}

/** @param {Graphique} graphique */
function graphique({ titre, barres, sens }) {
  if (!barres.length) return morceau("p", "atlas-seance-vide", "Aucun projet ici.");
  const sommet = Math.max(1, ...barres.map((b) => b.valeur));
  const liste = morceau("ol", sens === "temps" ? "atlas-seance-colonnes" : "atlas-seance-barres");
  liste.setAttribute("aria-label", titre);
  const large = barres.length <= LARGES;
  const lignes = barres.map((b, rang) =>
    sens === "temps" ? colonne(b, sommet, { premier: rang === 0, large }) : barre(b, sommet),
  );
  liste.append(...lignes);
  return liste;
}

/** @param {Projetee["legende"][number]} ligne */
function legende({ signe, texte }) {
  const ligne = morceau("li", "");
  if (signe) ligne.append(morceau("i", `signe-${signe}`));
  ligne.append(morceau("span", "", texte));
  return ligne;
}

/**
 * Put a view in its places.
 * @param {Places} places
 * @param {Projetee} vue
 */
export function poser(places, vue) {
  const { titre, sous_titre: sous, figures, sources, note } = vue;
  places.titre.textContent = titre;
  places.titre.className = titre.length > TRES_LONG ? "tres-long" : titre.length > LONG ? "long" : "";
  places.sous.textContent = sous;
  places.figures.replaceChildren(...figures.map(figure));
  places.legende.replaceChildren(...vue.legende.map(legende));
  places.legende.hidden = !vue.legende.length;
  places.graphique.replaceChildren(...(vue.graphique ? [graphique(vue.graphique)] : []));
  places.graphique.hidden = !vue.graphique;
  places.sources.textContent = [note, sources].filter(Boolean).join(" ");
}

/**
 * A view as one sentence, for whoever listens.
 * @param {Projetee} vue
 */
export function dire({ titre, sous_titre: sous, figures }) {
  const lues = figures.map(({ valeur, libelle, sorte }) => `${valeur} ${libelle}, ${sorte}`).join(" ; ");
  return `${titre}, ${sous}. ${lues}.`;
}
