/* The grounds of the map: régions and TI, in national outlines and, near by, in finer ones.
   Nothing is rebuilt on a change: outlines are made once, then shown, hidden or restyled. */
(function () {
  "use strict";

  const atlas = window.atlas;

  const lignes = (topologie, objet) => topojson.mesh(topologie, topologie.objects[objet]);
  const elements = (topologie, objet) => topojson.feature(topologie, topologie.objects[objet]);

  /* One level of detail: ground, TI of each millésime, borders. `rang` orders the drawing. */
  class Niveau {
    constructor(topologie, sol, style, brancher) {
      this.topologie = topologie;
      this.style = style;
      this.brancher = brancher;
      this.sol = L.geoJSON(elements(topologie, sol), {
        interactive: false,
        style: { stroke: false, fillColor: style.terre, fillOpacity: 1 },
      });
      this.bords = L.geoJSON(lignes(topologie, sol), {
        interactive: false,
        style: { color: style.discret, weight: 1, opacity: 0.75 },
      });
      this.territoires = new Map();
    }

    /* The TI of one millésime, made at first need: id → Leaflet layer. */
    couches(millesime) {
      if (!this.territoires.has(millesime)) {
        const parId = new Map();
        L.geoJSON(elements(this.topologie, `ti_${millesime}`), {
          style: this.style.repos,
          onEachFeature: (element, couche) => {
            parId.set(element.id, couche);
            this.brancher(couche, element);
          },
        });
        this.territoires.set(millesime, parId);
      }
      return this.territoires.get(millesime);
    }
  }

  /* The national level always; the finer level of a région once the reader is near enough. */
  atlas.Fonds = class {
    constructor(carte, topologie, config, brancher, surChangement) {
      this.surChangement = surChangement;
      this.carte = carte;
      this.config = config;
      this.style = {
        ...config.style,
        repos: { fillColor: config.style.territoire, fillOpacity: 0.9, color: config.style.encre, weight: 0.7 },
        survol: { weight: 2 },
        choix: { fillColor: config.style.choix, fillOpacity: 1, color: config.style.encre, weight: 2.4 },
      };
      this.brancher = brancher;
      this.national = new Niveau(topologie, "regions", this.style, brancher);
      this.fins = new Map();
      this.montres = [];
      this.choisi = null;
      this.regions = elements(topologie, "regions").features.map((f) => ({
        id: f.id,
        bornes: L.geoJSON(f).getBounds(),
      }));
      carte.on("moveend", () => this.approcher());
    }

    /* Levels to draw: the finer ones when every région in view has come, else the national one. */
    niveaux() {
      const utiles = this.enVue();
      const pretes = utiles.every((id) => this.fins.get(id));
      return utiles.length && pretes ? utiles.map((id) => this.fins.get(id)) : [this.national];
    }

    enVue() {
      if (this.carte.getZoom() < this.config.seuil_fin) return [];
      const vue = this.carte.getBounds();
      return this.regions.filter((r) => r.bornes.intersects(vue) && this.config.fins[r.id]).map((r) => r.id);
    }

    async approcher() {
      const manquantes = this.enVue().filter((id) => !this.fins.has(id));
      await Promise.all(
        manquantes.map(async (id) => {
          this.fins.set(id, null);
          try {
            const topologie = await atlas.lire(this.config.fins[id]);
            this.fins.set(id, new Niveau(topologie, "departements", this.style, this.brancher));
          } catch (erreur) {
            console.warn(erreur);
            this.fins.delete(id);
          }
        }),
      );
      this.dessiner();
    }

    montrer(millesime) {
      this.millesime = millesime;
      this.dessiner();
    }

    dessiner() {
      if (!this.millesime) return;
      const niveaux = this.niveaux();
      const nom = `${this.millesime}|${niveaux.map((n) => this.cle(n)).join()}`;
      if (nom === this.nom) return;
      this.nom = nom;
      this.montres.forEach((couche) => this.carte.removeLayer(couche));
      const parId = new Map(niveaux.flatMap((n) => [...n.couches(this.millesime)]));
      const territoires = [...parId.values()];
      this.montres = [...niveaux.map((n) => n.sol), ...territoires, ...niveaux.map((n) => n.bords)];
      this.montres.forEach((couche) => couche.addTo(this.carte));
      [...this.montres].reverse().forEach((couche) => couche.bringToBack());
      this.choisir(this.choisi);
      this.surChangement();
      atlas.annoncer();
    }

    cle(niveau) {
      if (niveau === this.national) return "france";
      return [...this.fins].find(([, n]) => n === niveau)[0];
    }

    /* Style of every outline of a TI, in every level made so far. */
    appliquer(id, style) {
      [this.national, ...this.fins.values()].forEach((niveau) => {
        const couche = niveau && niveau.couches(this.millesime).get(id);
        if (!couche) return;
        couche.setStyle(style);
        if (style === this.style.choix && this.carte.hasLayer(couche)) couche.bringToFront();
      });
    }

    /* The TI under the pointer is outlined; the chosen one already is. */
    survoler(id, dessus) {
      if (id !== this.choisi) this.appliquer(id, dessus ? this.style.survol : this.style.repos);
    }

    choisir(id) {
      if (this.choisi) this.appliquer(this.choisi, this.style.repos);
      this.choisi = id;
      if (id) this.appliquer(id, this.style.choix);
    }

    /* Id of the TI drawn under a point of the map, null outside of them. */
    sous(point) {
      const dessous = this.montres.find((c) => c.feature && c.feature.id && c._pxBounds.contains(point) && c._containsPoint(point));
      return dessous ? dessous.feature.id : null;
    }

    bornes(id) {
      const couche = this.national.couches(this.millesime).get(id);
      return couche ? couche.getBounds() : null;
    }
  };
})();
