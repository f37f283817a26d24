/* The panel of a facet: a search, then values to tick, each with its count. See filtres.js for what opens it. */

import { bouton, cible, morceau } from "../../commun/pieces.js";
import { plier } from "../../commun/textes.js";

/** @import { Facette } from "../../commun/contrats.js" */
/**
 * @typedef {object} Gestes
 * @property {() => {choisies: Set<string>, comptes: number[] | null}} lire
 * @property {(valeurs: string[]) => void} changer
 */
/** @typedef {ReturnType<typeof ligne>} Case */

const ASSEZ = 12; // values from which a list has its own search

export class Liste {
  /** @type {Case[]} */
  cases = [];

  /**
   * @param {Facette} facette
   * @param {Gestes} gestes
   */
  constructor(facette, { lire, changer }) {
    this.facette = facette;
    this.lire = lire;
    this.changer = changer;
    this.element = morceau("div", "atlas-filtre-liste");
    this.ul = document.createElement("ul");
    this.bilan = morceau("span", "atlas-filtre-bilan");
    this.bilan.setAttribute("role", "status");
    this.vider = bouton("atlas-filtre-vider", "Tout décocher");
    this.vider.addEventListener("click", () => {
      this.changer([]);
      this.actualiser();
      this.premier().focus();
    });
    const pied = morceau("div", "atlas-filtre-pied");
    pied.append(this.bilan, this.vider);
    this.rien = morceau("p", "atlas-filtre-rien");
    this.champ = facette.valeurs.length > ASSEZ ? this.chercheur() : null;
    if (this.champ) this.element.append(this.champ);
    this.element.append(this.ul, this.rien, pied);
    this.ul.addEventListener("change", (e) => this.cocher(/** @type {HTMLInputElement} */ (e.target)));
    this.ul.addEventListener("keydown", (e) => this.touche(e));
    this.ul.addEventListener("focusin", (e) => this.courante(cible(e)));
  }

  chercheur() {
    const champ = document.createElement("input");
    champ.type = "search";
    champ.placeholder = "Chercher dans la liste…";
    champ.setAttribute("aria-label", `Chercher dans la liste ${this.facette.libelle}`);
    champ.autocomplete = "off";
    champ.spellcheck = false;
    champ.addEventListener("input", () => this.restreindre());
    champ.addEventListener("keydown", (e) => {
      if (e.key !== "ArrowDown" || !this.visibles().length) return;
      e.preventDefault();
      this.visibles()[0].focus();
    });
    return champ;
  }

  /* Chosen values first, then those that still find projects, then the others: the order holds while it is open. */
  ouvrir() {
    const { choisies, comptes } = this.lire();
    const { valeurs, libelles } = this.facette;
    /** @param {number} i */
    const poids = (i) => (choisies.has(valeurs[i]) ? 0 : !comptes || comptes[i] ? 1 : 2);
    const ordre = valeurs.map((_, i) => i).sort((a, b) => poids(a) - poids(b) || a - b);
    this.cases = ordre.map((i) => ligne(valeurs[i], (libelles ?? valeurs)[i], i));
    this.ul.replaceChildren(...this.cases.map((c) => c.li));
    if (this.champ) this.champ.value = "";
    this.restreindre();
    this.actualiser();
  }

  actualiser() {
    const { choisies, comptes } = this.lire();
    for (const { li, entree, compte, valeur, rang } of this.cases) {
      entree.checked = choisies.has(valeur);
      const n = comptes ? comptes[rang] : null;
      compte.textContent = n === null ? "" : n.toLocaleString("fr");
      li.classList.toggle("atlas-vaut-zero", n === 0);
    }
    this.bilan.textContent = `${choisies.size || "Aucun"} choix sur ${this.cases.length}`;
    this.vider.disabled = !choisies.size;
  }

  premier() {
    return this.champ ?? this.visibles()[0] ?? this.vider;
  }

  visibles() {
    return this.cases.filter((c) => !c.li.hidden).map((c) => c.entree);
  }

  restreindre() {
    const mots = plier(this.champ?.value ?? "")
      .split(" ")
      .filter(Boolean);
    for (const c of this.cases) c.li.hidden = !mots.every((mot) => c.plie.includes(mot));
    const restent = this.visibles();
    this.rien.textContent = restent.length ? "" : `Aucune valeur ne contient « ${this.champ?.value ?? ""} ».`;
    this.rien.hidden = restent.length > 0;
    this.courante(restent[0]);
    this.ul.scrollTop = 0;
  }

  /** @param {HTMLInputElement} entree */
  cocher(entree) {
    const choisies = new Set(this.lire().choisies);
    if (entree.checked) choisies.add(entree.value);
    else choisies.delete(entree.value);
    this.changer([...choisies]);
    this.actualiser();
  }

  /**
   * One stop for Tab in the whole list, arrows inside.
   * @param {HTMLElement | undefined} entree
   */
  courante(entree) {
    for (const c of this.cases) c.entree.tabIndex = c.entree === entree ? 0 : -1;
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    const cases = this.visibles();
    const ici = cases.findIndex((entree) => entree === document.activeElement);
    const vers = { ArrowDown: ici + 1, ArrowUp: ici - 1, Home: 0, End: cases.length - 1 }[evenement.key];
    if (vers === undefined) return;
    evenement.preventDefault();
    if (vers < 0) this.champ?.focus();
    else cases[Math.min(vers, cases.length - 1)]?.focus();
  }
}

/**
 * @param {string} valeur
 * @param {string} libelle
 * @param {number} rang
 */
function ligne(valeur, libelle, rang) {
  const li = document.createElement("li");
  const etiquette = document.createElement("label");
  const entree = document.createElement("input");
  entree.type = "checkbox";
  entree.value = valeur;
  entree.tabIndex = -1;
  const compte = morceau("span", "atlas-filtre-compte");
  etiquette.append(entree, morceau("span", "atlas-filtre-nom", `${libelle} `), compte);
  li.append(etiquette);
  return { li, entree, compte, valeur, rang, plie: plier(libelle) };
}
