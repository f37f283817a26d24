/* The EPCI under a place, by its name: borders are drawn as lines, which do not know what they enclose. */
(function () {
  "use strict";

  /* Even-odd over every ring, so that a hole is outside. */
  function contient(anneaux, x, y) {
    let dedans = false;
    anneaux.forEach((anneau) => {
      for (let i = 0, j = anneau.length - 1; i < anneau.length; j = i++) {
        const [xi, yi] = anneau[i];
        const [xj, yj] = anneau[j];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) dedans = !dedans;
      }
    });
    return dedans;
  }

  function decouper(topologie) {
    return topojson.feature(topologie, topologie.objects.epci).features.map(({ properties, geometry }) => {
      const anneaux = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat();
      const boite = [Infinity, Infinity, -Infinity, -Infinity];
      anneaux.flat().forEach(([x, y]) => {
        boite[0] = Math.min(boite[0], x);
        boite[1] = Math.min(boite[1], y);
        boite[2] = Math.max(boite[2], x);
        boite[3] = Math.max(boite[3], y);
      });
      return { nom: properties.nom, anneaux, boite };
    });
  }

  window.atlas.Epci = class {
    constructor(fonds) {
      Object.assign(this, { fonds, decoupes: new WeakMap() });
    }

    /* Null where there is none, and while the layer is off or on its way. */
    sous({ lat, lng }) {
      for (const topologie of this.fonds.sources("epci")) {
        if (!this.decoupes.has(topologie)) this.decoupes.set(topologie, decouper(topologie));
        const trouve = this.decoupes
          .get(topologie)
          .find(({ boite: [o, s, e, n], anneaux }) => lng >= o && lng <= e && lat >= s && lat <= n && contient(anneaux, lng, lat));
        if (trouve) return trouve.nom;
      }
      return null;
    }
  };
})();
