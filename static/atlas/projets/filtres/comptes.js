/* Counts of a facet as Python writes them (`data.couches.vocabulaire.comptes_compacts`). Nothing here needs a page. */

/**
 * « 12 5 +2 3 » is 12, 5, two zeros, 3; the rest is zero.
 * @param {string} texte
 * @param {number} n values of the facet
 * @returns {number[]}
 */
export function compter(texte, n) {
  const nombres = new Array(n).fill(0);
  let i = 0;
  for (const mot of texte.split(" ").filter(Boolean)) {
    if (mot.startsWith("+")) i += Number(mot);
    else nombres[i++] = Number(mot);
  }
  return nombres;
}
