/* « Annuler »: what the last gesture replaced, said at the foot of the window, and taken back by a press
   (components/annulation/annulation.py). The tab remembers the state of what the reader prepares: a link that loads the whole
   page begins another session on the server, which knows nothing of it. */

import { bouton, morceau, renommer, trouver } from "./pieces.js";

/** @import { Composant, DonneesDAnnulation } from "./contrats.js" */
/** @typedef {Composant<DonneesDAnnulation>} Recu */

const COFFRE = "atlas-prepare-";
/** @type {WeakMap<HTMLElement, Offre>} */
const offres = new WeakMap();
/** @type {Set<string>} kinds that this page, once loaded, has shown already */
const connues = new Set();

class Offre {
  /** @type {Recu | null} */
  composant = null;
  rang = 0;
  /** @type {Element | null} where the reader was when the offer came */
  depart = null;

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.racine = racine;
    this.phrase = morceau("p", "");
    this.phrase.setAttribute("role", "status");
    this.reprendre = bouton("principal", "");
    this.fermer = bouton("fermer", "✕");
    this.fermer.setAttribute("aria-label", "Fermer");
    this.fermer.title = "Fermer";
    this.reprendre.addEventListener("click", () => this.composant?.setTriggerValue("annuler", this.rang));
    this.fermer.addEventListener("click", () => this.quitter());
    racine.replaceChildren(this.phrase, this.reprendre, this.fermer);
    racine.addEventListener("keydown", (e) => {
      if (e.key === "Escape") this.quitter();
    });
  }

  /** @param {Recu} composant */
  recevoir(composant) {
    const { rang, phrase, bouton: nom } = composant.data;
    this.composant = composant;
    if (rang === this.rang) return;
    if (rang && !this.racine.contains(document.activeElement)) this.depart = document.activeElement;
    this.rang = rang;
    this.phrase.textContent = phrase;
    renommer(this.reprendre, nom);
    this.racine.classList.toggle("atlas-offerte", rang > 0);
  }

  quitter() {
    this.racine.classList.remove("atlas-offerte");
    if (this.depart instanceof HTMLElement && this.depart.isConnected) this.depart.focus({ preventScroll: true });
    this.composant?.setTriggerValue("fermer", this.rang);
  }
}

/**
 * Keep the states that are shown; gives those that the tab had before this page was loaded, where they differ.
 * @param {Record<string, string>} presents
 */
function retenir(presents) {
  /** @type {Record<string, string>} */
  const avant = {};
  for (const [sorte, present] of Object.entries(presents)) {
    const garde = connues.has(sorte) ? null : sessionStorage.getItem(COFFRE + sorte);
    connues.add(sorte);
    if (garde && garde !== present) avant[sorte] = garde;
    sessionStorage.setItem(COFFRE + sorte, present);
  }
  return avant;
}

/** @param {Recu} composant */
function retrouver(composant) {
  try {
    const avant = retenir(composant.data.presents);
    if (Object.keys(avant).length) composant.setTriggerValue("retrouve", avant);
  } catch {
    // a browser that keeps nothing: the session still does
  }
}

/** @param {Recu} composant */
export default function annulation(composant) {
  const racine = trouver(composant.parentElement, ".atlas-annulation");
  const offre = offres.get(racine) ?? new Offre(racine);
  offres.set(racine, offre);
  offre.recevoir(composant);
  retrouver(composant);
}
