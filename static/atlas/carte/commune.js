/* The reader's commune: outlined and named above everything, fetched with its département when it is asked for. */

import { lire } from "../commun/fichiers.js";
import { scene } from "./scene.js";
import { element } from "./topologies.js";

/** @import { Config, CommuneDite } from "../commun/contrats.js" */
/** @import { Topologie } from "./topologies.js" */

/**
 * The département of an INSEE code: two signs, three overseas.
 * @param {string} code
 */
export function departement(code) {
  return code.slice(0, code.startsWith("97") ? 3 : 2);
}

export class Commune {
  code = ""; // what was asked last
  dessinee = ""; // what is drawn
  groupe = L.layerGroup();
  /** @type {L.GeoJSON[]} */
  traits = [];

  /**
   * @param {L.Map} carte
   * @param {Config} config
   */
  constructor(carte, config) {
    this.carte = carte;
    this.config = config;
  }

  /** @param {CommuneDite | undefined} dite */
  async montrer(dite) {
    const code = dite?.code ?? "";
    if (code === this.code) return;
    this.code = code;
    this.dessinee = "";
    this.traits = [];
    this.groupe.remove();
    const adresse = this.config.communes[departement(code)];
    if (!dite || !adresse) return;
    try {
      const topologie = await lire(adresse);
      if (code !== this.code) return;
      this.tracer(topologie, dite);
      scene.devant();
      scene.annoncer();
    } catch (erreur) {
      console.warn(erreur);
      this.code = "";
    }
  }

  /**
   * A dark line on a light one: it reads above any colour of the map.
   * @param {Topologie} topologie
   * @param {CommuneDite} dite
   */
  tracer(topologie, { code, nom }) {
    const geometrie = topologie.objects.communes.geometries.find(({ id }) => id === code);
    if (!geometrie) return;
    const contour = element(topologie, geometrie);
    const { fond, ocre } = this.config.style;
    const styles = [
      { color: fond, weight: 6, opacity: 0.9 },
      { color: ocre, weight: 3, opacity: 1, fill: true, fillColor: ocre, fillOpacity: 0.12 },
    ];
    this.traits = styles.map((style) => L.geoJSON(contour, { interactive: false, style: { fill: false, ...style } }));
    const html = document.createElement("span");
    html.textContent = nom;
    const icon = L.divIcon({ className: "atlas-commune", html, iconSize: undefined });
    const bornes = this.traits[0].getBounds(); // the name stands on the outline, not inside: a commune is small
    const nomme = L.marker([bornes.getNorth(), bornes.getCenter().lng], {
      icon,
      interactive: false,
      keyboard: false,
      zIndexOffset: 1000,
    });
    this.groupe = L.layerGroup([...this.traits, nomme]).addTo(this.carte);
    this.dessinee = code;
  }

  /* Its box once it is drawn, null before. */
  bornes() {
    return this.dessinee ? this.traits[0].getBounds() : null;
  }

  devant() {
    for (const trait of this.traits) trait.bringToFront();
  }
}
