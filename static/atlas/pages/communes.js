/* The communes of a territory, closed until they are asked for: fetched then, filtered here (pages/territoire/communes.py). */

import { lire } from "../commun/fichiers.js";
import { morceau } from "../commun/pieces.js";
import { plier } from "../commun/textes.js";

/** @import { Composant } from "../commun/contrats.js" */
/** @typedef {{listes: string[], n: number, ti: string, millesime: number, commune: string}} Donnees */
/**
 * The communes of a département in columns (`membres` of data/couches/contenus.py).
 * @typedef {object} Membres
 * @property {number} n
 * @property {string[]} code
 * @property {string[]} nom
 * @property {number[]} population
 * @property {number[]} projets
 * @property {string[]} epcis
 * @property {(number | null)[]} epci
 * @property {string[]} tis
 * @property {Record<string, (number | null)[]>} ti
 */

const COLONNES = ["Commune", "Intercommunalité", "Population (2018)", "Projets (avril 2022)"];
const RECUL = 90; // px above the reader's commune: the heads of the columns, a row
const ABSENTES = "La liste des communes n’a pas pu être lue. Refermez-la et rouvrez-la dans un instant.";

/** @type {WeakMap<HTMLElement, Liste>} */
const listes = new WeakMap();

/** @param {number} nombre */
const ecrit = (nombre) => nombre.toLocaleString("fr-FR");

/** @param {number} nombre */
const compte = (nombre) => `${ecrit(nombre)}\u202f${nombre > 1 ? "communes" : "commune"}`;

class Liste {
  nom = "";
  demandee = ""; // the territory whose communes are listed, or on their way
  /** @type {Donnees | null} */
  donnees = null;
  /** @type {{rangee: HTMLTableRowElement, plie: string, code: string}[]} */
  lignes = [];

  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.repli = document.createElement("details");
    this.repli.className = "atlas-communes";
    this.titre = document.createElement("summary");
    this.champ = document.createElement("input");
    this.champ.type = "search";
    this.champ.autocomplete = "off";
    this.champ.spellcheck = false;
    const label = morceau("label", "atlas-communes-champ", "Chercher une commune du territoire ");
    label.append(this.champ);
    this.bilan = morceau("p", "atlas-communes-bilan");
    this.bilan.setAttribute("role", "status");
    this.table = document.createElement("table");
    this.table.className = "c3 c4";
    this.corps = document.createElement("tbody");
    const cadre = morceau("div", "atlas-table");
    this.cadre = cadre;
    cadre.tabIndex = 0;
    cadre.setAttribute("role", "region");
    cadre.setAttribute("aria-label", "Les communes du territoire");
    cadre.append(this.table);
    this.table.append(morceau("caption", "atlas-lecteurs", "Les communes du territoire"), tete(), this.corps);
    this.repli.append(this.titre, label, this.bilan, cadre);
    this.champ.addEventListener("input", () => this.restreindre());
    this.repli.addEventListener("toggle", () => this.remplir());
    parent.append(this.repli);
  }

  /** @param {Donnees} donnees */
  recevoir(donnees) {
    this.donnees = donnees;
    this.titre.textContent = donnees.n > 1 ? `Les ${compte(donnees.n)} du territoire` : "La commune du territoire";
    this.remplir();
    this.marquer();
  }

  /* Fetched when it is open, for the territory that is shown. */
  async remplir() {
    const { donnees } = this;
    if (!donnees || !this.repli.open) return;
    const { listes: adresses, ti, millesime } = donnees;
    const nom = `${ti} ${millesime}`;
    if (nom === this.demandee) return;
    this.demandee = nom;
    this.champ.value = "";
    this.bilan.textContent = "Chargement…";
    try {
      const lues = await Promise.all(adresses.map(lire));
      if (nom === this.demandee) this.ecrire(lues, ti, millesime);
    } catch (erreur) {
      console.warn(erreur);
      this.demandee = "";
      this.bilan.textContent = ABSENTES;
    }
  }

  /**
   * @param {Membres[]} lues
   * @param {string} ti
   * @param {number} millesime
   */
  ecrire(lues, ti, millesime) {
    this.lignes = lues.flatMap((membres) => {
      const rang = membres.tis.indexOf(ti);
      const siens = membres.ti[millesime];
      return rang < 0
        ? []
        : membres.code.flatMap((_, i) => (siens[i] === rang ? [ligne(membres, i, ti, millesime)] : []));
    });
    this.lignes.sort((une, autre) => une.plie.localeCompare(autre.plie, "fr"));
    this.corps.replaceChildren(...this.lignes.map(({ rangee }) => rangee));
    this.restreindre();
    this.marquer();
    this.cadre.scrollTop = Math.max(
      0,
      (this.lignes.find(({ code }) => code === this.donnees?.commune)?.rangee.offsetTop ?? 0) - RECUL,
    );
  }

  restreindre() {
    const mots = plier(this.champ.value).split(" ").filter(Boolean);
    for (const { rangee, plie } of this.lignes) rangee.hidden = !mots.every((mot) => plie.includes(mot));
    const restent = this.lignes.filter(({ rangee }) => !rangee.hidden).length;
    this.bilan.textContent = !mots.length
      ? compte(restent)
      : restent
        ? `${compte(restent)} sur ${ecrit(this.lignes.length)}`
        : `Aucune commune du territoire ne contient « ${this.champ.value.trim()} ».`;
  }

  /* The reader's commune is told apart, by more than a colour. */
  marquer() {
    for (const { rangee, code } of this.lignes) {
      const sienne = code === this.donnees?.commune;
      rangee.classList.toggle("votre", sienne);
      if (sienne) rangee.setAttribute("aria-current", "true");
      else rangee.removeAttribute("aria-current");
    }
  }
}

function tete() {
  const rangee = document.createElement("tr");
  for (const colonne of COLONNES) {
    const th = document.createElement("th");
    th.scope = "col";
    th.textContent = colonne;
    rangee.append(th);
  }
  const thead = document.createElement("thead");
  thead.append(rangee);
  return thead;
}

/**
 * @param {Membres} membres
 * @param {number} i
 * @param {string} ti
 * @param {number} millesime
 */
function ligne(membres, i, ti, millesime) {
  const { code, nom, epcis, epci, population, projets } = membres;
  const rang = epci[i];
  const epciDit = rang === null ? "" : epcis[rang];
  const lien = document.createElement("a");
  lien.href = `territoire?${new URLSearchParams({ ti, millesime: String(millesime), commune: code[i] })}`;
  lien.textContent = nom[i];
  const rangee = document.createElement("tr");
  const cases = [lien, epciDit || "aucune", ecrit(population[i]), ecrit(projets[i])];
  for (const contenu of cases) rangee.insertCell().append(contenu);
  return { rangee, code: code[i], plie: plier(`${nom[i]} ${epciDit} ${code[i]}`) };
}

/** @param {Composant<Donnees>} recu */
export default ({ parentElement, data }) => {
  const liste = listes.get(parentElement) ?? new Liste(parentElement);
  listes.set(parentElement, liste);
  liste.recevoir(data);
};
