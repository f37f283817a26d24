/* The two panels that are not lists: a period in months, and announced jobs. */

import { bouton, morceau } from "../../commun/pieces.js";

/** @import { Mots } from "../../commun/contrats.js" */
/** @typedef {{lire: () => Mots, changer: (mots: Mots) => void}} Gestes */

const PAUSE = 400; // ms without a key before a number leaves
const MOIS = new Intl.DateTimeFormat("fr", { month: "long", year: "numeric", timeZone: "UTC" });

/** From a month to a month, both included. */
export class Periode {
  /**
   * @param {string[]} bornes first and last month
   * @param {Gestes} gestes
   */
  constructor(bornes, { lire, changer }) {
    this.lire = lire;
    this.changer = changer;
    this.element = morceau("div", "atlas-filtre-champs");
    const tous = mois(bornes[0], bornes[1]);
    this.du = choix("Premier mois", "depuis le début", tous);
    this.au = choix("Dernier mois", "jusqu’à la fin", tous);
    this.vider = effaceur("Toute la période", () => this.envoyer("", ""));
    this.element.append(this.du.label, this.au.label, this.vider);
    for (const { select } of [this.du, this.au])
      select.addEventListener("change", () => this.envoyer(this.du.select.value, this.au.select.value));
  }

  ouvrir() {
    this.actualiser();
  }

  /* A period can not end before it begins: the months that would do so can not be chosen. */
  actualiser() {
    const { du = [], au = [] } = this.lire();
    poser(this.du.select, du[0] ?? "");
    poser(this.au.select, au[0] ?? "");
    for (const option of this.du.select.options) option.disabled = Boolean(au[0]) && option.value > au[0];
    for (const option of this.au.select.options)
      option.disabled = Boolean(option.value) && option.value < (du[0] ?? "");
    this.vider.disabled = !du.length && !au.length;
  }

  /**
   * @param {string} du
   * @param {string} au
   */
  envoyer(du, au) {
    this.changer({ du: du ? [du] : [], au: au ? [au] : [] });
    this.actualiser();
  }

  premier() {
    return this.du.select;
  }
}

/** At least, at most, and only the projects that say a number. */
export class Emplois {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  minuteur;

  /** @param {Gestes} gestes */
  constructor({ lire, changer }) {
    this.lire = lire;
    this.changer = changer;
    this.element = morceau("div", "atlas-filtre-champs");
    this.min = nombre("Au moins");
    this.max = nombre("Au plus");
    this.dits = document.createElement("input");
    this.dits.type = "checkbox";
    const label = morceau("label", "atlas-filtre-dits");
    label.append(this.dits, morceau("span", "", "Renseigné seulement"));
    this.vider = effaceur("Effacer", () => {
      this.min.input.value = "";
      this.max.input.value = "";
      this.dits.checked = false;
      this.envoyer();
    });
    this.element.append(this.min.label, this.max.label, label, this.vider);
    this.dits.addEventListener("change", () => this.envoyer());
    for (const { input } of [this.min, this.max]) {
      input.addEventListener("input", () => {
        clearTimeout(this.minuteur);
        this.minuteur = setTimeout(() => this.envoyer(), PAUSE);
      });
      input.addEventListener("change", () => this.envoyer());
    }
  }

  ouvrir() {
    this.actualiser();
  }

  actualiser() {
    const { emplois_min: min = [], emplois_max: max = [], emplois = [] } = this.lire();
    this.vider.disabled = !min.length && !max.length && !emplois.length;
    if (this.minuteur) return; // the reader is typing
    if (lu(this.min.input) !== (min[0] ?? "")) this.min.input.value = min[0] ?? "";
    if (lu(this.max.input) !== (max[0] ?? "")) this.max.input.value = max[0] ?? "";
    this.dits.checked = emplois.length > 0;
  }

  envoyer() {
    clearTimeout(this.minuteur);
    this.minuteur = undefined;
    const [min, max] = [lu(this.min.input), lu(this.max.input)];
    const inverses = min && max && Number(min) > Number(max);
    this.changer({
      emplois_min: min ? [inverses ? max : min] : [],
      emplois_max: max ? [inverses ? min : max] : [],
      emplois: this.dits.checked ? ["renseigne"] : [],
    });
    this.actualiser();
  }

  premier() {
    return this.min.input;
  }
}

/**
 * Months from one to another, both included: code and name; none without bounds.
 * @param {string | undefined} premier
 * @param {string | undefined} dernier
 */
function mois(premier, dernier) {
  if (!premier || !dernier) return [];
  /** @type {[string, string][]} */
  const suite = [];
  let [annee, rang] = premier.split("-").map(Number);
  for (let code = premier; code <= dernier; ) {
    suite.push([code, MOIS.format(Date.UTC(annee, rang - 1))]);
    [annee, rang] = rang === 12 ? [annee + 1, 1] : [annee, rang + 1];
    code = `${annee}-${String(rang).padStart(2, "0")}`;
  }
  return suite;
}

/**
 * @param {string} titre
 * @param {string} vide
 * @param {[string, string][]} options
 */
function choix(titre, vide, options) {
  const select = document.createElement("select");
  select.setAttribute("aria-label", titre);
  select.append(new Option(vide, ""), ...options.map(([code, nom]) => new Option(nom, code)));
  return { select, label: etiquette(titre, select) };
}

/**
 * A month of the address that no project has stays readable in its field.
 * @param {HTMLSelectElement} select
 * @param {string} code
 */
function poser(select, code) {
  if (![...select.options].some((o) => o.value === code)) select.append(new Option(code, code));
  select.value = code;
}

/** @param {string} titre */
function nombre(titre) {
  const input = document.createElement("input");
  Object.assign(input, { type: "number", min: "0", step: "1", inputMode: "numeric", autocomplete: "off" });
  return { input, label: etiquette(titre, input) };
}

/**
 * The whole number of a field; empty when there is none.
 * @param {HTMLInputElement} input
 */
function lu(input) {
  const n = Math.floor(Number(input.value));
  return input.value.trim() && Number.isFinite(n) && n >= 0 ? String(n) : "";
}

/**
 * @param {string} titre
 * @param {HTMLElement} champ
 */
function etiquette(titre, champ) {
  const label = morceau("label", "atlas-filtre-champ");
  label.append(morceau("span", "", titre), champ);
  return label;
}

/**
 * @param {string} texte
 * @param {() => void} faire
 */
function effaceur(texte, faire) {
  const b = bouton("atlas-filtre-vider", texte);
  b.addEventListener("click", faire);
  return b;
}
