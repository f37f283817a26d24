/* Territories of the millésime that is compared which have no heir in the one shown: hatched, with their name. */

import { hachures } from "./motifs.js";
import { elements } from "./topologies.js";

/** @import { Absence, Config } from "../commun/contrats.js" */
/** @import { Bulle } from "./bulle.js" */
/** @import { Contours, Niveau } from "./contours.js" */

export class Absents {
  /** @type {Absence[]} */
  voulus = [];
  nom = "";
  traces = L.layerGroup();

  /**
   * @param {L.Map} carte
   * @param {Contours} contours
   * @param {Config["style"]} style
   * @param {Bulle} bulle
   */
  constructor(carte, contours, style, bulle) {
    this.carte = carte;
    this.contours = contours;
    this.style = style;
    this.bulle = bulle;
  }

  /** @param {Absence[] | null | undefined} absents */
  montrer(absents) {
    this.voulus = absents || [];
    this.suivre();
  }

  /* Draw again when something else is wanted, or when the level of detail has changed. */
  suivre() {
    const niveaux = this.voulus.length ? this.contours.niveaux() : [];
    const nom = niveaux.length ? `${JSON.stringify(this.voulus)}|${niveaux.map((n) => this.contours.cle(n))}` : "";
    if (nom !== this.nom) {
      this.nom = nom;
      this.traces.remove();
      const traces = niveaux.flatMap((niveau) => this.voulus.map((sorte) => this.tracer(niveau, sorte)));
      this.traces = L.layerGroup(traces).addTo(this.carte);
    }
    this.traces.eachLayer((trace) => /** @type {L.GeoJSON} */ (trace).bringToFront());
  }

  /**
   * @param {Niveau} niveau
   * @param {Absence} sorte
   */
  tracer({ topologie }, { objet, ids, couleur, texte }) {
    const fillColor = hachures(this.style.terre, couleur, { epaisseur: 2.6, gauche: true });
    const presents = elements(topologie, objet).filter(({ id }) => ids.includes(id));
    return L.geoJSON(presents, {
      style: { fillColor, fillOpacity: 1, color: couleur, weight: 1.2 },
      onEachFeature: ({ properties }, couche) => this.bulle.surveiller(couche, () => [properties.nom, texte]),
    });
  }
}
