/* Names of the main towns: the largest first, and none over another. */

import { scene } from "./scene.js";

/** @import { Disque } from "./scene.js" */
/** @typedef {{nom: string[], lat: number[], lon: number[], population: number[]}} ColonnesDeVilles */
/** @typedef {{g: number, d: number, h: number, b: number}} Boite */

const HAUTEUR = 18;
const LARGEUR_D_UNE_LETTRE = 7.2;
const MARGE = 6;

/**
 * Inhabitants from which a town is named at a zoom.
 * @param {number} zoom
 */
const seuil = (zoom) => (zoom < 6.5 ? 100000 : zoom < 7.5 ? 50000 : 20000);

export class Villes {
  groupe = L.layerGroup();

  /**
   * @param {L.Map} carte
   * @param {ColonnesDeVilles} colonnes
   */
  constructor(carte, { nom, lat, lon, population }) {
    this.carte = carte;
    this.villes = nom.map((n, i) => ({ nom: n, lieu: L.latLng(lat[i], lon[i]), population: population[i] }));
    this.placer = () => this.etiqueter();
  }

  /** @param {boolean} oui */
  montrer(oui) {
    this.carte.off("moveend", this.placer);
    this.groupe.remove();
    if (!oui) return;
    this.groupe.addTo(this.carte);
    this.carte.on("moveend", this.placer);
    this.etiqueter();
  }

  etiqueter() {
    const vue = this.carte.getBounds();
    const minimum = seuil(this.carte.getZoom());
    /** @type {Boite[]} */
    const places = [];
    this.groupe.clearLayers();
    for (const { nom, lieu, population } of this.villes) {
      if (population < minimum || !vue.contains(lieu)) continue;
      const disque = scene.disqueSur(lieu); // the name beside it, the number can be read
      const ici = this.carte.latLngToContainerPoint(lieu);
      const { x, y } = disque ? { x: disque.x + disque.rayon + MARGE, y: disque.y } : ici;
      const droite = x + nom.length * LARGEUR_D_UNE_LETTRE + MARGE * 2;
      const boite = { g: x - MARGE, d: droite, h: y - HAUTEUR / 2, b: y + HAUTEUR / 2 };
      if (places.some((p) => !(boite.d < p.g || boite.g > p.d || boite.b < p.h || boite.h > p.b))) continue;
      places.push(boite);
      this.groupe.addLayer(this.etiquette(nom, this.carte.containerPointToLatLng([x, y]), disque));
    }
  }

  /**
   * @param {string} nom
   * @param {L.LatLng} lieu
   * @param {Disque | null} disque
   */
  etiquette(nom, lieu, disque) {
    const html = document.createElement("span");
    html.textContent = nom;
    const icon = L.divIcon({ className: disque ? "atlas-ville voisine" : "atlas-ville", html, iconSize: undefined });
    return L.marker(lieu, { icon, interactive: false, keyboard: false });
  }
}
