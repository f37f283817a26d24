/* The map follows its state: another place that is asked for is framed, unless the reader has moved the map. */

import { cadrer, estLibre, liberer, suivre } from "./cadrage.js";

/** @import { Etat } from "../commun/contrats.js" */
/** @import { Cadre } from "./cadrage.js" */
/** @import { Lieux } from "./lieux.js" */

export class Suivi {
  /** @type {string | null} what was asked last; null before the first state */
  cle = null;
  /** @type {string | null} the territory that the reader has just pressed */
  presse = null;
  /** @type {Etat | null} */
  etat = null;
  retour = false; // whether the reader went back or forward, and the view that he goes to has not come yet
  ailleurs = false; // whether the state shows another place than the country

  /**
   * @param {L.Map} carte
   * @param {Lieux} lieux
   */
  constructor(carte, lieux) {
    this.carte = carte;
    this.lieux = lieux;
  }

  /** @returns {Cadre} */
  france() {
    return { .../** @type {Cadre} */ (this.lieux.france()), france: true };
  }

  /** @param {Etat} etat */
  cible(etat) {
    const lieu = this.lieux.de(etat);
    return lieu ? { ...lieu, france: false } : this.france();
  }

  /**
   * Whoever pressed a territory knows where it is, unless its own sheet opens. On a selection of projects, the reader's
   * own view is kept until he asks for another one; elsewhere another place is another subject.
   * @param {Etat} etat
   */
  viser(etat) {
    const { choisi, zone, cadre, millesime, selection, groupements } = etat;
    const cle = JSON.stringify([choisi, zone, cadre, choisi && millesime]);
    const premier = this.cle === null;
    const presse = choisi !== null && choisi === this.presse && !groupements.length;
    this.etat = etat;
    const retour = this.retour;
    this.retour = false;
    if (cle === this.cle) return;
    this.cle = cle;
    this.presse = null;
    const cible = this.cible(etat);
    this.ailleurs = !cible.france;
    // nothing is chosen any more: the view stays, but for whoever goes back to the whole and has not moved the map
    const rien = cible.france && !selection && !(retour && !estLibre(this.carte));
    if (premier || (!presse && !rien && (!selection || !estLibre(this.carte)))) suivre(this.carte, cible);
    else liberer(this.carte);
  }

  /** What he pressed once is framed as for a link, when he comes back to it. */
  revenir() {
    this.retour = true;
    this.presse = null;
  }

  /** The next state is framed, whatever the reader looks at. */
  reprendre() {
    this.cle = null;
  }

  /** The reader asks for what the state shows. */
  cadrer() {
    if (!this.etat) return;
    const cible = this.cible(this.etat);
    const projets = this.etat.selection && cible.france ? this.lieux.selection() : null;
    suivre(this.carte, projets ? { ...projets, france: false } : cible);
  }

  /** The reader asks for the country: the map stays there if its state is somewhere else. */
  voirLaFrance() {
    if (this.ailleurs) {
      cadrer(this.carte, this.france());
      liberer(this.carte);
    } else suivre(this.carte, this.france());
  }

  /** @param {L.LatLngBounds} bornes */
  aller(bornes) {
    cadrer(this.carte, { bornes, sommets: [], france: false });
    liberer(this.carte);
  }

  /** Whether one press would bring back what the state shows. */
  get offre() {
    return estLibre(this.carte) && (this.ailleurs || Boolean(this.etat?.selection));
  }
}
