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

/** @param {Colonne[]} colonnes */
const mesures = (colonnes) => colonnes.map((c) => LARGEURS[c.nom] ?? PAR_SORTE[c.sorte] ?? ORDINAIRE);

/**
 * Widths of the columns, the same for heads and rows.
 * @param {Colonne[]} colonnes
 */
const gabarit = (colonnes) =>
  mesures(colonnes)
    .map(([px, part]) => `minmax(${px}px, ${part}fr)`)
    .join(" ");

/**
 * Below this width the table scrolls sideways, its first column staying.
 * @param {Colonne[]} colonnes
 */
export function largeur(colonnes) {
  return `${mesures(colonnes).reduce((somme, [px]) => somme + px, 0)}px`;
}

/**
 * @param {Colonne[]} colonnes
 * @param {string} tri
 * @param {(tri: string) => void} trier
 */
export function entetes(colonnes, tri, trier) {
  const rangee = morceau("div", "atlas-projets-rangee");
  rangee.setAttribute("role", "row");
  rangee.setAttribute("aria-rowindex", "1");
  rangee.style.gridTemplateColumns = gabarit(colonnes);
  colonnes.forEach((colonne, i) => {
    const cellule = morceau("div", `atlas-projets-tete-${colonne.sorte}`);
    const sens = { [colonne.nom]: "ascending", [`-${colonne.nom}`]: "descending" }[tri];
    cellule.setAttribute("role", "columnheader");
    cellule.setAttribute("aria-colindex", String(i + 1));
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
  element.append(...(cartes ? carte(colonnes, i) : colonnes.map((colonne) => cellule(colonne, i))));
  [...element.children].forEach((c, rang) => {
    c.setAttribute("role", "gridcell");
    c.setAttribute("aria-colindex", String(rang + 1));
  });
  if (marque) element.firstElementChild?.append(morceau("em", "atlas-projets-marque", marque));
  return element;
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
