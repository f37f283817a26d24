/* The filters of the page « Projets »: a row of facets, a free text, chips. Counts come from pages/projets/filtres.py.

A press shows at once and leaves with a rank; an answer of an earlier rank is passed over, so that a slow server
never unticks what the reader has just ticked. Names are only ever written as text. */

import { lire } from "../../commun/fichiers.js";
import { auDepart, bouton, cible, habiller, morceau, renommer, trouver } from "../../commun/pieces.js";
import { compter } from "./comptes.js";
import { Liste } from "./liste.js";
import { Puces } from "./puces.js";
import { Emplois, Periode } from "./volets.js";

/** @import { Composant, DonneesDeFiltres, Mots, Vocabulaire } from "../../commun/contrats.js" */
/** @typedef {Composant<DonneesDeFiltres>} Recu */

/**
 * A facet: its button, its panel and, once opened, what stands in it.
 * @typedef {object} Fiche
 * @property {string} mot
 * @property {HTMLElement} place
 * @property {HTMLButtonElement} commande
 * @property {HTMLElement} volet
 * @property {Liste | Periode | Emplois} [corps]
 */

const PAUSE = 150; // ms without a key before a text leaves
const PATIENCE = 5000; // ms after which an answer that did not come is no longer waited for
const PREMIERS = ["filiere", "stade", "region", "ti", "mesure", "type", "nature", "periode"];
const AUTRES = ["epci", "departement", "emplois", "source"];
/** @type {Record<string, string[]>} */
const MOTS = { periode: ["du", "au"], emplois: ["emplois_min", "emplois_max", "emplois"] };
const GARDES = ["millesime", "tri", "colonnes"]; // words that say how to show, not what
/** @type {Record<string, string>} */
const NOMS = { periode: "Mise à jour", emplois: "Emplois" };
const TROIS = [
  ["", "Tous"],
  ["oui", "Dans un territoire"],
  ["non", "Hors territoire"],
];
/** @type {WeakMap<HTMLElement, {dernier?: Recu, filtres?: Filtres}>} */
const instances = new WeakMap();
let dressees = 0;

class Filtres {
  attendu = 0; // rank of the last demand
  /** @type {Mots} */
  etat = {};
  /** @type {Record<string, string>} */
  comptes = {};
  /** @type {DonneesDeFiltres["ajouts"]} */
  ajouts = {};
  /** @type {Vocabulaire["facettes"] | null} facets before the reader's own list added to them */
  origine = null;
  /** @type {Map<string, Fiche>} */
  boutons = new Map();
  /** @type {Fiche | null} */
  ouvert = null;
  /** @type {ReturnType<typeof setTimeout> | null} a text that has not left yet */
  minuteur = null;
  /** @type {ReturnType<typeof setTimeout> | null} an answer that has not come yet */
  attente = null;
  /** @type {HTMLInputElement[]} */
  radios = [];
  /** @type {Recu | null} */
  composant = null;

  /**
   * @param {HTMLElement} racine
   * @param {string} cle
   * @param {Vocabulaire} vocabulaire
   */
  constructor(racine, cle, vocabulaire) {
    this.racine = racine;
    this.cle = cle;
    this.vocabulaire = vocabulaire;
    this.texte = champTexte(cle);
    this.bascule = bouton("atlas-filtres-bascule", "Filtres");
    this.rangee = morceau("div", "atlas-filtres-rangee");
    this.suite = morceau("div", "atlas-filtres-suite");
    this.plus = bouton("atlas-filtres-plus", "Plus de filtres");
    this.puces = new Puces({
      retirer: (mot, valeur) => this.retirer(mot, valeur),
      effacer: () => this.effacer(),
      refuge: this.texte.input,
    });
    this.dresser();
    document.addEventListener("pointerdown", (e) => {
      if (this.ouvert && !this.ouvert.place.contains(cible(e))) this.fermer();
    });
  }

  /* Everything is drawn once; a run only changes words, counts and chips. */
  dresser() {
    this.texte.input.addEventListener("input", () => this.taper());
    this.texte.input.addEventListener("keydown", (e) => {
      if (e.key === "Enter") this.chercher();
    });
    this.bascule.addEventListener("click", () => this.deplier(this.bascule, this.rangee));
    this.rangee.id = `${this.cle}-rangee`;
    this.suite.id = `${this.cle}-suite`;
    this.plus.addEventListener("click", () => this.deplier(this.plus, this.suite));
    this.bascule.setAttribute("aria-controls", this.rangee.id);
    this.plus.setAttribute("aria-controls", this.suite.id);
    for (const b of [this.bascule, this.plus]) b.setAttribute("aria-expanded", "false");
    this.rangee.append(...PREMIERS.map((mot) => this.facette(mot)), this.trois(), this.plus, this.suite);
    this.suite.append(...AUTRES.map((mot) => this.facette(mot)));
    const tete = morceau("div", "atlas-filtres-tete");
    tete.append(this.texte.label, this.bascule);
    this.racine.replaceChildren(tete, this.rangee, this.puces.element, this.puces.annonce);
  }

  /**
   * @param {HTMLButtonElement} commande
   * @param {HTMLElement} place
   */
  deplier(commande, place) {
    const ouvert = place.classList.toggle("atlas-deplie");
    commande.setAttribute("aria-expanded", String(ouvert));
    if (commande === this.plus) renommer(commande, ouvert ? "Moins de filtres" : "Plus de filtres");
  }

  /**
   * A button and, right after it, the panel that it opens.
   * @param {string} mot
   */
  facette(mot) {
    const facette = this.vocabulaire.facettes[mot];
    if (!facette && !NOMS[mot]) return "";
    const place = morceau("div", "atlas-facette");
    place.dataset.mot = mot;
    const commande = bouton("atlas-facette-bouton", facette?.libelle ?? NOMS[mot]);
    const volet = morceau("div", "atlas-filtre-volet");
    volet.id = `${this.cle}-${mot}`;
    volet.hidden = true;
    volet.setAttribute("role", "group");
    volet.setAttribute("aria-label", facette?.libelle ?? NOMS[mot]);
    commande.setAttribute("aria-expanded", "false");
    commande.setAttribute("aria-controls", volet.id);
    place.append(commande, volet);
    /** @type {Fiche} */
    const fiche = { mot, place, commande, volet };
    commande.addEventListener("click", () => (this.ouvert === fiche ? this.fermer() : this.ouvrir(fiche)));
    place.addEventListener("keydown", (e) => this.touche(e, fiche));
    auDepart(place, () => {
      if (this.ouvert === fiche) this.fermer();
    });
    this.boutons.set(mot, fiche);
    return place;
  }

  /** @param {string} mot */
  contenu(mot) {
    const gestes = { lire: () => this.etat, changer: (/** @type {Mots} */ mots) => this.demander(mots) };
    if (mot === "periode") return new Periode(this.vocabulaire.mois, gestes);
    if (mot === "emplois") return new Emplois(gestes);
    return new Liste(this.vocabulaire.facettes[mot], {
      lire: () => ({ choisies: new Set(this.etat[mot] ?? []), comptes: this.nombres(mot) }),
      changer: (valeurs) => this.demander({ [mot]: valeurs }),
    });
  }

  trois() {
    const groupe = document.createElement("fieldset");
    groupe.className = "atlas-filtres-trois";
    groupe.append(morceau("legend", "atlas-lecteurs", "Dans un territoire d’industrie"));
    this.radios = TROIS.map(([valeur, nom]) => {
      const label = document.createElement("label");
      const entree = document.createElement("input");
      Object.assign(entree, { type: "radio", name: `${this.cle}-dans`, value: valeur });
      entree.addEventListener("change", () => this.demander({ dans_ti: valeur ? [valeur] : [] }));
      label.append(entree, morceau("span", "", nom));
      groupe.append(label);
      return entree;
    });
    return groupe;
  }

  /**
   * What stands in a panel, made at first need.
   * @param {Fiche} fiche
   */
  garnir(fiche) {
    if (fiche.corps && !(fiche.mot in this.ajouts)) return fiche.corps;
    const corps = this.contenu(fiche.mot);
    fiche.corps = corps;
    fiche.volet.replaceChildren(corps.element);
    return corps;
  }

  /** @param {Fiche} fiche */
  ouvrir(fiche) {
    this.fermer();
    const corps = this.garnir(fiche);
    this.ouvert = fiche;
    fiche.volet.hidden = false;
    fiche.commande.setAttribute("aria-expanded", "true");
    corps.ouvrir();
    const [la, ici] = [fiche.volet.getBoundingClientRect(), this.racine.getBoundingClientRect()];
    fiche.volet.classList.toggle("atlas-a-droite", fiche.volet.matches(".atlas-a-droite") || la.right > ici.right);
    // A phone's keyboard must not jump up before the reader wants to type.
    if (!matchMedia("(pointer: coarse)").matches) corps.premier().focus({ preventScroll: true });
  }

  fermer() {
    if (!this.ouvert) return;
    this.ouvert.volet.hidden = true;
    this.ouvert.volet.classList.remove("atlas-a-droite");
    this.ouvert.commande.setAttribute("aria-expanded", "false");
    this.ouvert = null;
  }

  /**
   * @param {KeyboardEvent} evenement
   * @param {Fiche} fiche
   */
  touche(evenement, fiche) {
    const ferme = this.ouvert !== fiche;
    if (evenement.key === "Escape" && !ferme) {
      evenement.preventDefault();
      this.fermer();
      fiche.commande.focus();
    } else if (evenement.key === "ArrowDown" && evenement.target === fiche.commande) {
      evenement.preventDefault();
      if (ferme) this.ouvrir(fiche);
      fiche.corps?.premier().focus();
    }
  }

  taper() {
    clearTimeout(this.minuteur ?? undefined);
    this.minuteur = setTimeout(() => this.chercher(), PAUSE);
  }

  chercher() {
    clearTimeout(this.minuteur ?? undefined);
    this.minuteur = null;
    const q = this.texte.input.value.trim();
    if (q !== (this.etat.q?.[0] ?? "")) this.demander({ q: q ? [q] : [] });
  }

  /**
   * Words of the address that change; a word without a value leaves the address.
   * @param {Mots} mots
   */
  demander(mots) {
    const etat = Object.fromEntries(Object.entries({ ...this.etat, ...mots }).filter(([, valeurs]) => valeurs.length));
    this.etat = etat;
    this.attendu += 1;
    clearTimeout(this.attente ?? undefined);
    this.attente = setTimeout(() => {
      this.attente = null;
    }, PATIENCE);
    this.racine.setAttribute("aria-busy", "true");
    this.montrer();
    this.composant?.setTriggerValue("demande", { etat, rang: this.attendu });
  }

  /** @param {Recu} composant */
  recevoir(composant) {
    this.composant = composant;
    const { data } = composant;
    if (data.rang < this.attendu && this.attente) return;
    clearTimeout(this.attente ?? undefined);
    this.attente = null;
    this.attendu = Math.max(this.attendu, data.rang);
    this.racine.removeAttribute("aria-busy");
    const dit = this.etat.q?.[0] ?? "";
    this.etat = data.etat;
    this.completer(data.ajouts);
    this.comptes = data.comptes;
    const q = this.etat.q?.[0] ?? "";
    if (q !== dit && !this.minuteur) this.texte.input.value = q;
    this.montrer();
    this.puces.montrer(data.puces);
    this.racine.dataset.rang = String(this.attendu);
  }

  /**
   * The reader's own list may bring names that the file does not have.
   * @param {DonneesDeFiltres["ajouts"]} ajouts
   */
  completer(ajouts) {
    this.ajouts = ajouts;
    this.origine ??= structuredClone(this.vocabulaire.facettes);
    for (const [mot, valeurs] of Object.entries(ajouts)) {
      const facette = this.origine[mot];
      this.vocabulaire.facettes[mot] = {
        libelle: facette.libelle,
        valeurs: [...facette.valeurs, ...valeurs.map((v) => v[0])],
        libelles: [...(facette.libelles ?? facette.valeurs), ...valeurs.map((v) => v[1])],
      };
    }
  }

  /**
   * How many projects each value of a facet would find; null where it is not said.
   * @param {string} mot
   */
  nombres(mot) {
    if (this.comptes[mot] === undefined) return null;
    return compter(this.comptes[mot], this.vocabulaire.facettes[mot].valeurs.length);
  }

  montrer() {
    let actifs = 0;
    for (const { mot, commande } of this.boutons.values()) {
      const n = (MOTS[mot] ?? [mot]).reduce((somme, m) => somme + (this.etat[m]?.length ?? 0), 0);
      actifs += n;
      pastille(commande, MOTS[mot] ? Math.min(n, 1) : n);
      if (n && AUTRES.includes(mot) && !this.suite.matches(".atlas-deplie")) this.deplier(this.plus, this.suite);
    }
    for (const radio of this.radios) radio.checked = radio.value === (this.etat.dans_ti?.[0] ?? "");
    pastille(this.bascule, actifs + (this.etat.dans_ti?.length ?? 0));
    this.ouvert?.corps?.actualiser();
  }

  /**
   * @param {string} mot
   * @param {string} valeur
   */
  retirer(mot, valeur) {
    this.demander(this.sans(mot, valeur));
    if (mot === "q") this.texte.input.value = "";
  }

  /**
   * A chip of a list takes one value away; any other takes away all the words that it tells.
   * @param {string} mot
   * @param {string} valeur
   * @returns {Mots}
   */
  sans(mot, valeur) {
    if (this.vocabulaire.facettes[mot]) return { [mot]: (this.etat[mot] ?? []).filter((v) => v !== valeur) };
    const ensemble = mot === "du" || mot === "au" ? MOTS.periode : (MOTS[mot] ?? [mot]);
    return Object.fromEntries(ensemble.map((m) => [m, []]));
  }

  effacer() {
    const mots = Object.keys(this.etat).filter((mot) => !GARDES.includes(mot));
    this.texte.input.value = "";
    this.demander(Object.fromEntries(mots.map((mot) => [mot, []])));
    this.texte.input.focus({ preventScroll: true });
  }
}

/** @param {string} cle */
function champTexte(cle) {
  const label = morceau("label", "atlas-filtres-texte");
  const input = document.createElement("input");
  Object.assign(input, { id: `${cle}-texte`, type: "search", maxLength: 100, autocomplete: "off", spellcheck: false });
  input.placeholder = "Entreprise, objet, commune, SIREN…";
  label.append(morceau("span", "atlas-lecteurs", "Texte à chercher dans les projets"), input);
  return { label, input };
}

/**
 * How many values of a facet are chosen, beside its name.
 * @param {HTMLElement} commande
 * @param {number} n
 */
function pastille(commande, n) {
  commande.querySelector(".atlas-pastille")?.remove();
  commande.classList.toggle("atlas-actif", n > 0);
  if (!n) return;
  const b = morceau("b", "atlas-pastille", String(n));
  b.append(morceau("span", "atlas-lecteurs", n > 1 ? " filtres actifs" : " filtre actif"));
  commande.append(b);
}

/** @param {Recu} composant */
export default async function filtres(composant) {
  const racine = trouver(composant.parentElement, ".atlas-filtres");
  const memoire = instances.get(racine) ?? {};
  instances.set(racine, memoire);
  memoire.dernier = composant;
  /** @type {Vocabulaire} */
  let vocabulaire;
  try {
    [vocabulaire] = await Promise.all([lire(composant.data.vocabulaire), habiller(composant.parentElement)]);
  } catch {
    if (!memoire.filtres) racine.textContent = "Les filtres n’ont pas pu être chargés. Rechargez la page.";
    return;
  }
  if (memoire.dernier !== composant) return; // a later run came while the names were on their way
  memoire.filtres ??= new Filtres(racine, `filtres-${++dressees}`, structuredClone(vocabulaire));
  memoire.filtres.recevoir(composant);
}
