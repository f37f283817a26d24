/* Names of the main towns: the largest first, and none over another. */
(function () {
  "use strict";

  const atlas = window.atlas;

  const HAUTEUR = 18;
  const LARGEUR_D_UNE_LETTRE = 7.2;
  const MARGE = 6;

  /* Inhabitants from which a town is named at a zoom. */
  const seuil = (zoom) => (zoom < 6.5 ? 100000 : zoom < 7.5 ? 50000 : 20000);

  atlas.Villes = class {
    constructor(carte, { nom, lat, lon, population }) {
      this.carte = carte;
      this.villes = nom.map((n, i) => ({ nom: n, lieu: L.latLng(lat[i], lon[i]), population: population[i] }));
      this.groupe = L.layerGroup();
      this.placer = () => this.etiqueter();
    }

    montrer(oui) {
      this.carte.off("moveend", this.placer);
      this.groupe.remove();
      if (!oui) return;
      this.groupe.addTo(this.carte);
      this.carte.on("moveend", this.placer);
      this.etiqueter();
    }

    etiqueter() {
      const vue = this.carte.getBounds();
      const minimum = seuil(this.carte.getZoom());
      const places = [];
      this.groupe.clearLayers();
      this.villes
        .filter((ville) => ville.population >= minimum && vue.contains(ville.lieu))
        .forEach((ville) => {
          const disque = atlas.disqueSur(ville.lieu); // the name beside it, the number can be read
          const { x, y } = disque ? { x: disque.x + disque.rayon + MARGE, y: disque.y } : this.carte.latLngToContainerPoint(ville.lieu);
          const boite = { g: x - MARGE, d: x + ville.nom.length * LARGEUR_D_UNE_LETTRE + MARGE * 2, h: y - HAUTEUR / 2, b: y + HAUTEUR / 2 };
          const libre = places.every((p) => boite.d < p.g || boite.g > p.d || boite.b < p.h || boite.h > p.b);
          if (!libre) return;
          places.push(boite);
          this.groupe.addLayer(this.etiquette(ville.nom, this.carte.containerPointToLatLng([x, y]), disque));
        });
    }

    etiquette(nom, lieu, disque) {
      const html = document.createElement("span");
      html.textContent = nom;
      const icon = L.divIcon({ className: disque ? "atlas-ville voisine" : "atlas-ville", html, iconSize: null });
      return L.marker(lieu, { icon, interactive: false, keyboard: false });
    }
  };
})();
