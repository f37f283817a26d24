/* A question from the room: a field that a key opens over the screen of a séance, and the answers that it holds. */

import { bouton, morceau } from "../commun/pieces.js";

/** @import { Tenue } from "../commun/contrats.js" */
/** @import { Reponse, Tenues } from "./tenues.js" */

const INVITE = "Territoire, commune, région…";
const RIEN = "La séance ne garde encore rien de plus que ses vues.";

export class Question {
  /** @type {Tenues | null} */
  tenues = null;
  /** @type {Reponse[]} */
  reponses = [];
  active = 0;

  /**
   * @param {object} gestes
   * @param {(vue: Tenue) => void} gestes.montrer
   * @param {() => void} gestes.fermer gives the focus back to the screen
   * @param {() => number} gestes.annee millésime on the screen
   */
  constructor({ montrer, fermer, annee }) {
    this.montrer = montrer;
    this.rendre = fermer;
    this.annee = annee;
    this.element = morceau("div", "question");
    this.element.hidden = true;
    this.element.setAttribute("role", "search");
    this.champ = document.createElement("input");
    Object.assign(this.champ, { id: "atlas-question", type: "text", placeholder: INVITE, autocomplete: "off" });
    Object.assign(this.champ, { spellcheck: false, maxLength: 80 });
    for (const [nom, valeur] of Object.entries({
      role: "combobox",
      "aria-label": "Montrer un territoire",
      "aria-autocomplete": "list",
      "aria-controls": "atlas-question-reponses",
      "aria-expanded": "false",
    }))
      this.champ.setAttribute(nom, valeur);
    this.liste = morceau("ul", "reponses");
    this.liste.id = "atlas-question-reponses";
    this.liste.setAttribute("role", "listbox");
    this.liste.setAttribute("aria-label", "Réponses");
    this.dit = morceau("p", "dit");
    this.dit.setAttribute("role", "status");
    const fermeture = bouton("fermer", "✕");
    fermeture.setAttribute("aria-label", "Fermer");
    fermeture.addEventListener("click", () => this.fermer());
    const ligne = morceau("div", "saisie");
    ligne.append(this.champ, fermeture);
    this.element.append(ligne, this.liste, this.dit);
    this.champ.addEventListener("input", () => this.chercher());
    this.element.addEventListener("keydown", (e) => this.touche(e));
  }

  get ouverte() {
    return !this.element.hidden;
  }

  ouvrir() {
    this.element.hidden = false;
    this.champ.value = "";
    this.chercher();
    this.champ.focus();
  }

  fermer() {
    this.element.hidden = true;
    this.rendre();
  }

  chercher() {
    const texte = this.champ.value;
    this.reponses = this.tenues?.trouver(texte, this.annee()) ?? [];
    this.active = Math.max(
      0,
      this.reponses.findIndex(({ vue }) => vue),
    );
    this.liste.replaceChildren(...this.reponses.map((reponse, rang) => this.ligne(reponse, rang)));
    this.champ.setAttribute("aria-expanded", String(this.reponses.length > 0));
    this.dit.textContent = this.phrase(texte.trim());
    this.viser(this.active);
  }

  /** @param {string} texte */
  phrase(texte) {
    if (!texte || this.reponses.length) return "";
    return this.tenues ? `« ${texte} » ${this.tenues.absent}` : RIEN;
  }

  /**
   * @param {Reponse} reponse
   * @param {number} rang
   */
  ligne({ vue, nom, par }, rang) {
    const ligne = morceau("li", vue ? "" : "absente");
    ligne.id = `atlas-question-${rang}`;
    ligne.setAttribute("role", "option");
    if (!vue) ligne.setAttribute("aria-disabled", "true");
    const annee = vue && (this.tenues?.annees ?? 0) > 1 ? ` · ${vue.annee}` : "";
    ligne.append(morceau("b", "", `${nom}${annee}`));
    ligne.append(morceau("span", "", vue ? par : (this.tenues?.absent ?? "")));
    ligne.addEventListener("pointerdown", (e) => {
      e.preventDefault();
      this.choisir(rang);
    });
    return ligne;
  }

  /** @param {number} rang */
  viser(rang) {
    this.active = Math.max(0, Math.min(rang, this.reponses.length - 1));
    for (const [place, ligne] of [...this.liste.children].entries())
      ligne.setAttribute("aria-selected", String(place === this.active));
    if (this.reponses.length) this.champ.setAttribute("aria-activedescendant", `atlas-question-${this.active}`);
    else this.champ.removeAttribute("aria-activedescendant");
  }

  /** @param {number} rang */
  choisir(rang) {
    const vue = this.reponses[rang]?.vue;
    if (!vue) return;
    this.fermer();
    this.montrer(vue);
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    /** @type {Record<string, () => void>} */
    const gestes = {
      ArrowDown: () => this.viser(this.active + 1),
      ArrowUp: () => this.viser(this.active - 1),
      Escape: () => this.fermer(),
    };
    if (evenement.target === this.champ) gestes.Enter = () => this.choisir(this.active);
    const geste = gestes[evenement.key];
    if (!geste) return;
    evenement.preventDefault();
    evenement.stopPropagation();
    geste();
  }
}
