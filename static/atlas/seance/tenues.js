/* What a séance holds for a question from the room, by name and by place; and who waits for it. */

import { plier } from "../commun/textes.js";

/** @import { Reserve, Tenue } from "../commun/contrats.js" */

/**
 * A line of the answers: a view that is held, or the name of a territory that is not.
 * @typedef {{vue: Tenue | null, nom: string, par: string, force: number}} Reponse
 */

const REPONSES = 6;

/** What is held, by name and by place. */
export class Tenues {
  /** @param {Reserve} reserve */
  constructor({ vues, ailleurs, absent }) {
    this.absent = absent;
    this.parMot = new Map(vues.map((vue) => [vue.mot, vue]));
    this.annees = new Set(vues.map((vue) => vue.annee)).size;
    this.noms = vues.map((vue) => ({ vue, titre: plier(vue.titre), aussi: vue.aussi.map((nom) => [nom, plier(nom)]) }));
    this.ailleurs = ailleurs.map(([id, nom]) => ({ id, nom, plie: plier(nom) }));
  }

  /**
   * The view of a territory that was pressed on the map of a millésime.
   * @param {string} id
   * @param {number} annee
   */
  territoire(id, annee) {
    return this.parMot.get(`${id}_${annee}`) ?? [id].map((mot) => this.parMot.get(mot)).find((v) => v?.annee === annee);
  }

  /**
   * What is said of a territory that is not held.
   * @param {string} id
   */
  refus(id) {
    const nom = this.ailleurs.find((autre) => autre.id === id)?.nom ?? "Ce territoire";
    return `${nom} ${this.absent}`;
  }

  /**
   * The best answers to what was typed; those of the millésime on the screen first.
   * @param {string} texte
   * @param {number} annee
   * @returns {Reponse[]}
   */
  trouver(texte, annee) {
    const cherche = plier(texte);
    if (!cherche) return [];
    const tenues = this.noms.flatMap((tenue) => reponse(tenue, cherche, annee));
    const absentes = this.ailleurs
      .map(({ nom, plie }) => ({ vue: null, nom, par: "", force: 10 + force(plie, cherche) }))
      .filter((r) => r.force < 13);
    return [...tenues, ...absentes].sort((a, b) => a.force - b.force).slice(0, REPONSES);
  }
}

/**
 * How a name answers: from its start 0, from a word of it 1, from within 2, not at all 3.
 * @param {string} nom
 * @param {string} cherche
 */
function force(nom, cherche) {
  if (nom.startsWith(cherche)) return 0;
  const place = nom.indexOf(cherche);
  return place < 0 ? 3 : nom[place - 1] === " " ? 1 : 2;
}

/**
 * @param {Tenues["noms"][number]} tenue
 * @param {string} cherche
 * @param {number} annee
 * @returns {Reponse[]}
 */
function reponse({ vue, titre, aussi }, cherche, annee) {
  const autre = vue.annee === annee ? 0 : 0.5;
  const sienne = force(titre, cherche);
  if (sienne < 3) return [{ vue, nom: vue.titre, par: "", force: sienne + autre }];
  const [par, force_] = aussi.reduce(
    (/** @type {[string, number]} */ meilleur, [nom, plie]) => {
      const f = force(plie, cherche);
      return f < meilleur[1] ? [nom, f] : meilleur;
    },
    ["", 3],
  );
  return force_ < 3 ? [{ vue, nom: vue.titre, par, force: 3 + force_ + autre }] : [];
}

/** @type {Tenues | null} */
let tenues = null;
/** @type {(recues: Tenues) => void} */
let attendre = () => {};

/**
 * What is held has come, before the screen or after it.
 * @param {Reserve} reserve
 */
export function tenir(reserve) {
  tenues = new Tenues(reserve);
  attendre(tenues);
}

/** @param {(recues: Tenues) => void} faire is called now if what is held is there, and each time that it comes */
export function surTenues(faire) {
  attendre = faire;
  if (tenues) faire(tenues);
}
