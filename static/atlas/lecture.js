/* Reading the layers: fetched once by address, kept by the browser, decoded here.
   Layers are TopoJSON (outlines) and columns (projects); see data/layers.py. */
(function () {
  "use strict";

  const promesses = new Map();

  /* A layer by its address; the same address is fetched once, a failure may be tried again. */
  function lire(adresse) {
    if (!promesses.has(adresse)) {
      const promesse = fetch(adresse).then((reponse) => {
        if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
        return reponse.json();
      });
      promesse.catch(() => promesses.delete(adresse));
      promesses.set(adresse, promesse);
    }
    return promesses.get(adresse);
  }

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
    }));
  }

  window.atlas = { lire, bits, projets };
})();
