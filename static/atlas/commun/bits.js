/* What Python writes in few bytes (`geo.filtre.bits`, `data.couches.contenus`), read back. Nothing here needs a page. */

/**
 * A set of rows: base64 of bits, least significant first; null means every row.
 * @param {string | null | undefined} texte
 * @param {number} n rows
 * @returns {Uint8Array} 1 where the row is in the set
 */
export function bits(texte, n) {
  const visibles = new Uint8Array(n);
  if (texte === null || texte === undefined) return visibles.fill(1);
  const octets = atob(texte);
  for (let i = 0; i < n; i++) visibles[i] = (octets.charCodeAt(i >> 3) >> (i & 7)) & 1;
  return visibles;
}

/**
 * Sums of differences; null stays null and does not move the sum.
 * @param {(number | null)[]} differences
 * @param {number} unite what one step is worth
 */
export function cumuler(differences, unite = 1) {
  let somme = 0;
  return differences.map((d) => {
    if (d === null) return null;
    somme += d;
    return somme * unite;
  });
}
