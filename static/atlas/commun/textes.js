/* Names as the search of the atlas reads them (`geo.recherche.ecritures`). Nothing here needs a page. */

const ACCENTS = /[\u0300-\u036f]/g;

/**
 * Without accents nor capitals.
 * @param {string} texte
 */
export function nu(texte) {
  return texte.normalize("NFD").replace(ACCENTS, "").toLowerCase();
}

/**
 * Without accents, case, hyphens or apostrophes.
 * @param {string} texte
 */
export function plier(texte) {
  return nu(texte).replace(/œ/g, "oe").replace(/[-'’]/g, " ").replace(/\s+/g, " ").trim();
}
