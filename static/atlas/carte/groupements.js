/* What a TI is made of: its groupements, outlined and named, on the sheet of the territory. */
(function () {
  "use strict";

  const atlas = window.atlas;
  const ECART = 6; // px between two names of one line

  atlas.Groupements = class {
    constructor(carte, config) {
      Object.assign(this, { carte, config, nom: "", groupe: L.layerGroup(), noms: [] });
      carte.on("zoomend resize", () => this.espacer());
    }

    /* Outlines of these SIREN; they are fetched at the first need. */
    async montrer(sirens) {
      const nom = sirens.join();
      if (nom === this.nom) return;
      this.nom = nom;
      this.groupe.remove();
      if (!sirens.length) return;
      try {
        const topologie = await atlas.lire(this.config.couches.epci);
        if (nom !== this.nom) return;
        this.groupe = this.tracer(topologie, sirens).addTo(this.carte);
        this.espacer();
        atlas.devant();
        atlas.annoncer();
      } catch (erreur) {
        console.warn(erreur);
        this.nom = "";
      }
    }

    tracer(topologie, sirens) {
      const elements = Object.values(topologie.objects)
        .flatMap((objet) => objet.geometries.filter((geometrie) => sirens.includes(geometrie.id)))
        .map((geometrie) => topojson.feature(topologie, geometrie))
        .sort((un, autre) => sirens.indexOf(un.id) - sirens.indexOf(autre.id));
      const style = { fill: false, color: this.config.style.encre, weight: 1.4, dashArray: "5 3" };
      this.contours = L.geoJSON(this.limites(topologie, sirens) || elements, { interactive: false, style });
      this.noms = elements.map((element) => this.etiquette(element));
      return L.layerGroup([this.contours, ...this.noms]);
    }

    /* Borders between groupements of one kind, which share them: the outline of the TI, finer, is drawn with it. */
    limites(topologie, sirens) {
      const siens = Object.values(topologie.objects)
        .map((objet) => objet.geometries.filter((geometrie) => sirens.includes(geometrie.id)))
        .filter((geometries) => geometries.length);
      if (siens.length !== 1) return null;
      return topojson.mesh(topologie, { type: "GeometryCollection", geometries: siens[0] }, (un, autre) => un !== autre);
    }

    /* Names that would cover one another give way, the least populated first (Python's order), until zoom gives room. */
    espacer() {
      const pris = [];
      this.noms.forEach((nom) => {
        const texte = nom.getElement() && nom.getElement().firstChild;
        if (!texte) return;
        const boite = texte.getBoundingClientRect();
        const libre = pris.every(
          (b) =>
            boite.right + ECART < b.left || boite.left > b.right + ECART || boite.bottom < b.top || boite.top > b.bottom,
        );
        texte.style.visibility = libre ? "" : "hidden";
        if (libre) pris.push(boite);
      });
    }

    etiquette(element) {
      const html = document.createElement("span");
      html.textContent = element.properties.nom;
      const icon = L.divIcon({ className: "atlas-groupement", html, iconSize: null });
      const lieu = atlas.centre(L.geoJSON(element).getLayers()[0], this.carte);
      return L.marker(lieu, { icon, interactive: false, keyboard: false });
    }

    devant() {
      if (this.contours && this.carte.hasLayer(this.contours)) this.contours.bringToFront();
    }
  };
})();
