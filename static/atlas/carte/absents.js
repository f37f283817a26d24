/* Territories of the millésime that is compared which have no heir in the one shown: hatched, with their name. */
(function () {
  "use strict";

  const atlas = window.atlas;

  atlas.Absents = class {
    constructor(carte, fonds, style, bulle) {
      Object.assign(this, { carte, fonds, style, bulle, voulus: [], nom: "", traces: L.layerGroup() });
    }

    /* `absents`: for each kind, objet (a millésime of the layer), ids, couleur, texte. */
    montrer(absents) {
      this.voulus = absents || [];
      this.suivre();
    }

    /* Draw again when something else is wanted, or when the level of detail has changed. */
    suivre() {
      const niveaux = this.voulus.length ? this.fonds.niveaux() : [];
      const nom = niveaux.length ? `${JSON.stringify(this.voulus)}|${niveaux.map((n) => this.fonds.cle(n))}` : "";
      if (nom !== this.nom) {
        this.nom = nom;
        this.traces.remove();
        this.traces = L.layerGroup(niveaux.flatMap((niveau) => this.voulus.map((sorte) => this.tracer(niveau, sorte)))).addTo(this.carte);
      }
      this.traces.eachLayer((trace) => trace.bringToFront());
    }

    tracer({ topologie }, { objet, ids, couleur, texte }) {
      const { features } = topojson.feature(topologie, topologie.objects[objet]);
      const fillColor = atlas.hachures(this.style.terre, couleur, { epaisseur: 2.6, gauche: true });
      return L.geoJSON(
        features.filter(({ id }) => ids.includes(id)),
        {
          style: { fillColor, fillOpacity: 1, color: couleur, weight: 1.2 },
          onEachFeature: ({ properties }, couche) => this.bulle.surveiller(couche, () => [properties.nom, texte]),
        },
      );
    }
  };
})();
