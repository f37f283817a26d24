/* The projects: one small mark each, always above the outlines. A change only adds and takes away.
   A family of filières has a colour and a shape (theme.py); from afar only the colour can be told. */
(function () {
  "use strict";

  const atlas = window.atlas;

  /* Radius in pixels: small on the national view, larger as the reader comes near. */
  const rayon = (zoom) => Math.max(1.2, Math.min(6, 1.9 + (zoom - 5.9) * 0.9));

  const regulier = (n, depart, r = 1.1) =>
    Array.from({ length: n }, (_, i) => depart + (2 * Math.PI * i) / n).map((a) => [r * Math.cos(a), r * Math.sin(a)]);
  const etoile = regulier(10, -Math.PI / 2, 1).map(([x, y], i) => (i % 2 ? [x * 0.55, y * 0.55] : [x * 1.35, y * 1.35]));
  const croix = [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1], [-0.4, 1.1],
    [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]];

  /* Corners of each shape for a radius of one, downwards positive; a circle has none. */
  const FORMES = {
    triangle: regulier(3, -Math.PI / 2, 1.3),
    pointe: regulier(3, Math.PI / 2, 1.3),
    carre: regulier(4, Math.PI / 4, 1.25),
    losange: regulier(4, 0, 1.3),
    hexagone: regulier(6, 0, 1.15),
    etoile,
    croix,
  };
  const LISIBLE = 2.6;

  L.Canvas.include({
    _updateSommets(marque, sommets) {
      if (!this._drawing || marque._empty()) return;
      const { x, y } = marque._point;
      const r = marque._radius;
      this._ctx.beginPath();
      sommets.forEach(([dx, dy]) => this._ctx.lineTo(x + dx * r, y + dy * r));
      this._ctx.closePath();
      this._fillStroke(this._ctx, marque);
    },
  });

  atlas.Marque = L.CircleMarker.extend({
    _updatePath() {
      const sommets = FORMES[this.options.forme];
      if (sommets && this._radius >= LISIBLE) this._renderer._updateSommets(this, sommets);
      else this._renderer._updateCircle(this);
    },
  });

  /* The same shape in the legend: an SVG of 14 pixels. */
  atlas.signe = function (forme, couleur) {
    const espace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(espace, "svg");
    svg.setAttribute("viewBox", "-1.5 -1.5 3 3");
    svg.setAttribute("aria-hidden", "true");
    const trace = document.createElementNS(espace, FORMES[forme] ? "polygon" : "circle");
    if (FORMES[forme]) trace.setAttribute("points", FORMES[forme].map((p) => p.join()).join(" "));
    else trace.setAttribute("r", "1");
    trace.setAttribute("fill", couleur);
    svg.appendChild(trace);
    return svg;
  };

  atlas.Points = class {
    constructor(carte, projets, config, brancher) {
      this.carte = carte;
      const { fond } = config.style;
      const parFiliere = new Map(config.familles.flatMap((f) => f.filieres.map((nom) => [nom, f])));
      const autres = config.familles[config.familles.length - 1];
      this.marques = projets.map((projet) => {
        if (!projet.place) return null;
        const { couleur, forme } = parFiliere.get(projet.filiere) || autres;
        const marque = new atlas.Marque(projet.place, {
          radius: rayon(carte.getZoom()),
          color: fond,
          weight: 0.5,
          fillColor: couleur,
          fillOpacity: 0.9,
          forme,
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

  /* Amounts: one circle a TI, under the projects; whoever points at it points at the TI below. */
  atlas.Cercles = class {
    constructor(carte, fonds, config) {
      Object.assign(this, { carte, fonds, cercles: [] });
      const { encre, choix } = config.style;
      this.style = { interactive: false, color: encre, weight: 1, fillColor: choix, fillOpacity: 0.75 };
    }

    montrer(couleur) {
      const rayons = couleur && couleur.rayons;
      const nom = rayons ? `${this.fonds.millesime}|${rayons}` : "";
      if (nom === this.nom) return;
      this.nom = nom;
      this.cercles.forEach((cercle) => cercle.remove());
      this.cercles = (rayons ? this.fonds.ids() : [])
        .map((id, rang) => ({ id, radius: rayons[rang] }))
        .filter(({ radius }) => radius)
        .sort((un, autre) => autre.radius - un.radius)
        .map(({ id, radius }) => L.circleMarker(this.fonds.centre(id), { ...this.style, radius }).addTo(this.carte));
    }

    devant() {
      this.cercles.forEach((cercle) => cercle.bringToFront());
    }
  };
})();
