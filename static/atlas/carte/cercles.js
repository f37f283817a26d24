/* Amounts: one circle a TI, under the projects; whoever points at it points at the TI below. */

/** @import { Config, Couleur } from "../commun/contrats.js" */
/** @import { Contours } from "./contours.js" */

export class Cercles {
  /** @type {L.CircleMarker[]} */
  cercles = [];
  /** @type {string | undefined} */
  nom;

  /**
   * @param {L.Map} carte
   * @param {Contours} contours
   * @param {Config["style"]} couleurs
   */
  constructor(carte, contours, { encre, choix }) {
    this.carte = carte;
    this.contours = contours;
    this.style = { interactive: false, color: encre, weight: 1, fillColor: choix, fillOpacity: 0.75 };
  }

  /** @param {Couleur | null} couleur */
  montrer(couleur) {
    const rayons = couleur?.rayons;
    const nom = rayons ? `${this.contours.millesime}|${rayons}` : "";
    if (nom === this.nom) return;
    this.nom = nom;
    for (const cercle of this.cercles) cercle.remove();
    this.cercles = (rayons ? this.contours.ids() : [])
      .map((id, rang) => ({ id, radius: rayons?.[rang] ?? 0 }))
      .filter(({ radius }) => radius)
      .sort((un, autre) => autre.radius - un.radius)
      .map(({ id, radius }) => L.circleMarker(this.contours.centre(id), { ...this.style, radius }).addTo(this.carte));
  }

  devant() {
    for (const cercle of this.cercles) cercle.bringToFront();
  }
}
