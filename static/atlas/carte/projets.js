/* The projects that the map knows: those of the layer, then those that the page adds by their addresses (a list of the
   reader's own), told apart by filière, by stade, or by whether they are in a territory. Their order is that of the
   bits of a state. */

import { bits } from "../commun/bits.js";
import { lire } from "../commun/fichiers.js";
import { distinguer, lireProjets } from "./lecture.js";
import { Points } from "./points.js";
import { scene } from "./scene.js";

/** @import { ColonnesDeProjets, Config, Etat, Projet } from "../commun/contrats.js" */
/** @import { Bulle } from "./bulle.js" */

export class Projets {
  /** @type {string | null} what the marks that are there were made for */
  cle = null;
  /** @type {string | null} what is on its way */
  attendue = null;

  /**
   * @param {L.Map} carte
   * @param {Config} config
   * @param {Bulle} bulle
   * @param {ColonnesDeProjets} colonnes
   */
  constructor(carte, config, bulle, colonnes) {
    this.carte = carte;
    this.config = config;
    this.bulle = bulle;
    this.base = lireProjets(colonnes);
    this.familles = config.familles;
    this.n = 0;
    /** @type {Points | null} */
    this.points = null;
  }

  /**
   * Whether the marks of a state are ready; when they are not, they are fetched and the state is shown again.
   * @param {Etat} etat
   */
  preparer(etat) {
    const { symbole, ajouts, stades, dedans, miens } = etat;
    const cle = JSON.stringify([symbole, ajouts, symbole === "stade" && stades, symbole === "label" && dedans, miens]);
    if (cle === this.cle) return true;
    if (!ajouts.length) return this.poser(cle, etat, []);
    this.chercher(cle, etat);
    return this.points !== null || this.poser(null, { ...etat, symbole: "filiere" }, []);
  }

  /**
   * @param {string} cle
   * @param {Etat} etat
   */
  async chercher(cle, etat) {
    if (this.attendue === cle) return;
    this.attendue = cle;
    try {
      const ajouts = await Promise.all(etat.ajouts.map(lire));
      if (this.attendue !== cle) return;
      this.poser(cle, etat, ajouts.flatMap(lireProjets));
      if (scene.montrer && scene.etat) scene.montrer(scene.etat);
    } catch (erreur) {
      console.warn(erreur);
    } finally {
      if (this.attendue === cle) this.attendue = null;
    }
  }

  /**
   * @param {string | null} cle
   * @param {Etat} etat
   * @param {Projet[]} ajouts
   */
  poser(cle, { symbole, stades, dedans, miens }, ajouts) {
    const projets = [...this.base, ...ajouts];
    const dits = { stades, dedans: bits(dedans, projets.length) };
    const { familles, de } = distinguer(symbole, this.config, dits);
    if (this.points) this.points.retirer();
    this.cle = cle;
    this.n = projets.length;
    this.familles = familles;
    const habit = { style: this.config.style, familles, de, miens: bits(miens || "", projets.length) };
    this.points = new Points(this.carte, projets, habit, this.bulle);
    return true;
  }
}
