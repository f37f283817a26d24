/* The layers that a reader switches on. What they need is fetched at the first press, once. */
(function () {
  "use strict";

  const atlas = window.atlas;
  const PATIENCE = 300; // milliseconds before a wait is shown

  /* Towns of a programme: small marks with a name, which grow as the reader comes near. */
  class Marques {
    constructor(carte, colonnes, style, brancher) {
      Object.assign(this, { carte, style });
      this.marques = colonnes.nom.map((nom, i) => {
        const marque = new atlas.Marque([colonnes.lat[i], colonnes.lon[i]], style);
        brancher(marque, nom);
        return marque;
      });
      this.groupe = L.layerGroup(this.marques);
      carte.on("zoomend", () => this.grandir());
      this.grandir();
    }

    grandir() {
      const part = Math.max(0.4, Math.min(1.4, 0.4 + (this.carte.getZoom() - 6) * 0.25));
      const style = { radius: this.style.radius * part, weight: Math.min(1, part) };
      this.marques.forEach((marque) => marque.setStyle(style));
    }

    montrer(oui) {
      if (oui) this.groupe.addTo(this.carte);
      else this.groupe.remove();
    }

    devant() {
      if (this.carte.hasLayer(this.groupe)) this.marques.forEach((marque) => marque.bringToFront());
    }
  }

  /* The IGN's plan, only while it is asked for. */
  class Plan {
    constructor(carte, adresse, dire) {
      this.carte = carte;
      this.plan = L.tileLayer(adresse, { maxZoom: 18, attribution: "Fond : IGN, Plan IGN" });
      this.plan.on("tileerror", () => dire());
    }

    montrer(oui) {
      if (oui) this.plan.addTo(this.carte);
      else this.plan.remove();
    }
  }

  atlas.Couches = class {
    constructor(carte, config, fonds, surveiller) {
      Object.assign(this, { carte, config, fonds, surveiller, faites: new Map(), voulues: [] });
    }

    /* Switch to these layers; those that must be fetched come when they have come. */
    montrer(etat) {
      this.voulues = etat.couches.filter((nom) => !["projets", "regions"].includes(nom));
      this.faites.forEach((couche, nom) => couche.montrer(this.voulues.includes(nom)));
      this.voulues.filter((nom) => !this.faites.has(nom)).forEach((nom) => this.faire(nom, etat));
      if (!this.voulues.includes("ign")) this.dire("");
    }

    /* Layers that are on the map, in the order in which they were asked for. */
    dessinees() {
      return this.voulues.filter((nom) => this.faites.has(nom));
    }

    devant() {
      this.faites.forEach((couche) => couche.devant && couche.devant());
    }

    async faire(nom, etat) {
      try {
        const contenu = this.config.couches[nom] ? await this.patienter(atlas.lire(this.config.couches[nom])) : null;
        if (this.faites.has(nom)) return;
        this.faites.set(nom, this.creer(nom, contenu, etat));
        this.faites.get(nom).montrer(this.voulues.includes(nom));
        atlas.devant();
        atlas.annoncer();
      } catch (erreur) {
        console.warn(erreur);
        this.dire(this.config.couche_absente);
      }
    }

    creer(nom, contenu, etat) {
      const { encre, choix, fond } = this.config.style;
      const marque = (forme, radius, fillColor) => ({ forme, radius, fillColor, color: fond, weight: 1, fillOpacity: 1 });
      const programme = (style) =>
        new Marques(this.carte, contenu, style, (couche, ville) => this.surveiller(couche, ville, nom));
      if (nom === "acv") return programme(marque("carre", 4.5, encre));
      if (nom === "pvd") return programme({ ...marque("losange", 3, choix), color: encre });
      if (nom === "villes") return new atlas.Villes(this.carte, contenu);
      if (nom === "ign") return new Plan(this.carte, etat.ign, () => this.dire(this.config.sans_reseau));
      if (contenu) this.fonds.completer(nom, contenu);
      return { montrer: () => this.fonds.dessiner() };
    }

    /* A wait is shown only when it lasts. */
    async patienter(promesse) {
      const minuterie = setTimeout(() => document.body.classList.add("atlas-attente"), PATIENCE);
      try {
        return await promesse;
      } finally {
        clearTimeout(minuterie);
        document.body.classList.remove("atlas-attente");
      }
    }

    dire(texte) {
      if (!this.message) {
        this.message = L.DomUtil.create("p", "atlas-message", this.carte.getContainer());
        this.message.setAttribute("role", "status");
      }
      this.message.textContent = texte;
      this.message.hidden = !texte;
    }
  };
})();
