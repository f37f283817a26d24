/* First script of the frame, in one file with Leaflet and all others (components/leaflet/lot.py): asks for the layers
   before the rest of that file is read. */
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

  function montrerErreur(texte) {
    const message = document.createElement("p");
    message.className = "atlas-erreur";
    message.textContent = texte;
    document.body.appendChild(message);
    document.body.dataset.erreur = texte;
  }

  const atlas = { lire, etat: null };
  let config = null;
  let couches = null;

  /* Called as soon as this script has run, with what is the same for every map. */
  atlas.preparer = function (reglages) {
    config = reglages;
    couches = Promise.all([lire(config.couches.territoires), lire(config.couches.projets)]);
    couches.catch(() => {}); // told when the map is mounted
    const feuille = document.createElement("style");
    feuille.textContent = config.feuille;
    document.body.appendChild(feuille);
  };

  /* Called once by the map's own script, with what belongs to this map alone. */
  atlas.monter = async function (carte, depart) {
    const reglages = { ...config, ...depart };
    try {
      atlas.habiller(carte, reglages);
      atlas.peupler(carte, reglages, ...(await couches));
    } catch (erreur) {
      console.error(erreur);
      montrerErreur(config.erreur);
    }
  };

  /* Called at each rerun that changes something; until the map stands, the state waits. */
  atlas.appliquer = function (etat) {
    atlas.etat = etat;
    if (atlas.montrer) atlas.montrer(etat);
  };

  window.atlas = atlas;
})();
