/* The search field: keys, list and words for assistive technologies. Answers come from components/recherche/champ.py.

One question at a time: the first letter leaves at once, the next one when its answer is there, so that a fast
typist never fills the wire and a slow server never shows an old answer. Names are only ever written as text. */

import { cible, trouver } from "./pieces.js";
import { annonce, fin, groupes, lien, suite } from "./reponses.js";

/** @import { Composant, DonneesDeRecherche, Reponse } from "./contrats.js" */
/** @typedef {Composant<DonneesDeRecherche>} Recu */

const PATIENCE = 1500; // ms after which an answer that did not come is no longer waited for
/** @type {WeakMap<HTMLElement, Champ>} */
const champs = new WeakMap();
let rang = 0;

class Champ {
  /** @type {Recu | null} */
  composant = null;
  /** @type {Reponse[]} */
  lignes = [];
  prete = false;
  demande = ""; // text of the last question
  repondu = ""; // text that the lines answer
  attendu = 0; // rank of the last question
  montre = 0; // rank of the last answer shown
  choix = 0; // rank of the last line chosen
  active = -1;
  presse = false; // Enter was pressed before the answer came
  suivante = false; // another question waits for the answer to this one
  reste = 0; // answers that an unfolded list would hold, 0 when all are there
  reprendre = -1; // line to light once the rest is there
  /** @type {ReturnType<typeof setTimeout> | null} an answer is on its way */
  minuteur = null;

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.saisie = /** @type {HTMLInputElement} */ (trouver(racine, "input"));
    this.volet = trouver(racine, ".atlas-volet");
    this.phrase = trouver(racine, ".atlas-phrase");
    this.liste = trouver(racine, "ul");
    this.fin = trouver(racine, ".atlas-fin");
    this.annonce = trouver(racine, "[role=status]");
    this.lettres = Number(this.saisie.dataset.lettres);
    this.saisie.addEventListener("input", () => {
      this.presse = false;
      this.reprendre = -1;
      this.demander();
    });
    this.saisie.addEventListener("keydown", (e) => this.touche(e));
    this.saisie.addEventListener("focus", () => this.annoncer());
    this.saisie.addEventListener("click", () => this.rouvrir());
    this.saisie.addEventListener("blur", ({ relatedTarget: vers }) => {
      if (!(vers instanceof Node && this.volet.contains(vers))) this.fermer();
    });
    // A press in the list must not take the focus away before the click.
    this.volet.addEventListener("mousedown", (e) => e.preventDefault());
    this.liste.addEventListener("click", (e) => {
      const ligne = cible(e).closest("[role=option]");
      if (ligne instanceof HTMLElement) this.prendre(Number(ligne.dataset.rang));
    });
  }

  /** @param {Recu} composant */
  recevoir(composant) {
    this.composant = composant;
    const { data } = composant;
    if (!this.prete) {
      this.prete = true;
      this.saisie.dataset.prete = "oui";
      if (this.saisie.value) this.demander(); // typed before the script was there
    }
    if (data.rang !== this.attendu || this.montre === data.rang) return;
    this.montre = data.rang;
    this.arrivee();
    if (this.choix === data.rang && !data.phrase) {
      this.vider();
      return;
    }
    this.montrer(data);
    if (this.suivante) {
      this.demander();
      return;
    }
    if (this.presse && !data.phrase) this.choisir(0);
    this.presse = false;
  }

  /* The first reader of a server has it build its index while he begins to type. */
  annoncer() {
    if (this.attendu || !this.composant) {
      this.rouvrir();
      return;
    }
    this.demande = "";
    this.partir();
    this.composant.setStateValue("demande", { texte: "", rang: this.attendu });
  }

  demander() {
    const texte = this.saisie.value.trim();
    if (texte.length < this.lettres) {
      this.suivante = false;
      this.lignes = [];
      this.fermer();
      return;
    }
    this.suivante = this.minuteur !== null;
    if (this.suivante) return;
    this.partir();
    this.demande = texte;
    this.composant?.setStateValue("demande", { texte, rang: this.attendu });
  }

  /** The rest of the answers is asked for like a text, and the first of them is lit when it comes. */
  deplier() {
    this.reprendre = this.lignes.length;
    this.partir();
    this.composant?.setStateValue("demande", { texte: this.repondu, rang: this.attendu, suite: true });
  }

  /** @param {number} place */
  prendre(place) {
    if (this.reste && place === this.lignes.length) this.deplier();
    else this.choisir(place);
  }

  /** @param {number} place */
  choisir(place) {
    const ligne = this.lignes[place];
    if (!ligne) return;
    this.suivante = false;
    this.partir();
    this.choix = this.attendu;
    const { sorte, cle, millesime } = ligne;
    const choix = { sorte, cle, millesime, texte: this.repondu, rang: this.attendu };
    this.composant?.setTriggerValue("choix", choix);
  }

  partir() {
    this.attendu = ++rang;
    clearTimeout(this.minuteur ?? undefined);
    this.minuteur = setTimeout(() => {
      this.arrivee();
      if (this.suivante) this.demander();
    }, PATIENCE);
    this.liste.setAttribute("aria-busy", "true");
  }

  arrivee() {
    clearTimeout(this.minuteur ?? undefined);
    this.minuteur = null;
    this.liste.removeAttribute("aria-busy");
  }

  /** @param {DonneesDeRecherche} reponse */
  montrer({ phrase, lignes, page, total = 0, depliees = 0 }) {
    if (this.choix !== this.attendu) this.repondu = this.demande;
    this.lignes = lignes;
    this.reste = depliees > lignes.length ? depliees : 0;
    this.phrase.textContent = phrase;
    this.phrase.hidden = !phrase;
    if (page) this.phrase.append(" ", lien(page, "Voir la page de la région"));
    this.liste.replaceChildren(...groupes(lignes));
    if (this.reste) this.liste.append(suite(lignes.length, depliees, total));
    this.fin.textContent = this.reste ? "" : fin(lignes.length, total);
    this.fin.hidden = !this.fin.textContent;
    this.liste.hidden = !lignes.length;
    this.annonce.textContent = [phrase, annonce(lignes.length, total)].filter(Boolean).join(" ");
    const premiere = this.reprendre;
    this.reprendre = -1;
    this.activer(-1);
    this.rouvrir();
    if (premiere > 0 && premiere < lignes.length) this.activer(premiere);
    else this.volet.scrollTop = 0;
  }

  rouvrir() {
    const utile = this.saisie.value.trim().length >= this.lettres;
    if (!utile || document.activeElement !== this.saisie) return;
    if (!this.lignes.length && !this.phrase.textContent) return;
    this.volet.hidden = false;
    this.saisie.setAttribute("aria-expanded", String(this.lignes.length > 0));
    // After a sentence nothing is lit: a second Enter does not open what was not chosen.
    if (this.active < 0 && this.lignes.length && !this.phrase.textContent) this.activer(0);
  }

  fermer() {
    this.volet.hidden = true;
    this.saisie.setAttribute("aria-expanded", "false");
    this.activer(-1);
  }

  vider() {
    this.saisie.value = "";
    this.lignes = [];
    this.phrase.textContent = "";
    this.annonce.textContent = "";
    this.fermer();
    if (matchMedia("(pointer: coarse)").matches) this.saisie.blur(); // put the phone's keyboard away
  }

  /** @param {number} place */
  activer(place) {
    this.active = place;
    const options = [...this.liste.querySelectorAll("[role=option]")];
    options.forEach((ligne, i) => {
      ligne.setAttribute("aria-selected", String(i === place));
    });
    if (place < 0) {
      this.saisie.removeAttribute("aria-activedescendant");
      return;
    }
    this.saisie.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    const ouvert = !this.volet.hidden;
    const dernier = this.lignes.length - (this.reste ? 0 : 1);
    if (evenement.isComposing) return;
    /** @type {Record<string, () => void>} */
    const gestes = {
      ArrowDown: () => (ouvert ? this.activer(this.active >= dernier ? 0 : this.active + 1) : this.rouvrir()),
      ArrowUp: () => (ouvert ? this.activer(this.active <= 0 ? dernier : this.active - 1) : this.rouvrir()),
      Enter: () => this.valider(),
      Escape: () => (ouvert ? this.fermer() : this.vider()),
    };
    const geste = gestes[evenement.key];
    if (!geste || (evenement.key.startsWith("Arrow") && dernier < 0)) return;
    evenement.preventDefault();
    geste();
  }

  /* Enter takes the line that is lit; pressed before the answer came, it takes the first line of the answer. */
  valider() {
    this.presse = this.minuteur !== null;
    if (this.presse) return;
    if (this.volet.hidden) this.rouvrir();
    else this.prendre(this.active);
  }
}

/** @param {Recu} composant */
export default function recherche(composant) {
  const racine = trouver(composant.parentElement, ".atlas-recherche");
  const champ = champs.get(racine) ?? new Champ(racine);
  champs.set(racine, champ);
  champ.recevoir(composant);
}
