/* The layers that a reader switches on. What they need is fetched at the first press, once. */

import { lire } from "../commun/fichiers.js";
import { Marque } from "./marques.js";
import { scene } from "./scene.js";
import { Villes } from "./villes.js";

/** @import { Config, CoucheDeclaree, Etat } from "../commun/contrats.js" */
/** @import { Contours } from "./contours.js" */
/** @import { Options } from "./marques.js" */
/** @typedef {{nom: string[], lat: number[], lon: number[]}} ColonnesDeMarques */
/** @typedef {{montrer(oui: boolean): void, devant?: () => void}} Couche */
/** @typedef {Options & {radius: number}} Style */

const PATIENCE = 300; // milliseconds before a wait is shown
const AILLEURS = ["projets", "bords"]; // kinds of painting that the projects and the ground see to

/** Towns of a programme: small marks with a name, which grow as the reader comes near. */
class Marques {
  /**
   * @param {L.Map} carte
   * @param {ColonnesDeMarques} colonnes
   * @param {Style} style
   * @param {(marque: Marque, nom: string) => void} brancher
   */
  constructor(carte, colonnes, style, brancher) {
    this.carte = carte;
    this.style = style;
    this.marques = colonnes.nom.map((nom, i) => {
      const marque = new Marque([colonnes.lat[i], colonnes.lon[i]], style);
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
    for (const marque of this.marques) marque.setStyle(style);
  }

  /** @param {boolean} oui */
  montrer(oui) {
    if (oui) this.groupe.addTo(this.carte);
    else this.groupe.remove();
  }

  devant() {
    if (!this.carte.hasLayer(this.groupe)) return;
    for (const marque of this.marques) marque.bringToFront();
  }
}

/** A plan in tiles, only while it is asked for. */
class Plan {
  /**
   * @param {L.Map} carte
   * @param {string} adresse
   * @param {string | undefined} attribution
   * @param {() => void} dire
   */
  constructor(carte, adresse, attribution, dire) {
    this.carte = carte;
    this.plan = L.tileLayer(adresse, { maxZoom: 18, attribution });
    this.plan.on("tileerror", () => dire());
  }

  /** @param {boolean} oui */
  montrer(oui) {
    if (oui) this.plan.addTo(this.carte);
    else this.plan.remove();
  }
}

export class Couches {
  /** @type {Map<string, Couche>} */
  faites = new Map();
  /** @type {string[]} */
  voulues = [];
  /** @type {HTMLElement | null} */
  message = null;

  /**
   * @param {L.Map} carte
   * @param {Config} config
   * @param {Contours} contours
   * @param {(marque: Marque, ville: string, dite: string | undefined) => void} surveiller
   */
  constructor(carte, config, contours, surveiller) {
    this.carte = carte;
    this.config = config;
    this.contours = contours;
    this.surveiller = surveiller;
    this.declarees = new Map(config.declarees.map((declaree) => [declaree.mot, declaree]));
  }

  /**
   * Switch to these layers; those that must be fetched come when they have come.
   * @param {Etat} etat
   */
  montrer(etat) {
    this.voulues = etat.couches.filter((nom) => !AILLEURS.includes(this.declarees.get(nom)?.peinture ?? ""));
    for (const [nom, couche] of this.faites) couche.montrer(this.voulues.includes(nom));
    for (const nom of this.voulues) {
      const declaree = this.declarees.get(nom);
      if (declaree && !this.faites.has(nom)) this.faire(declaree, etat);
    }
    if (!Object.keys(etat.tuiles).length) this.dire("");
  }

  /* Layers that are on the map, in the order in which they were asked for. */
  dessinees() {
    return this.voulues.filter((nom) => this.faites.has(nom));
  }

  devant() {
    for (const couche of this.faites.values()) couche.devant?.();
  }

  /**
   * @param {CoucheDeclaree} declaree
   * @param {Etat} etat
   */
  async faire(declaree, etat) {
    const { mot: nom, fichier } = declaree;
    try {
      const contenu = fichier ? await this.patienter(lire(this.config.couches[fichier])) : null;
      if (this.faites.has(nom)) return;
      const couche = this.creer(declaree, contenu, etat);
      this.faites.set(nom, couche);
      couche.montrer(this.voulues.includes(nom));
      scene.devant();
      scene.annoncer();
    } catch (erreur) {
      console.warn(erreur);
      this.dire(this.config.couche_absente);
    }
  }

  /**
   * @param {CoucheDeclaree} declaree
   * @param {any} contenu
   * @param {Etat} etat
   * @returns {Couche}
   */
  creer({ mot, peinture, style, bulle, mention }, contenu, etat) {
    if (peinture === "marques") {
      /** @type {Style} */
      const plein = { weight: 1, fillOpacity: 1, ...style };
      return new Marques(this.carte, contenu, plein, (marque, ville) => this.surveiller(marque, ville, bulle));
    }
    if (peinture === "noms") return new Villes(this.carte, contenu);
    if (peinture === "plan")
      return new Plan(this.carte, etat.tuiles[mot], mention, () => this.dire(this.config.sans_reseau));
    if (contenu) this.contours.completer(mot, contenu);
    return { montrer: () => this.contours.dessiner() };
  }

  /**
   * A wait is shown only when it lasts.
   * @template T
   * @param {Promise<T>} promesse
   */
  async patienter(promesse) {
    const minuterie = setTimeout(() => document.body.classList.add("atlas-attente"), PATIENCE);
    try {
      return await promesse;
    } finally {
      clearTimeout(minuterie);
      document.body.classList.remove("atlas-attente");
    }
  }

  /** @param {string} texte */
  dire(texte) {
    if (!this.message) {
      this.message = L.DomUtil.create("p", "atlas-message", this.carte.getContainer());
      this.message.setAttribute("role", "status");
    }
    this.message.textContent = texte;
    this.message.hidden = !texte;
  }
}
