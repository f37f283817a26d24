/* The grounds of the map: régions and TI, in national outlines and, near by, in finer ones.
   Nothing is rebuilt on a change: outlines are made once, then shown, hidden or restyled. */
(function () {
  "use strict";

  const atlas = window.atlas;

  const lignes = (topologie, objet, filtre) => topojson.mesh(topologie, topologie.objects[objet], filtre);
  const elements = (topologie, objet) => topojson.feature(topologie, topologie.objects[objet]);

  /* A fill of hatches: no colour of any sequence. They lean to the right, or to the left. */
  atlas.hachures = function (sol, trait, { epaisseur = 1.4, gauche = false } = {}) {
    const motif = document.createElement("canvas");
    motif.width = motif.height = 8;
    const dessin = motif.getContext("2d");
    dessin.fillStyle = sol;
    dessin.fillRect(0, 0, 8, 8);
    dessin.strokeStyle = trait;
    dessin.lineWidth = epaisseur;
    for (const x of [-8, 0, 8]) {
      dessin.moveTo(x, gauche ? 0 : 8);
      dessin.lineTo(x + 8, gauche ? 8 : 0);
    }
    dessin.stroke();
    return dessin.createPattern(motif, "repeat");
  };

  /* Where an outline is: the centre of its largest part. */
  atlas.centre = function (couche, carte) {
    const parties = couche.feature.geometry.type === "Polygon" ? [couche.getLatLngs()] : couche.getLatLngs();
    const etendue = ([anneau]) => {
      const bornes = L.latLngBounds(anneau);
      return bornes.getNorthEast().distanceTo(bornes.getSouthWest());
    };
    const grande = parties.reduce((une, autre) => (etendue(autre) > etendue(une) ? autre : une));
    return L.PolyUtil.polygonCenter(grande[0], carte.options.crs);
  };

  /* One level of detail: ground, TI of each millésime, borders. */
  class Niveau {
    constructor(topologie, sol, { style, repos, brancher }) {
      Object.assign(this, { topologie, repos, brancher });
      this.sol = L.geoJSON(elements(topologie, sol), {
        interactive: false,
        style: { stroke: false, fillColor: style.terre, fillOpacity: 1 },
      });
      // the départements of a région, seen together: its own border
      this.bords = L.geoJSON(lignes(topologie, sol, sol === "regions" ? undefined : (un, autre) => un === autre), {
        interactive: false,
        style: { color: style.discret, weight: 1, opacity: 0.75 },
      });
      this.territoires = new Map();
      this.traits = new Map();
    }

    /* The TI of one millésime, made at first need: id → Leaflet layer. */
    couches(millesime) {
      if (!this.territoires.has(millesime)) {
        const parId = new Map();
        L.geoJSON(elements(this.topologie, `ti_${millesime}`), {
          style: (element) => this.repos(element.id),
          onEachFeature: (element, couche) => {
            parId.set(element.id, couche);
            this.brancher(couche, element);
          },
        });
        this.territoires.set(millesime, parId);
      }
      return this.territoires.get(millesime);
    }

    /* The borders of an object as thin lines, made at first need. */
    trait(objet, style, topologie) {
      if (!this.traits.has(objet)) {
        this.traits.set(objet, L.geoJSON(lignes(topologie, objet), { interactive: false, style }));
      }
      return this.traits.get(objet);
    }
  }

  /* The national level always; the finer level of a région once the reader is near enough. */
  atlas.Fonds = class {
    constructor(carte, topologie, config, brancher, surChangement) {
      this.surChangement = surChangement;
      this.carte = carte;
      this.config = config;
      this.teintes = new Map();
      this.demandes = [];
      this.complements = {};
      this.hachures = atlas.hachures(config.style.terre, config.style.lacune);
      const { encre, encre_claire, discret } = config.style;
      this.styles = {
        epci: { color: encre_claire, weight: 0.6, opacity: 0.9 },
        departements: { color: discret, weight: 0.8, opacity: 0.8, dashArray: "4 3" },
        autre: { color: this.config.style.ocre, weight: 1.3, opacity: 0.9, dashArray: "5 4" },
        survol: { weight: 2, color: encre },
      };
      this.outils = { style: config.style, repos: (id) => this.repos(id), brancher };
      this.national = new Niveau(topologie, "regions", this.outils);
      this.fins = new Map();
      this.montres = [];
      this.lignes = [];
      this.choisi = null;
      this.regions = elements(topologie, "regions").features.map((f) => ({
        id: f.id,
        bornes: L.geoJSON(f).getBounds(),
      }));
      carte.on("moveend", () => this.approcher());
    }

    /* How a TI is drawn when nobody points at it. */
    repos(id) {
      const { territoire, encre } = this.config.style;
      const colorie = this.teintes.has(id);
      const fillOpacity = this.transparent ? 0.5 : colorie ? 1 : 0.9;
      return { fillColor: colorie ? this.teintes.get(id) : territoire, fillOpacity, color: encre, weight: 0.7 };
    }

    /* The chosen TI keeps the colour of its class. */
    choix(id) {
      const { choix, encre, ocre } = this.config.style;
      const repos = this.repos(id);
      if (this.teintes.has(id)) return { ...repos, color: ocre, weight: 3 };
      return { ...repos, fillColor: choix, color: encre, weight: 2.4 };
    }

    ids() {
      return [...this.national.couches(this.millesime).keys()].sort();
    }

    /* One digit a TI in the order of the ids: its class, 0 for « non renseigné ». */
    lireTeintes(couleur) {
      const classes = couleur && couleur.classes;
      if (!classes) return new Map();
      const tons = [this.hachures, ...couleur.legende.lignes.map((ligne) => ligne.couleur)];
      return new Map(this.ids().map((id, rang) => [id, tons[Number(classes[rang])]]));
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
            this.fins.set(id, new Niveau(topologie, "departements", this.outils));
          } catch (erreur) {
            console.warn(erreur);
            this.fins.delete(id);
          }
        }),
      );
      this.dessiner();
    }

    /* Show a millésime, with its colours, the lines that are asked for, over a background or not. */
    montrer(millesime, { couleur, traits, transparent }) {
      const peinture = JSON.stringify([millesime, transparent, couleur && couleur.classes && [couleur.classes, couleur.legende]]);
      this.millesime = millesime;
      this.demandes = traits;
      if (peinture !== this.peinture) {
        this.peinture = peinture;
        this.transparent = transparent;
        this.teintes = this.lireTeintes(couleur);
        this.nom = null;
      }
      this.dessiner();
    }

    /* What a layer of lines needs beyond the levels: the EPCI of the whole country come on their own. */
    completer(objet, topologie) {
      this.complements[objet] = topologie;
    }

    /* Where the lines of an object come from at one level of detail. */
    source(objet, niveau) {
      return objet in niveau.topologie.objects ? niveau.topologie : this.complements[objet];
    }

    /* Outlines of an object for what is drawn now; none while it is off. */
    sources(objet) {
      if (!this.demandes.includes(objet)) return [];
      return this.niveaux().map((niveau) => this.source(objet, niveau)).filter(Boolean);
    }

    lignesDe(niveau) {
      return this.demandes.flatMap((objet) => {
        if (objet === "regions") return [];
        const source = this.source(objet, niveau);
        return source ? [niveau.trait(objet, this.styles[objet] || this.styles.autre, source)] : [];
      });
    }

    dessiner() {
      if (!this.millesime) return;
      const niveaux = this.niveaux();
      const traits = niveaux.flatMap((n) => this.lignesDe(n));
      const bords = this.demandes.includes("regions") ? niveaux.map((n) => n.bords) : [];
      const nom = `${this.millesime}|${niveaux.map((n) => this.cle(n)).join()}|${[...traits, ...bords].map(L.stamp).join()}`;
      if (nom === this.nom) return;
      this.nom = nom;
      const parId = new Map(niveaux.flatMap((n) => [...n.couches(this.millesime)]));
      const territoires = [...parId.values()];
      const avant = this.montres;
      this.montres = [...niveaux.map((n) => n.sol), ...territoires, ...traits, ...bords];
      this.lignes = [...traits, ...bords];
      const gardees = new Set(this.montres);
      avant.forEach((couche) => gardees.has(couche) || this.carte.removeLayer(couche));
      this.montres.forEach((couche) => couche.addTo(this.carte));
      [...this.montres].reverse().forEach((couche) => couche.bringToBack());
      this.peindre(niveaux);
      this.choisir(this.choisi);
      this.surChangement();
      atlas.annoncer();
    }

    devant() {
      this.lignes.forEach((couche) => couche.bringToFront());
    }

    peindre(niveaux) {
      niveaux.forEach((niveau) => {
        niveau.sol.setStyle({ fillOpacity: this.transparent ? 0 : 1 });
        niveau.couches(this.millesime).forEach((couche, id) => couche.setStyle(this.repos(id)));
      });
    }

    cle(niveau) {
      if (niveau === this.national) return "france";
      return [...this.fins].find(([, n]) => n === niveau)[0];
    }

    /* Style of every outline of a TI, in every level made so far. */
    appliquer(id, style, devant = false) {
      [this.national, ...this.fins.values()].forEach((niveau) => {
        const couche = niveau && niveau.couches(this.millesime).get(id);
        if (!couche) return;
        couche.setStyle(style);
        if (devant && this.carte.hasLayer(couche)) couche.bringToFront();
      });
    }

    /* The TI under the pointer is outlined; the chosen one already is. */
    survoler(id, dessus) {
      if (id !== this.choisi) this.appliquer(id, dessus ? this.styles.survol : this.repos(id));
    }

    choisir(id) {
      if (this.choisi && this.choisi !== id) this.appliquer(this.choisi, this.repos(this.choisi));
      this.choisi = id;
      if (id) this.appliquer(id, this.choix(id), true);
    }

    /* Id of the TI drawn under a point of the map, null outside of them. */
    sous(point) {
      const dessous = this.montres.find((c) => c.feature && c.feature.id && c._pxBounds.contains(point) && c._containsPoint(point));
      return dessous ? dessous.feature.id : null;
    }

    /* The box around a région or a département: « region-53 ». */
    bornesDe(zone) {
      const [sorte, code] = zone.split("-");
      const { topologie } = this.national;
      const trouve = elements(topologie, `${sorte}s`).features.find((f) => f.id === code);
      return trouve ? L.geoJSON(trouve).getBounds() : null;
    }

    bornes(id) {
      const couche = this.national.couches(this.millesime).get(id);
      return couche ? couche.getBounds() : null;
    }

    centre(id) {
      return atlas.centre(this.national.couches(this.millesime).get(id), this.carte);
    }
  };
})();
