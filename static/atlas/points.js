/* The projects: one small mark each, always above the outlines. A change only adds and takes away. */
(function () {
  "use strict";

  const atlas = window.atlas;

  /* Radius in pixels: small on the national view, larger as the reader comes near. */
  const rayon = (zoom) => Math.max(1.2, Math.min(6, 1.9 + (zoom - 5.9) * 0.9));

  atlas.Points = class {
    constructor(carte, projets, config, brancher) {
      this.carte = carte;
      const { ocre, fond } = config.style;
      this.marques = projets.map((projet) => {
        if (!projet.place) return null;
        const marque = L.circleMarker(projet.place, {
          radius: rayon(carte.getZoom()),
          color: fond,
          weight: 0.5,
          fillColor: ocre,
          fillOpacity: 0.85,
        });
        brancher(marque, projet);
        return marque;
      });
      this.presentes = new Uint8Array(projets.length);
      carte.on("zoomend", () => this.grandir());
    }

    grandir() {
      const voulu = rayon(this.carte.getZoom());
      if (voulu === this.rayon) return;
      this.rayon = voulu;
      this.marques.forEach((marque) => marque && marque.setRadius(voulu));
    }

    /* Show exactly the projects whose bit is set; returns how many can be seen on the map. */
    montrer(visibles) {
      let vus = 0;
      this.marques.forEach((marque, i) => {
        if (!marque) return;
        const voulu = visibles[i];
        vus += voulu;
        if (voulu === this.presentes[i]) return;
        this.presentes[i] = voulu;
        if (voulu) this.carte.addLayer(marque);
        else this.carte.removeLayer(marque);
      });
      return vus;
    }

    devant() {
      this.marques.forEach((marque, i) => this.presentes[i] && marque.bringToFront());
    }
  };
})();
