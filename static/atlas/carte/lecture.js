/* Decoding what Python sends: the visible set as bits, the projects as columns (see data/couches/contenus.py). */
(function () {
  "use strict";

  /* The visible set: base64 of bits, least significant first; null means everything. */
  function bits(texte, n) {
    const visibles = new Uint8Array(n);
    if (texte === null || texte === undefined) return visibles.fill(1);
    const octets = atob(texte);
    for (let i = 0; i < n; i++) visibles[i] = (octets.charCodeAt(i >> 3) >> (i & 7)) & 1;
    return visibles;
  }

  /* Sums of differences; null stays null and does not move the sum. */
  function cumuler(differences, unite) {
    let somme = 0;
    return differences.map((d) => (d === null ? null : (somme += d) * unite));
  }

  function projets(colonnes) {
    const lon = cumuler(colonnes.lon, colonnes.unite);
    const lat = cumuler(colonnes.lat, colonnes.unite);
    return colonnes.id.map((id, i) => ({
      id,
      place: lat[i] === null ? null : [lat[i], lon[i]],
      entreprise: colonnes.entreprise[i],
      commune: colonnes.commune[i],
      filiere: colonnes.filieres[colonnes.filiere[i]],
      stade: colonnes.stade ? colonnes.stade[i] : null,
    }));
  }

  Object.assign(window.atlas, { bits, projets });
})();
