/* What a TI is made of: its groupements, outlined and named, on the sheet of the territory. */

import { lire } from "../commun/fichiers.js";
import { obstacles } from "./cadrage.js";
import { contient } from "./epci.js";
import { etiqueter, semer } from "./etiquettes.js";
import { centre } from "./motifs.js";
import { loupe } from "./rassemblement.js";
import { scene } from "./scene.js";
import { element, lignes, polygones } from "./topologies.js";

/** @import { Config } from "../commun/contrats.js" */
/** @import { Nom as NomAPlacer } from "./etiquettes.js" */
/** @import { Points } from "./points.js" */
/** @import { Element, Topologie } from "./topologies.js" */

const LARGEURS = [0, 150, 100]; // pixels of a name: on one line, on several

/** @typedef {{marque: L.Marker, lieu: L.LatLng, anneaux: number[][][]}} Nom */

/** @param {number} rang */
function largeurDe(rang) {
  return LARGEURS[rang] ? `${Math.round(LARGEURS[rang] * loupe())}px` : "none";
}

export class Groupements {
  nom = "";
  groupe = L.layerGroup();
  /** @type {Nom[]} */
  noms = [];
  /** @type {Points | null} */
  points = null;
  /** @type {L.GeoJSON | null} */
  contours = null;

  /**
   * @param {L.Map} carte
   * @param {Config} config
   */
  constructor(carte, config) {
    this.carte = carte;
    this.config = config;
    carte.on("moveend", () => queueMicrotask(() => this.espacer(this.points))); // once the marks have moved too
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
      this.espacer(this.points);
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
    return L.layerGroup([this.contours, ...this.noms.map(({ marque }) => marque)]);
  }

  /**
   * Names stand clear of the marks and of one another, the most populated first (Python's order).
   * @param {Points | null} points
   */
  espacer(points) {
    this.points = points;
    if (!this.nom || !this.carte.hasLayer(this.groupe)) return;
    const { x: largeur, y: hauteur } = this.carte.getSize();
    const noms = this.noms.map((nom) => this.mesurer(nom));
    const fond = {
      cadre: { largeur, hauteur },
      marques: points?.boites() ?? [],
      traits: semer(this.noms.flatMap(({ anneaux }) => anneaux.map((anneau) => this.projeter(anneau)))),
      obstacles: obstacles(this.carte),
    };
    for (const [rang, pose] of etiqueter(noms, fond).entries()) {
      const { marque } = this.noms[rang];
      const texte = /** @type {HTMLElement} */ (marque.getElement()?.firstElementChild);
      texte.style.visibility = pose ? "" : "hidden";
      if (!pose) continue;
      texte.style.maxWidth = largeurDe(pose.rang);
      const { g, d, h, b } = pose.boite;
      marque.setLatLng(this.carte.containerPointToLatLng([(g + d) / 2, (h + b) / 2]));
    }
  }

  /** @param {number[][]} anneau */
  projeter(anneau) {
    return anneau.map(([lon, lat]) => this.carte.latLngToContainerPoint([lat, lon]));
  }

  /**
   * @param {Nom} nom
   * @returns {NomAPlacer}
   */
  mesurer({ marque, lieu, anneaux }) {
    const texte = /** @type {HTMLElement} */ (marque.getElement()?.firstElementChild);
    const tailles = LARGEURS.map((_, rang) => {
      texte.style.maxWidth = largeurDe(rang);
      return { largeur: texte.offsetWidth + 2, hauteur: texte.offsetHeight };
    });
    const bornes = L.bounds(anneaux.flatMap((anneau) => this.projeter(anneau)));
    const { x: g, y: h } = bornes.getTopLeft();
    const { x: d, y: b } = bornes.getBottomRight();
    /**
     * @param {number} x
     * @param {number} y
     */
    const dedans = (x, y) => {
      const { lng, lat } = this.carte.containerPointToLatLng([x, y]);
      return contient(anneaux, lng, lat);
    };
    return { ancre: this.carte.latLngToContainerPoint(lieu), boite: { g, h, d, b }, dedans, tailles };
  }

  /**
   * @param {Element} un
   * @returns {Nom}
   */
  etiquette(un) {
    const html = document.createElement("span");
    html.textContent = un.properties.nom;
    const icon = L.divIcon({ className: "atlas-groupement", html, iconSize: undefined });
    const trace = /** @type {L.Polygon} */ (L.geoJSON(un).getLayers()[0]);
    const lieu = centre(trace, this.carte);
    const marque = L.marker(lieu, { icon, interactive: false, keyboard: false });
    return { marque, lieu, anneaux: polygones(un.geometry).flat() };
  }

  devant() {
    if (this.contours && this.carte.hasLayer(this.contours)) this.contours.bringToFront();
  }
}
