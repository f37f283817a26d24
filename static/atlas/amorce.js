/* First script of the frame after Leaflet: asks at once for everything else, scripts and layers side by side,
   then hands over to carte.js. streamlit-folium would load scripts one after the other. */
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

  /* Downloaded together, run in order. */
  function charger(adresse) {
    return new Promise((fait, echec) => {
      const script = document.createElement("script");
      script.src = adresse;
      script.async = false;
      script.onload = fait;
      script.onerror = () => echec(new Error(adresse));
      document.head.appendChild(script);
    });
  }

  function montrerErreur(texte) {
    const message = document.createElement("p");
    message.className = "atlas-erreur";
    message.textContent = texte;
    document.body.appendChild(message);
    document.body.dataset.erreur = texte;
  }

  const atlas = { lire, etat: null };

  /* Called once by the map's own script. */
  atlas.monter = async function (carte, config) {
    try {
      const couches = Promise.all([lire(config.couches.territoires), lire(config.couches.projets)]);
      couches.catch(() => {});
      await Promise.all(config.scripts.map(charger));
      atlas.habiller(carte, config);
      atlas.peupler(carte, config, ...(await couches));
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
