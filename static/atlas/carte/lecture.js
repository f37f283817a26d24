/* The projects, decoded from the columns that Python sends (data/couches/contenus.py), and what tells their marks apart.
   Nothing here needs a page. */

import { cumuler } from "../commun/bits.js";

/** @import { ColonnesDeProjets, Config, Famille, Projet } from "../commun/contrats.js" */

/** @typedef {(projet: Projet, rang: number) => number} Rangement rank of the family of a project */

/**
 * @param {ColonnesDeProjets} colonnes
 * @returns {Projet[]}
 */
export function lireProjets(colonnes) {
  const lon = cumuler(colonnes.lon, colonnes.unite);
  const lat = cumuler(colonnes.lat, colonnes.unite);
  return colonnes.id.map((id, i) => {
    const [x, y] = [lon[i], lat[i]];
    return {
      id,
      place: x === null || y === null ? null : [y, x],
      entreprise: colonnes.entreprise[i],
      commune: colonnes.commune[i],
      filiere: colonnes.filieres[colonnes.filiere[i] ?? -1],
      stade: colonnes.stade ? colonnes.stade[i] : null,
    };
  });
}

/**
 * « 12:4 57:3 »: rank of the project, rank of its stade; what is not said is as the file says.
 * @param {string} texte
 * @returns {Map<number, number>}
 */
export function corrections(texte) {
  const paires = texte
    .split(" ")
    .filter(Boolean)
    .map((paire) => paire.split(":").map(Number));
  return new Map(paires.map(([projet, stade]) => [projet, stade]));
}

/**
 * What tells marks apart: the families, and the rank of the family of a project.
 * @param {"filiere" | "stade" | "label"} symbole
 * @param {Pick<Config, "familles" | "stades" | "labels" | "laureat">} config
 * @param {{stades: string, dedans: Uint8Array}} dits
 * @returns {{familles: Famille[], de: Rangement}}
 */
export function distinguer(symbole, { familles, stades, labels, laureat }, dits) {
  if (symbole === "label") return { familles: labels, de: (_, rang) => (dits.dedans[rang] ? 0 : 1) };
  if (symbole === "stade") {
    const corriges = corrections(dits.stades);
    return { familles: stades, de: ({ stade }, rang) => corriges.get(rang) ?? stade ?? laureat };
  }
  const rangs = new Map(familles.flatMap((f, rang) => (f.filieres ?? []).map((nom) => [nom, rang])));
  return { familles, de: ({ filiere }) => rangs.get(filiere ?? "") ?? familles.length - 1 };
}
