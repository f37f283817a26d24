/* The active filters, each a button that takes it away, and one that takes all away. */

import { bouton, enveloppe, morceau } from "../../commun/pieces.js";

/** @import { DonneesDeFiltres } from "../../commun/contrats.js" */

export class Puces {
  ecrites = "";

  /**
   * @param {object} gestes
   * @param {(mot: string, valeur: string) => void} gestes.retirer
   * @param {() => void} gestes.effacer
   * @param {HTMLElement} gestes.refuge where the focus goes when the last chip is gone
   */
  constructor({ retirer, effacer, refuge }) {
    this.retirer = retirer;
    this.effacer = effacer;
    this.refuge = refuge;
    this.element = morceau("ul", "atlas-puces");
    this.element.setAttribute("aria-label", "Filtres actifs");
    this.annonce = morceau("span", "atlas-lecteurs");
    this.annonce.setAttribute("role", "status");
  }

  /**
   * Chips that stay the same are not touched; the focus stays where it was in the row.
   * @param {DonneesDeFiltres["puces"]} puces
   */
  montrer(puces) {
    const ecrites = JSON.stringify(puces);
    for (const b of this.element.querySelectorAll(".atlas-retiree")) b.classList.remove("atlas-retiree");
    if (this.ecrites === ecrites) return;
    this.ecrites = ecrites;
    const ici = [...this.element.querySelectorAll("button")].findIndex((b) => b === document.activeElement);
    const boutons = puces.map(([mot, valeur, texte]) => this.puce(mot, valeur, texte));
    if (puces.length) boutons.push(this.tout());
    this.element.replaceChildren(...boutons.map(enveloppe));
    if (ici >= 0) (boutons[Math.min(ici, boutons.length - 2)] ?? this.refuge).focus({ preventScroll: true });
  }

  /**
   * @param {string} mot
   * @param {string} valeur
   * @param {string} texte
   */
  puce(mot, valeur, texte) {
    const b = bouton("atlas-puce", texte);
    b.dataset.mot = mot;
    b.setAttribute("aria-label", `Retirer le filtre ${texte}`);
    b.addEventListener("click", () => {
      b.classList.add("atlas-retiree");
      this.annonce.textContent = `Filtre retiré : ${texte}.`;
      this.retirer(mot, valeur);
    });
    return b;
  }

  tout() {
    const b = bouton("atlas-puces-tout", "Tout effacer");
    b.addEventListener("click", () => {
      this.annonce.textContent = "Tous les filtres sont retirés.";
      this.effacer();
    });
    return b;
  }
}
