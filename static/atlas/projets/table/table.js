/* The table of the page « Projets »: every row is there, only those in view are drawn. See pages/projets/table.py.

Rows are fixed in height, so that a place in the scroll is a row; on a phone a row is a card. Values are text, never HTML. */

import { bits } from "../../commun/bits.js";
import { lire } from "../../commun/fichiers.js";
import { cible, habiller, morceau, trouver } from "../../commun/pieces.js";
import { Coches } from "./coches.js";
import { Commandes } from "./commandes.js";
import { assembler, garder, ordonner } from "./donnees.js";
import { cocher, entetes, largeur, ligne, tout } from "./lignes.js";

/** @import { Composant, DonneesDeTable, FichierDeTable } from "../../commun/contrats.js" */
/** @import { Colonne, Table } from "./donnees.js" */
/** @typedef {Composant<DonneesDeTable>} Recu */

const HAUTEUR = { ligne: 54, carte: 88 }; // px, as in table.css; 200 000 cards stay under what Firefox can scroll
const MARGE = 6; // rows drawn above and below those in view
/** @type {WeakMap<HTMLElement, {dernier?: Recu, tableau?: Tableau}>} */
const instances = new WeakMap();
let dressees = 0;

/** The component that hears ticks (pages/projets/coches.py): its run sends nothing of the table.
 * @returns {Composant | undefined} */
const relais = () => /** @type {any} */ (window).atlasCoches;

class Tableau {
  active = -1;
  /** @type {Map<number, HTMLElement>} place -> element */
  dessinees = new Map();
  /** @type {Record<string, string>} */
  recus = {};
  /** @type {Table | null} */
  table = null;
  /** @type {Uint32Array | null} */
  ordre = null;
  /** @type {string | null} what `ordre` is in */
  ordonne = null;
  places = new Uint32Array();
  /** @type {Colonne[]} */
  colonnes = [];
  /** @type {string[]} */
  noms = [];
  /** @type {string | null} */
  visibles = null;
  tri = "";
  /** @type {Record<string, string>} */
  marques = {};
  cartes = false;
  hauteur = HAUTEUR.ligne;
  /** @type {Recu | null} */
  composant = null;
  /** @type {number | null} */
  image = null;

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.racine = racine;
    this.cle = `projets-${++dressees}`;
    this.commandes = new Commandes(this.cle, {
      trier: (tri) => this.trier(tri),
      choisir: (noms) => this.choisir(noms),
      cocher: () => this.coches.basculerTout(this.places),
    });
    this.coches = new Coches({
      envoyer: (envoi) => relais()?.setTriggerValue("coches", envoi),
      agir: (action) => relais()?.setTriggerValue("action", action),
      redire: () => this.direCoches(),
    });
    this.cadre = morceau("div", "atlas-projets-cadre");
    this.tete = morceau("div", "atlas-projets-entetes");
    this.corps = morceau("div", "atlas-projets-corps");
    this.vide = morceau("p", "atlas-projets-vide");
    this.dresser();
    this.etroit = matchMedia("(max-width: 640px)");
    this.etroit.addEventListener("change", () => this.refaire());
    new ResizeObserver(() => this.dessiner()).observe(this.cadre);
  }

  dresser() {
    this.cadre.tabIndex = 0;
    this.cadre.setAttribute("role", "grid");
    this.tete.setAttribute("role", "rowgroup");
    this.corps.setAttribute("role", "rowgroup");
    this.vide.hidden = true;
    this.cadre.append(this.tete, this.corps);
    this.racine.replaceChildren(this.commandes.element, this.coches.element, this.cadre, this.vide);
    this.cadre.addEventListener("scroll", () => this.bientot(), { passive: true });
    this.cadre.addEventListener("keydown", (e) => this.touche(e));
    this.cadre.addEventListener("focus", () => this.activer(this.active < 0 ? this.premiere() : this.active, false));
    this.corps.addEventListener("click", (e) => this.presser(e));
  }

  /**
   * What Python says anew wins; what it only repeats leaves the reader's last gesture alone.
   * @param {string} nom
   * @param {unknown} valeur
   */
  nouveau(nom, valeur) {
    const ecrite = JSON.stringify(valeur);
    const change = this.recus[nom] !== ecrite;
    this.recus[nom] = ecrite;
    return change;
  }

  /**
   * @param {Recu} composant
   * @param {FichierDeTable[]} fichiers
   */
  recevoir(composant, fichiers) {
    this.composant = composant;
    const { adresses, visibles, tri, colonnes, marques, titre, coches, rang, seules } = composant.data;
    this.marques = marques;
    this.cadre.setAttribute("aria-label", titre);
    if (this.nouveau("adresses", adresses)) {
      this.table = assembler(fichiers);
      this.ordre = null;
    }
    const triNouveau = this.nouveau("tri", tri);
    if (triNouveau) this.tri = tri;
    if (this.nouveau("colonnes", colonnes)) this.noms = colonnes;
    const garde = !this.nouveau("visibles", visibles) && !triNouveau && this.ordre !== null;
    this.visibles = visibles;
    this.coches.recevoir({ coches, rang, seules }, this.table?.n ?? 0);
    this.refaire({ garde });
  }

  /* Everything again: rows, heads and commands; the scroll goes back to the top unless `garde`. */
  refaire({ garde = true } = {}) {
    const { table } = this;
    if (!table) return;
    if (!this.ordre || this.ordonne !== this.tri) this.ordre = ordonner(table, this.tri);
    this.ordonne = this.tri;
    this.places = garder(this.ordre, bits(this.visibles, table.n));
    const connues = this.noms.flatMap((nom) => table.colonnes.get(nom) ?? []);
    this.colonnes = connues.length ? connues : [...table.colonnes.values()].filter((c) => c.libelle);
    this.cartes = this.etroit.matches;
    this.hauteur = this.cartes ? HAUTEUR.carte : HAUTEUR.ligne;
    this.racine.classList.toggle("atlas-en-cartes", this.cartes);
    const moindre = this.cartes ? "" : largeur(this.colonnes);
    this.tete.style.minWidth = moindre;
    this.corps.style.minWidth = moindre;
    this.tete.replaceChildren(
      entetes(this.colonnes, this.tri, {
        trier: (tri) => this.trier(tri),
        cocher: () => this.coches.basculerTout(this.places),
      }),
    );
    this.commandes.montrer({ table, colonnes: this.colonnes, tri: this.tri, lignes: this.places.length });
    this.corps.style.height = `${this.places.length * this.hauteur}px`;
    if (!garde) {
      this.cadre.scrollTop = 0;
      this.active = -1;
    }
    this.active = Math.min(this.active, this.places.length - 1);
    this.effacer();
    this.dessiner();
    this.annoncer();
    this.direCoches();
  }

  annoncer() {
    const n = this.places.length;
    this.cadre.setAttribute("aria-rowcount", String(n + 1));
    this.cadre.setAttribute("aria-colcount", String((this.cartes ? 3 : this.colonnes.length) + 1));
    this.cadre.hidden = !n;
    this.vide.hidden = n > 0;
    this.vide.textContent = "0 projet : aucun projet ne répond à ces filtres. Retirez un filtre, ou effacez-les tous.";
    this.racine.dataset.lignes = String(n);
    this.racine.dataset.tri = this.tri;
  }

  /* What is ticked, wherever it is said: rows, head, bar. */
  direCoches() {
    const { rangs } = this.coches;
    for (const [place, element] of this.dessinees) cocher(element, rangs.has(this.places[place]));
    const montrees = this.coches.montrees(this.places);
    tout(this.tete, montrees, this.places.length);
    this.commandes.direCoches(montrees, this.places.length);
    this.coches.direBarre(this.places);
    this.racine.dataset.coches = String(rangs.size);
  }

  bientot() {
    this.image ??= requestAnimationFrame(() => {
      this.image = null;
      this.dessiner();
    });
  }

  effacer() {
    this.dessinees.clear();
    this.corps.replaceChildren();
  }

  dessiner() {
    if (!this.table) return;
    const { scrollTop, clientHeight } = this.cadre;
    const premiere = Math.max(0, Math.floor(scrollTop / this.hauteur) - MARGE);
    const derniere = Math.min(this.places.length, Math.ceil((scrollTop + clientHeight) / this.hauteur) + MARGE);
    for (const [place, element] of this.dessinees) {
      if (place >= premiere && place < derniere) continue;
      element.remove();
      this.dessinees.delete(place);
    }
    for (let place = premiere; place < derniere; place++) if (!this.dessinees.has(place)) this.ajouter(place);
    this.eclairer();
  }

  /** @param {number} place */
  ajouter(place) {
    if (!this.table) return;
    const element = ligne(this.table, this.colonnes, this.places[place], {
      cartes: this.cartes,
      marques: this.marques,
    });
    element.id = `${this.cle}-${place}`;
    element.dataset.place = String(place);
    element.setAttribute("aria-rowindex", String(place + 2));
    cocher(element, this.coches.rangs.has(this.places[place]));
    element.style.transform = `translateY(${place * this.hauteur}px)`;
    const apres = this.dessinees.get(place + 1);
    if (apres) apres.before(element);
    else this.corps.append(element);
    this.dessinees.set(place, element);
  }

  /* The row that the keys are on. */
  eclairer() {
    for (const [place, element] of this.dessinees) {
      if (place === this.active) element.setAttribute("aria-selected", "true");
      else element.removeAttribute("aria-selected");
    }
    const active = this.dessinees.get(this.active);
    if (active) this.cadre.setAttribute("aria-activedescendant", active.id);
    else this.cadre.removeAttribute("aria-activedescendant");
  }

  premiere() {
    return Math.ceil(this.cadre.scrollTop / this.hauteur);
  }

  /** @param {number} place */
  activer(place, defiler = true) {
    this.active = Math.max(0, Math.min(place, this.places.length - 1));
    const haut = this.active * this.hauteur;
    const vue = this.cadre.clientHeight - this.tete.offsetHeight - this.hauteur;
    if (defiler && haut < this.cadre.scrollTop) this.cadre.scrollTop = haut;
    if (defiler && haut > this.cadre.scrollTop + vue) this.cadre.scrollTop = haut - vue;
    this.dessiner();
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    if (evenement.target !== this.cadre || evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const page = Math.max(1, Math.floor((this.cadre.clientHeight - this.tete.offsetHeight) / this.hauteur) - 1);
    /** @type {Record<string, () => void>} */
    const gestes = {
      ArrowDown: () => this.activer(this.active + 1),
      ArrowUp: () => this.activer(this.active - 1),
      PageDown: () => this.activer(this.active + page),
      PageUp: () => this.activer(this.active - page),
      Home: () => this.activer(0),
      End: () => this.activer(this.places.length - 1),
      Enter: () => this.ouvrir(this.active),
      " ": () => this.cocher(this.active, evenement.shiftKey),
    };
    if (!gestes[evenement.key]) return;
    evenement.preventDefault();
    gestes[evenement.key]();
  }

  /** @param {MouseEvent} evenement */
  presser(evenement) {
    const element = cible(evenement).closest("[data-place]");
    if (!(element instanceof HTMLElement)) return;
    const coche = cible(evenement).closest("[data-cocher]");
    if (!coche && !getSelection()?.isCollapsed) return; // the reader was taking words, not opening
    this.active = Number(element.dataset.place);
    this.eclairer();
    if (coche) {
      if (!(evenement.target instanceof HTMLInputElement)) evenement.preventDefault(); // the label would press its box again
      this.cocher(this.active, evenement.shiftKey);
    } else this.ouvrir(this.active);
  }

  /**
   * @param {number} place
   * @param {boolean} suite
   */
  cocher(place, suite) {
    if (place >= 0) this.coches.basculer(this.places, place, suite);
  }

  /** @param {number} place */
  ouvrir(place) {
    const id = this.table?.colonnes.get("id")?.valeurs[this.places[place]];
    if (id) this.composant?.setTriggerValue("ouvrir", id);
  }

  /** @param {string} tri */
  trier(tri) {
    this.tri = tri;
    this.refaire({ garde: false });
    this.composant?.setTriggerValue("tri", tri);
  }

  /** @param {string[]} noms */
  choisir(noms) {
    this.noms = noms;
    this.refaire();
    this.composant?.setTriggerValue("colonnes", noms);
  }
}

/**
 * @param {HTMLElement} racine
 * @param {Recu} composant
 */
function echouer(racine, composant) {
  const phrase = morceau("p", "atlas-projets-vide", "Le tableau n’a pas pu être chargé. ");
  const encore = morceau("button", "", "Réessayer");
  encore.type = "button";
  encore.addEventListener("click", () => tableau(composant));
  phrase.append(encore);
  racine.replaceChildren(phrase);
}

/** @param {Recu} composant */
export default async function tableau(composant) {
  const racine = trouver(composant.parentElement, ".atlas-projets");
  const memoire = instances.get(racine) ?? {};
  instances.set(racine, memoire);
  memoire.dernier = composant;
  /** @type {FichierDeTable[]} */
  let fichiers;
  try {
    [fichiers] = await Promise.all([Promise.all(composant.data.adresses.map(lire)), habiller(composant.parentElement)]);
  } catch {
    if (memoire.dernier === composant) {
      memoire.tableau = undefined;
      echouer(racine, composant);
    }
    return;
  }
  if (memoire.dernier !== composant) return; // a later run came while the rows were on their way
  memoire.tableau ??= new Tableau(racine);
  memoire.tableau.recevoir(composant, fichiers);
}
