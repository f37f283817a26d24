/* Heads, rows and cards of the table. Values are text, never HTML. */

import { bouton, morceau } from "../../commun/pieces.js";
import { ecrire } from "./donnees.js";

/** @import { Colonne, Table } from "./donnees.js" */
/** @typedef {[number, number]} Mesure px at least, then a share of what is left */

/** @type {Record<string, Mesure>} */
const LARGEURS = { entreprise: [170, 1.5], objet: [250, 2.4], filiere: [138, 1] };
/** @type {Record<string, Mesure>} */
const PAR_SORTE = { nombre: [92, 0.4], mois: [96, 0.4], date: [104, 0.4] };
/** @type {Mesure} */
const ORDINAIRE = [118, 1];
const CASE = 46; // px of the column of ticks, as in table.css

/** @param {Colonne[]} colonnes */
const mesures = (colonnes) => colonnes.map((c) => LARGEURS[c.nom] ?? PAR_SORTE[c.sorte] ?? ORDINAIRE);

/**
 * Widths of the columns, the same for heads and rows.
 * @param {Colonne[]} colonnes
 */
const gabarit = (colonnes) =>
  [`${CASE}px`, ...mesures(colonnes).map(([px, part]) => `minmax(${px}px, ${part}fr)`)].join(" ");

/**
 * Below this width the table scrolls sideways, its first column staying.
 * @param {Colonne[]} colonnes
 */
export function largeur(colonnes) {
  return `${mesures(colonnes).reduce((somme, [px]) => somme + px, CASE)}px`;
}

/**
 * @param {Colonne[]} colonnes
 * @param {string} tri
 * @param {{trier: (tri: string) => void, cocher: () => void}} gestes
 */
export function entetes(colonnes, tri, { trier, cocher: cocherTout }) {
  const rangee = morceau("div", "atlas-projets-rangee");
  rangee.setAttribute("role", "row");
  rangee.setAttribute("aria-rowindex", "1");
  rangee.style.gridTemplateColumns = gabarit(colonnes);
  const toutes = morceau("div", "atlas-projets-case");
  toutes.setAttribute("role", "columnheader");
  toutes.setAttribute("aria-colindex", "1");
  const boite = caseACocher("");
  boite.addEventListener("click", cocherTout);
  toutes.append(enLabel(boite));
  rangee.append(toutes);
  colonnes.forEach((colonne, i) => {
    const cellule = morceau("div", `atlas-projets-tete-${colonne.sorte}`);
    const sens = { [colonne.nom]: "ascending", [`-${colonne.nom}`]: "descending" }[tri];
    cellule.setAttribute("role", "columnheader");
    cellule.setAttribute("aria-colindex", String(i + 2));
    cellule.setAttribute("aria-sort", sens ?? "none");
    const b = bouton("", colonne.libelle);
    b.dataset.colonne = colonne.nom;
    b.title = `Trier par ${colonne.libelle.toLowerCase()}`;
    b.addEventListener("click", () => {
      trier(sens === "ascending" ? `-${colonne.nom}` : colonne.nom);
    });
    cellule.append(b);
    rangee.append(cellule);
  });
  return rangee;
}

/**
 * A row of the reader's own list says where it comes from, in words and with an edge.
 * @param {Table} table
 * @param {Colonne[]} colonnes
 * @param {number} i row of the files
 * @param {{cartes: boolean, marques: Record<string, string>}} options
 */
export function ligne(table, colonnes, i, { cartes, marques }) {
  const element = morceau("div", cartes ? "atlas-projets-carte" : "atlas-projets-rangee");
  element.setAttribute("role", "row");
  if (!cartes) element.style.gridTemplateColumns = gabarit(colonnes);
  const source = table.colonnes.get("source")?.valeurs[i];
  const marque = marques[source];
  if (marque) element.dataset.source = source;
  const nom = table.colonnes.get("entreprise");
  const coche = morceau("div", "atlas-projets-case");
  coche.dataset.cocher = "";
  coche.append(enLabel(caseACocher(`Cocher ${(nom && ecrire(nom, i)) || "ce projet"}`)));
  element.append(coche, ...(cartes ? carte(colonnes, i) : colonnes.map((colonne) => cellule(colonne, i))));
  [...element.children].forEach((c, rang) => {
    c.setAttribute("role", "gridcell");
    c.setAttribute("aria-colindex", String(rang + 1));
  });
  if (marque) element.children[1].append(morceau("em", "atlas-projets-marque", marque));
  return element;
}

/** @param {string} nom what a screen reader says of it */
function caseACocher(nom) {
  const boite = document.createElement("input");
  Object.assign(boite, { type: "checkbox", tabIndex: -1 }); // the keys of the table tick: Space, on the row
  boite.setAttribute("aria-label", nom);
  return boite;
}

/**
 * The whole cell ticks, not the box alone.
 * @param {HTMLElement} boite
 */
function enLabel(boite) {
  const label = morceau("label", "");
  label.append(boite);
  return label;
}

/**
 * Whether a row is ticked, drawn.
 * @param {HTMLElement} element
 * @param {boolean} coche
 */
export function cocher(element, coche) {
  element.classList.toggle("atlas-cochee", coche);
  const boite = element.querySelector("input");
  if (boite) boite.checked = coche;
}

/**
 * The box of the head: every row shown is ticked, some are, or none.
 * @param {HTMLElement} tete
 * @param {number} cochees
 * @param {number} montrees
 */
export function tout(tete, cochees, montrees) {
  const boite = tete.querySelector("input");
  if (!boite) return;
  boite.checked = montrees > 0 && cochees === montrees;
  boite.indeterminate = cochees > 0 && cochees < montrees;
  boite.setAttribute("aria-label", motDeTout(cochees, montrees));
}

/**
 * What a press on « all » does.
 * @param {number} cochees
 * @param {number} montrees
 */
export function motDeTout(cochees, montrees) {
  const n = montrees.toLocaleString("fr");
  const geste = montrees > 0 && cochees === montrees ? "Décocher" : "Cocher";
  return montrees > 1 ? `${geste} les ${n} affichés` : `${geste} le projet affiché`;
}

/**
 * @param {Colonne} colonne
 * @param {number} i
 */
function cellule(colonne, i) {
  const texte = ecrire(colonne, i);
  const element = morceau("div", `atlas-projets-${colonne.sorte}`);
  const mots = morceau("span", texte ? "" : "atlas-projets-absent", texte || "–");
  if (!texte) element.title = "non renseigné";
  else if (colonne.sorte === "texte" || colonne.sorte === "rang") element.title = texte;
  element.append(mots);
  return element;
}

/**
 * The first column, then the object of the project, then the others on one line.
 * @param {Colonne[]} colonnes
 * @param {number} i
 */
function carte(colonnes, i) {
  const [premiere, ...autres] = colonnes;
  const objet = autres.find((c) => c.nom === "objet");
  const reste = autres
    .filter((c) => c !== objet)
    .map((c) => unite(c, i))
    .filter(Boolean);
  const titre = morceau("div", "atlas-carte-titre");
  titre.append(morceau("span", "", ecrire(premiere, i) || "–"));
  const detail = morceau("div", "atlas-carte-detail", reste.join(" · "));
  detail.title = reste.join(" · ");
  return [titre, morceau("div", "atlas-carte-objet", objet ? ecrire(objet, i) : ""), detail];
}

/**
 * A bare number says nothing on a card: « emplois : 12 ».
 * @param {Colonne} colonne
 * @param {number} i
 */
function unite(colonne, i) {
  const texte = ecrire(colonne, i);
  return texte && colonne.sorte === "nombre" ? `${colonne.libelle.toLowerCase()} : ${texte}` : texte;
}
