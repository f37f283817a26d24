/* Rows of the reader's own list to correct: the faulty cells with their message, the others on demand. A row is checked
   again by itself; what is typed in the others stays. See pages/projets/corrections.py. */

import { bouton, habiller, morceau, renommer, trouver } from "../../commun/pieces.js";

/** @import { CelluleACorriger, Composant, DonneesDeCorrections, LigneACorriger } from "../../commun/contrats.js" */
/** @typedef {Composant<DonneesDeCorrections>} Recu */

const LONGUEUR = 32767; // characters of a cell, as Python takes them
/** @type {WeakMap<HTMLElement, Corrections>} */
const instances = new WeakMap();
let dressees = 0;

class Corrections {
  /** @type {Map<string, string>} what is typed and not checked yet, by row and column */
  tapes = new Map();
  /** @type {Set<number>} rows shown whole */
  entieres = new Set();
  /** @type {number | null} the row that was sent, where the focus comes back */
  envoyee = null;
  /** @type {Recu | null} */
  composant = null;

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.cle = `corrections-${++dressees}`;
    this.cadre = morceau("div", "atlas-corrections-cadre");
    this.cadre.setAttribute("role", "region");
    this.cadre.tabIndex = 0;
    this.dit = morceau("p", "atlas-corrections-dit");
    this.dit.setAttribute("role", "status");
    racine.replaceChildren(this.dit, this.cadre);
  }

  /** @param {Recu} composant */
  recevoir(composant) {
    this.composant = composant;
    const { titre, dit, lignes } = composant.data;
    for (const { rang, cellules } of lignes) {
      for (const { colonne, valeur } of cellules) {
        if (this.tapes.get(cleDe(rang, colonne)) === valeur) this.tapes.delete(cleDe(rang, colonne));
      }
    }
    if (this.dit.textContent !== dit) this.dit.textContent = dit;
    this.cadre.hidden = !lignes.length;
    this.cadre.setAttribute("aria-label", titre);
    const table = document.createElement("table");
    table.append(morceau("caption", "", titre), ...lignes.map((ligne) => this.ligne(ligne)));
    this.cadre.replaceChildren(table);
    this.revenir(lignes);
  }

  /**
   * The row that was checked is still there: its first faulty cell; else the next row.
   * @param {LigneACorriger[]} lignes
   */
  revenir(lignes) {
    if (this.envoyee === null) return;
    const suivante = lignes.find(({ rang }) => rang >= /** @type {number} */ (this.envoyee));
    this.envoyee = null;
    const corps = suivante && this.cadre.querySelector(`tbody[data-rang="${suivante.rang}"]`);
    const champ = corps?.querySelector("[aria-invalid] , input");
    if (champ instanceof HTMLElement) champ.focus();
  }

  /** @param {LigneACorriger} ligne */
  ligne(ligne) {
    const corps = document.createElement("tbody");
    corps.dataset.rang = String(ligne.rang);
    const tete = morceau("th", "", ligne.nom ? `Ligne ${ligne.ligne} : ${ligne.nom}` : `Ligne ${ligne.ligne}`);
    tete.colSpan = 3;
    tete.scope = "rowgroup";
    corps.append(rangee("atlas-corrections-tete", tete));
    for (const motif of ligne.motifs) {
      const cellule = morceau("td", "atlas-corrections-motif", motif);
      cellule.colSpan = 3;
      corps.append(rangee("", cellule));
    }
    const fautives = ligne.cellules.filter(({ motif }) => motif);
    const autres = ligne.cellules.filter(({ motif }) => !motif);
    corps.append(...fautives.map((cellule) => this.cellule(ligne, cellule)));
    const cachees = autres.map((cellule) => this.cellule(ligne, cellule));
    corps.append(...cachees, this.actions(ligne, cachees, Boolean(fautives.length)));
    corps.addEventListener("keydown", (e) => {
      if (e.key === "Enter" && e.target instanceof HTMLInputElement) this.verifier(ligne);
    });
    return corps;
  }

  /**
   * @param {LigneACorriger} ligne
   * @param {CelluleACorriger} cellule
   */
  cellule({ rang, ligne }, { colonne, champ, valeur, motif }) {
    const nom = morceau("th", "", champ);
    nom.scope = "row";
    if (colonne !== champ) nom.append(morceau("small", "", `colonne « ${colonne} »`));
    const saisie = document.createElement("input");
    const cle = cleDe(rang, colonne);
    Object.assign(saisie, { type: "text", maxLength: LONGUEUR, value: this.tapes.get(cle) ?? valeur });
    saisie.setAttribute("aria-label", `${champ}, ligne ${ligne}`);
    saisie.addEventListener("input", () => {
      if (saisie.value === valeur) this.tapes.delete(cle);
      else this.tapes.set(cle, saisie.value);
    });
    const dit = morceau("td", "atlas-corrections-motif", motif);
    if (motif) {
      dit.id = `${this.cle}-${rang}-${champ}`.replace(/[^\w-]/g, "_");
      saisie.setAttribute("aria-invalid", "true");
      saisie.setAttribute("aria-describedby", dit.id);
    }
    const place = document.createElement("td");
    place.append(saisie);
    return rangee(motif ? "atlas-corrections-fautive" : "", nom, place, dit);
  }

  /**
   * @param {LigneACorriger} ligne
   * @param {HTMLElement[]} cachees
   * @param {boolean} fautive
   */
  actions(ligne, cachees, fautive) {
    const place = document.createElement("td");
    place.colSpan = 3;
    const verifier = bouton("atlas-corrections-verifier", "Vérifier à nouveau");
    verifier.setAttribute("aria-label", `Vérifier à nouveau la ligne ${ligne.ligne}`);
    verifier.addEventListener("click", () => this.verifier(ligne));
    place.append(verifier);
    if (fautive && cachees.length) {
      const toute = bouton("atlas-corrections-toute", "");
      const montrer = () => {
        const ouverte = this.entieres.has(ligne.rang);
        for (const cachee of cachees) cachee.hidden = !ouverte;
        renommer(toute, ouverte ? "Les seules cellules à corriger" : "Toute la ligne");
        toute.setAttribute("aria-expanded", String(ouverte));
      };
      toute.addEventListener("click", () => {
        if (!this.entieres.delete(ligne.rang)) this.entieres.add(ligne.rang);
        montrer();
      });
      montrer();
      place.append(toute);
    }
    return rangee("atlas-corrections-actions", place);
  }

  /**
   * The changed cells of one row leave. Without any, the row is checked as it is; the fault of its shape, which no cell
   * has, is then lifted by sending the cell that begins it.
   * @param {LigneACorriger} ligne
   */
  verifier({ rang, motifs, cellules }) {
    const changees = cellules.flatMap(({ colonne }) => {
      const tape = this.tapes.get(cleDe(rang, colonne));
      return tape === undefined ? [] : [[rang, colonne, tape]];
    });
    const { colonne, valeur } = motifs.length ? cellules[0] : { colonne: "", valeur: "" };
    this.envoyee = rang;
    this.composant?.setTriggerValue("corrections", changees.length ? changees : [[rang, colonne, valeur]]);
  }
}

/**
 * @param {number} rang
 * @param {string} colonne
 */
function cleDe(rang, colonne) {
  return `${rang} ${colonne}`;
}

/**
 * @param {string} classe
 * @param {HTMLElement[]} cellules
 */
function rangee(classe, ...cellules) {
  const tr = morceau("tr", classe);
  tr.append(...cellules);
  return tr;
}

/** @param {Recu} composant */
export default async function corrections(composant) {
  const racine = trouver(composant.parentElement, ".atlas-corrections");
  await habiller(composant.parentElement);
  const dressee = instances.get(racine) ?? new Corrections(racine);
  instances.set(racine, dressee);
  dressee.recevoir(composant);
}
