/* Above the table: how many rows, by what they are sorted (phones have no heads), which columns to show. */

import { auDepart, bouton, cible, enveloppe, morceau, renommer } from "../../commun/pieces.js";
import { motDeTout } from "./lignes.js";

/** @import { Colonne, Table } from "./donnees.js" */

export class Commandes {
  connues = "";
  inverse = "";

  /**
   * @param {string} cle
   * @param {{trier: (tri: string) => void, choisir: (noms: string[]) => void, cocher: () => void}} gestes
   */
  constructor(cle, { trier, choisir, cocher }) {
    this.cle = cle;
    this.trier = trier;
    this.choisir = choisir;
    this.element = morceau("div", "atlas-projets-commandes");
    this.compte = morceau("span", "atlas-projets-compte");
    this.compte.setAttribute("role", "status");
    this.tout = bouton("atlas-projets-tout", "");
    this.tout.addEventListener("click", cocher);
    this.par = document.createElement("select");
    this.sens = bouton("atlas-projets-sens", "");
    this.place = morceau("div", "atlas-projets-menu");
    this.commande = bouton("atlas-projets-bouton", "Colonnes");
    this.volet = morceau("div", "atlas-projets-volet");
    this.liste = document.createElement("ul");
    this.element.append(this.compte, this.tout, this.tri(), this.menu());
    document.addEventListener("pointerdown", (e) => {
      if (!this.place.contains(cible(e))) this.fermer();
    });
  }

  tri() {
    const label = morceau("label", "atlas-projets-tri");
    this.par.addEventListener("change", () => this.trier(this.par.value));
    this.sens.addEventListener("click", () => this.trier(this.inverse));
    label.append(morceau("span", "", "Trier par"), this.par);
    const place = morceau("div", "atlas-projets-ordre");
    place.append(label, this.sens);
    return place;
  }

  menu() {
    this.volet.id = `${this.cle}-colonnes`;
    this.volet.hidden = true;
    this.volet.setAttribute("role", "group");
    this.volet.setAttribute("aria-label", "Colonnes à montrer");
    this.commande.setAttribute("aria-controls", this.volet.id);
    this.commande.setAttribute("aria-expanded", "false");
    this.commande.addEventListener("click", () => (this.volet.hidden ? this.ouvrir() : this.fermer()));
    this.place.addEventListener("keydown", (e) => this.touche(e));
    auDepart(this.place, () => this.fermer());
    this.liste.addEventListener("change", () => this.choisies());
    this.volet.append(this.liste);
    this.place.append(this.commande, this.volet);
    return this.place;
  }

  /** @param {string} choix */
  cases(choix) {
    return /** @type {HTMLInputElement[]} */ ([...this.liste.querySelectorAll(choix)]);
  }

  /** @param {{table: Table, colonnes: Colonne[], tri: string, lignes: number}} montre */
  montrer({ table, colonnes, tri, lignes }) {
    const toutes = [...table.colonnes.values()].filter((c) => c.libelle);
    const montrees = new Set(colonnes.map((c) => c.nom));
    this.compte.textContent = `${lignes.toLocaleString("fr")}\u202f${lignes > 1 ? "projets" : "projet"}`;
    const liste = JSON.stringify(toutes.map((c) => c.nom));
    if (this.connues !== liste) {
      this.connues = liste;
      this.par.replaceChildren(
        new Option("ordre de la liste", ""),
        ...toutes.map((c) => new Option(c.libelle.toLowerCase(), c.nom)),
      );
      this.liste.replaceChildren(...toutes.map((c) => enveloppe(caseDe(c))));
    }
    const descend = tri.startsWith("-");
    this.par.value = tri.replace(/^-/, "");
    this.inverse = descend ? tri.slice(1) : `-${tri}`;
    this.sens.hidden = !tri;
    renommer(this.sens, descend ? "décroissant" : "croissant");
    this.sens.setAttribute("aria-label", `Ordre ${descend ? "décroissant" : "croissant"} : inverser`);
    for (const entree of this.cases("input")) {
      entree.checked = montrees.has(entree.value);
      entree.disabled = entree.checked && montrees.size === 1; // a table keeps one column
    }
  }

  /**
   * @param {number} cochees of the rows shown
   * @param {number} montrees
   */
  direCoches(cochees, montrees) {
    this.tout.hidden = !montrees;
    renommer(this.tout, motDeTout(cochees, montrees));
  }

  choisies() {
    this.choisir(this.cases("input:checked").map((entree) => entree.value));
  }

  ouvrir() {
    this.volet.hidden = false;
    this.commande.setAttribute("aria-expanded", "true");
    this.cases("input:not(:disabled)")[0]?.focus({ preventScroll: true });
  }

  fermer() {
    this.volet.hidden = true;
    this.commande.setAttribute("aria-expanded", "false");
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    if (this.volet.hidden) return;
    if (evenement.key === "Escape") {
      this.fermer();
      this.commande.focus();
      return;
    }
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    if (!pas) return;
    evenement.preventDefault();
    const cases = this.cases("input:not(:disabled)");
    const ici = cases.findIndex((entree) => entree === document.activeElement);
    cases[Math.max(0, Math.min(ici + pas, cases.length - 1))]?.focus();
  }
}

/** @param {Colonne} colonne */
function caseDe(colonne) {
  const label = document.createElement("label");
  const entree = document.createElement("input");
  Object.assign(entree, { type: "checkbox", value: colonne.nom });
  label.append(entree, morceau("span", "", colonne.libelle));
  return label;
}
