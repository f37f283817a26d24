/* Projects that would cover one another are gathered, so that none hides another: a disc whose area says how many
   they are, with their number where it can be read, ringed by the colours of their filières. */
(function () {
  "use strict";

  const atlas = window.atlas;

  const PORTEE = 21; // pixels within which marks are gathered
  const PROCHE = 8.5; // zoom from which each project stands alone
  const DERNIER = 9; // last whole zoom at which projects may be gathered
  const GRAND = 19; // radius of the largest disc
  const UNITE = 2.5; // radius for one project, unless the largest disc would grow beyond GRAND
  const PETIT = 3.6; // radius under which the ring could not be seen
  const CHIFFRE = 9; // radius from which a number fits
  /* A projected map draws its marks larger, and keeps them gathered two zooms further (seance/carte.js). */
  const loupe = () => atlas.loupe || 1;
  const dernier = () => DERNIER + (atlas.loupe ? 2 : 0);
  const proche = () => PROCHE + (atlas.loupe ? 2 : 0);
  const NOMMEES = 4; // families that a tooltip names

  const COTE_A_COTE = { radius: 2, minZoom: 9, maxZoom: 9 }; // pixels: nearer than this, marks stand side by side

  const monde = [-180, -85, 180, 85];

  /* A ring in parts, then the number. */
  L.Canvas.include({
    _updateGrappe(grappe) {
      if (!this._drawing || grappe._empty()) return;
      const { x, y } = grappe._point;
      const { parts, tons, creux, nombre, fond, encre, police } = grappe.options;
      const r = grappe._radius;
      const anneau = Math.max(1.8, Math.min(3.4, r * 0.3));
      const dessin = this._ctx;
      dessin.globalAlpha = 1;
      dessin.beginPath();
      dessin.arc(x, y, r + 0.8, 0, 2 * Math.PI);
      dessin.fillStyle = fond;
      dessin.fill();
      dessin.lineWidth = anneau;
      let angle = -Math.PI / 2;
      parts.forEach((part, rang) => {
        if (!part) return;
        const fin = angle + (2 * Math.PI * part) / nombre;
        dessin.beginPath();
        dessin.arc(x, y, r - anneau / 2, angle, fin);
        dessin.strokeStyle = tons[rang];
        dessin.stroke();
        if (creux.length && !creux[rang]) this._remplirPart(x, y, r - anneau / 2, [angle, fin], tons[rang]);
        angle = fin;
      });
      if (r < CHIFFRE * loupe()) return;
      const pleins = creux.length ? parts.reduce((somme, part, rang) => somme + (creux[rang] ? 0 : part), 0) : 0;
      const clair = 2 * pleins > nombre;
      dessin.fillStyle = clair ? fond : encre;
      dessin.font = `600 ${r < 11 && loupe() === 1 ? 10 : 12 * loupe()}px ${police}`;
      dessin.textAlign = "center";
      dessin.textBaseline = "middle";
      if (pleins) {
        dessin.strokeStyle = clair ? encre : fond;
        dessin.lineWidth = 3 * loupe();
        dessin.lineJoin = "round";
        dessin.strokeText(nombre, x, y + 0.5);
      }
      dessin.fillText(nombre, x, y + 0.5);
    },

    /* A part of a disc, filled from its centre: where a ring alone would read as a hollow mark. */
    _remplirPart(x, y, r, [debut, fin], ton) {
      const dessin = this._ctx;
      dessin.beginPath();
      dessin.moveTo(x, y);
      dessin.arc(x, y, r, debut, fin);
      dessin.fillStyle = ton;
      dessin.fill();
    },
  });

  atlas.Grappe = L.CircleMarker.extend({
    _updatePath() {
      this._renderer._updateGrappe(this);
    },
  });

  /* Projects at the very same place, or so near that their marks would hide one another: lists of ranks. */
  atlas.coincidents = function (points) {
    const voisins = new Supercluster({ ...COTE_A_COTE, extent: 256 }).load(points);
    const groupes = voisins.getClusters(monde, COTE_A_COTE.maxZoom).filter((g) => g.properties.cluster);
    return groupes.map((g) => voisins.getLeaves(g.id, Infinity).map((point) => point.properties.rang).sort((a, b) => a - b));
  };

  /* Which projects are gathered at each zoom; made again at each filter. The library knows whole zooms and the map
     tenths: there is one tree for each quarter of a zoom (`ecart`, up to the next whole one), made at first need. */
  atlas.Rassemblement = class {
    constructor(familles) {
      Object.assign(this, { familles, points: null, arbres: new Map(), maxima: new Map() });
    }

    /* `points`: GeoJSON points whose properties are `rang` (of the project) and `famille` (its rank). */
    charger(points) {
      this.points = points;
      this.arbres.clear();
      this.maxima.clear();
    }

    ecart(zoom) {
      return Math.round((Math.ceil(zoom) - zoom) * 4) / 4;
    }

    niveau(zoom) {
      return zoom >= proche() ? dernier() + 1 : Math.max(0, Math.ceil(zoom));
    }

    arbre(zoom) {
      const ecart = this.ecart(zoom);
      if (!this.arbres.has(ecart)) this.arbres.set(ecart, this.planter(PORTEE * loupe() * 2 ** ecart));
      return this.arbres.get(ecart);
    }

    planter(radius) {
      const seul = ({ famille }) => {
        const parts = new Array(this.familles.length).fill(0);
        parts[famille] = 1;
        return { parts };
      };
      // a new list each time: the library copies what it holds, not what that holds
      const ensemble = (somme, { parts }) => (somme.parts = somme.parts.map((part, rang) => part + parts[rang]));
      const options = { radius, extent: 256, minZoom: 0, maxZoom: dernier(), map: seul, reduce: ensemble };
      return new Supercluster(options).load(this.points);
    }

    /* What stands in a view: GeoJSON points, alone or gathered (`properties.cluster`). */
    dans(bornes, zoom) {
      const vue = [bornes.getWest(), bornes.getSouth(), bornes.getEast(), bornes.getNorth()];
      return this.arbre(zoom).getClusters(vue, this.niveau(zoom));
    }

    /* Radius of a disc: areas are proportional to numbers all over a zoom. */
    rayon(nombre, zoom) {
      const vue = `${this.ecart(zoom)} ${this.niveau(zoom)}`;
      if (!this.maxima.has(vue)) {
        const nombres = this.arbre(zoom).getClusters(monde, this.niveau(zoom)).map((g) => g.properties.point_count || 1);
        this.maxima.set(vue, nombres.reduce((un, autre) => Math.max(un, autre), 1));
      }
      return loupe() * Math.max(PETIT, Math.min(UNITE, GRAND / Math.sqrt(this.maxima.get(vue))) * Math.sqrt(nombre));
    }

    /* Zoom at which a disc of this zoom opens. */
    ouverture(id, zoom) {
      const niveau = this.arbre(zoom).getClusterExpansionZoom(id);
      return niveau > dernier() ? dernier() : niveau - this.ecart(zoom);
    }

    /* « Automobile 5, Santé 3… » */
    dire(parts) {
      const rangees = parts
        .map((nombre, rang) => ({ nombre, libelle: this.familles[rang].libelle }))
        .filter(({ nombre }) => nombre)
        .sort((une, autre) => autre.nombre - une.nombre);
      const dites = rangees.slice(0, NOMMEES).map(({ libelle, nombre }) => `${libelle}\u00a0${nombre}`);
      return dites.join(", ") + (rangees.length > NOMMEES ? "…" : "");
    }
  };
})();
