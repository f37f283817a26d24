/* The projects: a small mark each, or a disc for several (grappes.js), always above the outlines.
   A family of filières has a colour and a shape (theme.py). */
(function () {
  "use strict";

  const atlas = window.atlas;

  /* Radius in pixels: small on the national view, larger as the reader comes near. */
  const rayon = (zoom) => (atlas.loupe || 1) * Math.max(2.6, Math.min(6, 2.8 + (zoom - 6) * 0.8));

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

  /* Leaflet leaves the canvas between two pixels after a jump, and all of it is blurred: put it on a pixel. */
  const deplacer = L.Renderer.prototype._updateTransform;
  L.Renderer.include({
    _updateTransform(centre, zoom) {
      const carte = this._map;
      if (carte.getZoomScale(zoom, this._zoom) !== 1) {
        deplacer.call(this, centre, zoom);
        return;
      }
      const moitie = carte.getSize().multiplyBy(0.5 + this.options.padding);
      const coin = carte.project(this._center, zoom).subtract(moitie).subtract(carte._getNewPixelOrigin(centre, zoom));
      L.DomUtil.setTransform(this._container, coin.round(), 1);
    },
  });

  atlas.Marque = L.CircleMarker.extend({
    _project() {
      L.CircleMarker.prototype._project.call(this);
      if (!this.options.ecart) return;
      this._point = this._point.add(this.options.ecart.multiplyBy(this._radius));
      this._updateBounds();
    },
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
    const creux = forme === "anneau";
    trace.setAttribute("fill", creux ? "none" : couleur);
    if (creux) ["stroke", "stroke-width"].forEach((nom, i) => trace.setAttribute(nom, [couleur, "0.5"][i]));
    svg.appendChild(trace);
    return svg;
  };

  const COURONNE = 12; // more marks than this of one place make a spiral, not a ring
  const ANGLE_D_OR = Math.PI * (3 - Math.sqrt(5));

  /* Places of n marks side by side around a point, in radii: a ring, or a spiral as of the seeds of a sunflower. */
  function autour(n) {
    if (n <= COURONNE) return regulier(n, -Math.PI, 1.15 / Math.sin(Math.PI / n));
    return Array.from({ length: n }, (_, i) => [1.7 * Math.sqrt(i + 0.5), i * ANGLE_D_OR]).map(([r, a]) => [r * Math.cos(a), r * Math.sin(a)]);
  }

  /* Marks that would hide one another stand side by side around their place: offsets in radii, by rank. */
  function ecarter(points) {
    return new Map(
      atlas.coincidents(points.filter(Boolean)).flatMap((rangs) => {
        const places = autour(rangs.length);
        return rangs.map((rang, i) => [rang, L.point(places[i])]);
      }),
    );
  }

  atlas.Points = class {
    constructor(carte, projets, config, bulle) {
      Object.assign(this, { carte, projets, bulle, familles: config.familles, poses: new Map(), marques: [], bits: "" });
      this.style = config.style;
      this.police = getComputedStyle(carte.getContainer()).fontFamily;
      this.rassemblement = new atlas.Rassemblement(this.familles);
      this.points = projets.map((projet, rang) => {
        const { place } = projet;
        const properties = place && { rang, famille: config.de(projet, rang) };
        return place && { properties, geometry: { coordinates: [place[1], place[0]] } };
      });
      this.ecarts = ecarter(this.points);
      this.bouger = () => this.poser();
      carte.on("moveend", this.bouger);
    }

    /* Leave the map for other marks. */
    retirer() {
      this.carte.off("moveend", this.bouger);
      [...this.poses.keys()].forEach((cle) => this.oter(cle));
    }

    /* How many of each family are shown. */
    comptes() {
      const familles = (this.rassemblement.points || []).map(({ properties }) => properties.famille);
      return this.familles.map((_, rang) => familles.filter((famille) => famille === rang).length);
    }

    /* The box around what is shown, null when nothing is. */
    bornes() {
      const lieux = (this.rassemblement.points || []).map(({ geometry: { coordinates: [x, y] } }) => [y, x]);
      return lieux.length ? L.latLngBounds(lieux) : null;
    }

    /* Show exactly the projects whose bit is set; returns how many can be seen on the map. */
    montrer(visibles) {
      const bits = visibles.join("");
      if (bits === this.bits) return this.combien;
      this.bits = bits;
      const voulus = this.points.filter((point, rang) => point && visibles[rang]);
      this.combien = voulus.length;
      this.rassemblement.charger(voulus);
      [...this.poses.keys()].filter((cle) => typeof cle === "string").forEach((cle) => this.oter(cle)); // discs of another filter
      this.poser();
      return this.combien;
    }

    /* Put on the map what stands in view; only what differs is added or taken away. */
    poser() {
      if (!this.rassemblement.points) return;
      const zoom = this.carte.getZoom();
      const voulus = new Map(
        this.rassemblement
          .dans(this.carte.getBounds().pad(0.15), zoom)
          .map((point) => [point.properties.cluster ? `${this.rassemblement.ecart(zoom)} ${point.id}` : point.properties.rang, point]),
      );
      [...this.poses.keys()].filter((cle) => !voulus.has(cle)).forEach((cle) => this.oter(cle));
      this.grandir(rayon(zoom));
      const nombre = ([, point]) => point.properties.point_count || 1;
      [...voulus].sort((un, autre) => nombre(autre) - nombre(un)).forEach(([cle, point]) => {
        if (this.poses.has(cle)) return;
        const pose = point.properties.cluster ? this.grappe(point, zoom) : this.marque(point.properties);
        this.poses.set(cle, pose.addTo(this.carte));
      });
      this.devant();
    }

    oter(cle) {
      this.poses.get(cle).remove();
      this.poses.delete(cle);
    }

    grandir(voulu) {
      if (voulu === this.rayon) return;
      this.rayon = voulu;
      this.poses.forEach((pose, cle) => typeof cle === "number" && pose.setRadius(voulu));
    }

    /* The mark of a project, made at first need. */
    marque({ rang, famille }) {
      const { place, entreprise, commune, filiere } = this.projets[rang];
      const { couleur, forme } = this.familles[famille];
      if (!this.marques[rang]) {
        const plein = { color: this.style.fond, weight: 0.5, fillColor: couleur, fillOpacity: 0.9 };
        const trait = forme === "anneau" ? { color: couleur, weight: 1.6, fillColor: this.style.fond, fillOpacity: 1 } : plein;
        const marque = new atlas.Marque(place, { ...trait, radius: this.rayon, forme, ecart: this.ecarts.get(rang) });
        this.bulle.surveiller(marque, () => [entreprise, commune, filiere]);
        this.marques[rang] = marque;
      }
      return this.marques[rang].setRadius(this.rayon);
    }

    grappe({ id, properties, geometry }, zoom) {
      const { point_count: nombre, parts } = properties;
      const lieu = [geometry.coordinates[1], geometry.coordinates[0]];
      const { fond, encre } = this.style;
      const tons = this.familles.map((f) => f.couleur);
      const creuses = this.familles.map((f) => f.forme === "anneau");
      const creux = creuses.includes(true) ? creuses : []; // hollow marks beside full ones: discs are full or hollow too
      const radius = this.rassemblement.rayon(nombre, zoom);
      const grappe = new atlas.Grappe(this.pousser(lieu, radius, zoom), { radius, weight: 2, nombre, parts, tons, creux, fond, encre, police: this.police });
      this.bulle.surveiller(grappe, () => [`${nombre.toLocaleString("fr-FR")}\u202fprojets`, this.rassemblement.dire(parts)]);
      grappe.on("click", (e) => {
        L.DomEvent.stopPropagation(e);
        this.carte.setView(lieu, this.rassemblement.ouverture(id, zoom));
      });
      return grappe;
    }

    /* A disc stands beside a larger one, not over it: what it stands for is all around. */
    pousser(lieu, rayon, zoom) {
      let ici = this.carte.project(lieu, zoom);
      this.poses.forEach((pose, cle) => {
        if (typeof cle === "number") return;
        const autre = this.carte.project(pose.getLatLng(), zoom);
        const voulue = pose.getRadius() + rayon - 1;
        const distance = ici.distanceTo(autre);
        if (distance && distance < voulue) ici = autre.add(ici.subtract(autre).multiplyBy(voulue / distance));
      });
      return this.carte.unproject(ici, zoom);
    }

    /* The disc that covers a place, if any: where it stands in the frame and its radius. */
    disqueSur(lieu) {
      const { x, y } = this.carte.latLngToContainerPoint(lieu);
      for (const [cle, pose] of this.poses) {
        if (typeof cle === "number") continue;
        const centre = this.carte.latLngToContainerPoint(pose.getLatLng());
        if (centre.distanceTo([x, y]) < pose.getRadius()) return { x: centre.x, y: centre.y, rayon: pose.getRadius() };
      }
      return null;
    }

    /* The smallest on top: a large disc hides no other. */
    devant() {
      const nombre = (pose) => pose.options.nombre || 1;
      [...this.poses.values()].sort((une, autre) => nombre(autre) - nombre(une)).forEach((pose) => pose.bringToFront());
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
