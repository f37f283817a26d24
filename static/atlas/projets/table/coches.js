/* The ticked rows of the table: what is ticked, how it is written for Python, and the bar that says it.

A tick shows at once and leaves with a rank; an answer of an earlier rank is passed over, so that a slow server never
unticks what the reader has just ticked. */

import { bits } from "../../commun/bits.js";
import { bouton, morceau, renommer } from "../../commun/pieces.js";

const EN_RANGS = 100; // rows up to which ranks are shorter than bits
const PATIENCE = 5000; // ms after which an answer that did not come is no longer waited for

/**
 * Rows of a set, as `EtatTable` says them: ranks between spaces, or « b: » and bits.
 * @param {string} texte
 * @param {number} n rows of the table
 * @returns {Set<number>}
 */
export function lire(texte, n) {
  if (!texte.startsWith("b:")) return new Set(texte.split(" ").filter(Boolean).map(Number));
  const coches = new Set();
  bits(texte.slice(2), n).forEach((coche, rang) => {
    if (coche) coches.add(rang);
  });
  return coches;
}

/**
 * The same text from the rows.
 * @param {Set<number>} coches
 * @param {number} n
 */
export function ecrire(coches, n) {
  if (coches.size <= EN_RANGS) return [...coches].sort((a, b) => a - b).join(" ");
  const octets = new Uint8Array(Math.ceil(n / 8));
  for (const rang of coches) octets[rang >> 3] |= 1 << (rang & 7);
  let texte = "";
  for (const octet of octets) texte += String.fromCharCode(octet);
  return `b:${btoa(texte)}`;
}

/** @param {number} n */
const accorder = (n) => `${n.toLocaleString("fr")}\u202f${n > 1 ? "projets cochés" : "projet coché"}`;

/**
 * What the bar says of the ticks: how many, and how many the filters hide.
 * @param {number} n
 * @param {number} montrees
 */
export function dire(n, montrees) {
  const cachees = n - montrees;
  return cachees ? `${accorder(n)}, dont ${cachees.toLocaleString("fr")} hors des filtres` : accorder(n);
}

export class Coches {
  /** @type {Set<number>} */
  rangs = new Set();
  attendu = 0; // rank of the last tick that left
  /** @type {ReturnType<typeof setTimeout> | null} an answer that has not come yet */
  attente = null;
  /** @type {string | null} what Python said last */
  recu = null;
  seules = false;
  derniere = -1; // place of the last tick, from which Shift goes on

  /**
   * @param {object} gestes
   * @param {(envoi: {coches: string, rang: number}) => void} gestes.envoyer
   * @param {(action: string) => void} gestes.agir
   * @param {() => void} gestes.redire draw the ticks again
   */
  constructor({ envoyer, agir, redire }) {
    this.envoyer = envoyer;
    this.redire = redire;
    this.n = 0;
    this.element = morceau("div", "atlas-coches");
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Projets cochés");
    this.compte = morceau("strong", "atlas-coches-compte");
    this.compte.setAttribute("role", "status");
    this.montrer = bouton("atlas-coches-bouton", "");
    this.montrer.addEventListener("click", () => agir(this.seules ? "tous" : "seuls"));
    const emporter = bouton("atlas-coches-bouton", "Emporter ou présenter…");
    emporter.addEventListener("click", () => agir("emporter"));
    const garder = bouton("atlas-coches-bouton", "Garder sous un nom…");
    garder.addEventListener("click", () => agir("garder"));
    const rien = bouton("atlas-coches-bouton atlas-coches-rien", "Tout décocher");
    rien.addEventListener("click", () => this.poser(new Set()));
    this.boutons = morceau("div", "atlas-coches-boutons");
    this.boutons.append(this.montrer, emporter, garder, rien);
    this.element.append(this.compte, this.boutons);
  }

  /**
   * What Python says, unless a later tick is on its way.
   * @param {{coches: string, rang: number, seules: boolean}} dit
   * @param {number} n rows of the table
   */
  recevoir({ coches, rang, seules }, n) {
    this.n = n;
    if (rang < this.attendu && this.attente) return;
    clearTimeout(this.attente ?? undefined);
    this.attente = null;
    this.attendu = Math.max(this.attendu, rang);
    this.seules = seules;
    this.rangs = lire(coches, n);
  }

  /** @param {Set<number>} rangs */
  poser(rangs) {
    this.rangs = rangs;
    this.attendu += 1;
    clearTimeout(this.attente ?? undefined);
    this.attente = setTimeout(() => {
      this.attente = null;
    }, PATIENCE);
    this.redire();
    this.envoyer({ coches: ecrire(rangs, this.n), rang: this.attendu });
  }

  /**
   * Tick or untick one row; with Shift, every row from the last one.
   * @param {Uint32Array} places rows in the order shown
   * @param {number} place
   * @param {boolean} suite
   */
  basculer(places, place, suite = false) {
    const rangs = new Set(this.rangs);
    const coche = !rangs.has(places[place]);
    const depuis = suite && this.derniere >= 0 && this.derniere < places.length ? this.derniere : place;
    for (let ici = Math.min(depuis, place); ici <= Math.max(depuis, place); ici++) {
      if (coche) rangs.add(places[ici]);
      else rangs.delete(places[ici]);
    }
    this.derniere = place;
    this.poser(rangs);
  }

  /**
   * Tick every row shown, or untick them when all are.
   * @param {Uint32Array} places
   */
  basculerTout(places) {
    const rangs = new Set(this.rangs);
    const toutes = this.montrees(places) === places.length;
    for (const rang of places) {
      if (toutes) rangs.delete(rang);
      else rangs.add(rang);
    }
    this.poser(rangs);
  }

  /**
   * How many of the rows shown are ticked.
   * @param {Uint32Array} places
   */
  montrees(places) {
    if (!this.rangs.size) return 0;
    let n = 0;
    for (const rang of places) n += Number(this.rangs.has(rang));
    return n;
  }

  /** @param {Uint32Array} places */
  direBarre(places) {
    const n = this.rangs.size;
    this.element.classList.toggle("atlas-aucune", !n);
    this.boutons.hidden = !n;
    this.compte.textContent = n ? dire(n, this.montrees(places)) : "";
    renommer(this.montrer, this.seules ? "Montrer aussi les autres" : "Ne montrer que les cochés");
  }
}
