/* What a TI is made of: its groupements, outlined and named, on the sheet of the territory. */

import { lire } from "../commun/fichiers.js";
import { centre } from "./motifs.js";
import { scene } from "./scene.js";
import { element, lignes } from "./topologies.js";

/** @import { Config } from "../commun/contrats.js" */
/** @import { Element, Topologie } from "./topologies.js" */

const ECART = 6; // px between two names of one line

export class Groupements {
  nom = "";
  groupe = L.layerGroup();
  /** @type {L.Marker[]} */
  noms = [];
  /** @type {L.GeoJSON | null} */
  contours = null;

  /**
   * @param {L.Map} carte
   * @param {Config} config
   */
  constructor(carte, config) {
    this.carte = carte;
    this.config = config;
    carte.on("zoomend resize", () => this.espacer());
  }

  /**
   * Outlines of these SIREN; they are fetched at the first need.
   * @param {string[]} sirens
   */
  async montrer(sirens) {
    const nom = sirens.join();
    if (nom === this.nom) return;
    this.nom = nom;
    this.groupe.remove();
    if (!sirens.length) return;
    try {
      const topologie = await lire(this.config.couches.epci);
      if (nom !== this.nom) return;
      this.groupe = this.tracer(topologie, sirens).addTo(this.carte);
      this.espacer();
      scene.devant();
      scene.annoncer();
    } catch (erreur) {
      console.warn(erreur);
      this.nom = "";
    }
  }

  /**
   * @param {Topologie} topologie
   * @param {string[]} sirens
   */
  tracer(topologie, sirens) {
    const siens = Object.values(topologie.objects)
      .map((objet) => objet.geometries.filter((geometrie) => sirens.includes(String(geometrie.id))))
      .filter((geometries) => geometries.length);
    const elements = siens
      .flat()
      .map((geometrie) => element(topologie, geometrie))
      .sort((un, autre) => sirens.indexOf(un.id) - sirens.indexOf(autre.id));
    // borders between groupements of one kind, which share them: the outline of the TI, finer, is drawn with it
    const limites =
      siens.length === 1 &&
      lignes(topologie, { type: "GeometryCollection", geometries: siens[0] }, (un, autre) => un !== autre);
    const style = { fill: false, color: this.config.style.encre, weight: 1.4, dashArray: "5 3" };
    this.contours = L.geoJSON(limites || elements, { interactive: false, style });
    this.noms = elements.map((un) => this.etiquette(un));
    return L.layerGroup([this.contours, ...this.noms]);
  }

  /* Names that would cover one another give way, the least populated first (Python's order), until zoom gives room. */
  espacer() {
    /** @type {DOMRect[]} */
    const pris = [];
    for (const nom of this.noms) {
      const texte = nom.getElement()?.firstElementChild;
      if (!(texte instanceof HTMLElement)) continue;
      const boite = texte.getBoundingClientRect();
      const libre = pris.every(
        (b) =>
          boite.right + ECART < b.left || boite.left > b.right + ECART || boite.bottom < b.top || boite.top > b.bottom,
      );
      texte.style.visibility = libre ? "" : "hidden";
      if (libre) pris.push(boite);
    }
  }

  /** @param {Element} un */
  etiquette(un) {
    const html = document.createElement("span");
    html.textContent = un.properties.nom;
    const icon = L.divIcon({ className: "atlas-groupement", html, iconSize: undefined });
    const trace = /** @type {L.Polygon} */ (L.geoJSON(un).getLayers()[0]);
    return L.marker(centre(trace, this.carte), { icon, interactive: false, keyboard: false });
  }

  devant() {
    if (this.contours && this.carte.hasLayer(this.contours)) this.contours.bringToFront();
  }
}
