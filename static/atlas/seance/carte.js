/* The map of a séance, driven from the page: its frame is of the same origin, and stays where it is in the document
   (moved, it would be loaded anew). Everything that the views will need is fetched once the first map is drawn. */

const FRAME = ".st-key-seance-carte iframe";
const LOUPE = 1.85; // how much larger than on the other pages: numbers of 22 pixels
const MARGE = 6; // pixels of a screen of 1280 × 720 around France,
const BORD = 24; // and around a smaller place
const PRES = 12; // zoom beyond which an island is not brought nearer: its outlines have no more detail
const VEILLE = 50; // ms between two looks at a frame that is still coming

/** @import { Etat } from "../commun/contrats.js" */

/** @typedef {Window & typeof globalThis} Fenetre */

export class Carte {
  /** @type {Etat | null} */
  voulu = null;
  cadrages = 0;
  /** @type {Document | null} the frame that was taken */
  document = null;
  /** @type {Document | null} the frame that was framed for this screen */
  cadree = null;
  /** @type {Document | null} the frame that has fetched what the views will need */
  precharge = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  veilleur;

  /**
   * @param {object} options
   * @param {URL} options.feuille
   * @param {string[]} options.prechargements addresses that the views will need
   * @param {(evenement: KeyboardEvent) => void} options.toucher hears the keys pressed in the frame
   * @param {() => void} options.surDessin is told each time that the map has drawn
   * @param {(id: string, annee: number) => void} options.surTerritoire is told which territory was pressed
   * @param {() => void} options.surMouvement is told that the mouse moves over the map
   */
  constructor({ feuille, prechargements, toucher, surDessin, surTerritoire, surMouvement }) {
    this.feuille = feuille;
    this.prechargements = prechargements;
    this.toucher = toucher;
    this.surDessin = surDessin;
    this.surTerritoire = surTerritoire;
    this.surMouvement = surMouvement;
    this.observateur = new MutationObserver(() => this.dessinee());
    this.veiller();
  }

  /* The frame comes, and may come again when Streamlit makes the page anew. */
  veiller() {
    clearInterval(this.veilleur);
    this.veilleur = setInterval(() => {
      const fenetre = this.fenetre;
      const dedans = fenetre?.document;
      if (fenetre?.atlas && dedans?.body && dedans !== this.document) this.prendre(fenetre, dedans);
    }, VEILLE);
  }

  arreter() {
    clearInterval(this.veilleur);
    this.observateur.disconnect();
  }

  /** @returns {Fenetre | null} */
  get fenetre() {
    const cadre = document.querySelector(FRAME);
    return cadre instanceof HTMLIFrameElement ? /** @type {Fenetre | null} */ (cadre.contentWindow) : null;
  }

  get atlas() {
    return this.fenetre?.atlas;
  }

  /**
   * @param {Fenetre} fenetre
   * @param {Document} dedans
   */
  prendre(fenetre, dedans) {
    this.document = dedans;
    dedans.documentElement.classList.add("atlas-en-seance");
    const lien = dedans.createElement("link");
    lien.rel = "stylesheet";
    lien.href = this.feuille.href;
    dedans.head.append(lien);
    this.mesurer();
    dedans.addEventListener("keydown", this.toucher, { capture: true });
    dedans.addEventListener("pointermove", () => this.surMouvement(), { passive: true });
    // a press on a territory must not send the page back to the server: the séance answers
    if (fenetre.Streamlit) fenetre.Streamlit.setComponentValue = (valeur) => this.presse(valeur);
    this.observateur.disconnect();
    this.observateur.observe(dedans.body, { attributes: true, attributeFilter: ["data-version"] });
    if (dedans.body.dataset.version) this.dessinee();
  }

  /** @param {any} valeur what the frame says of a press (static/atlas/carte/carte.js) */
  presse(valeur) {
    if (valeur?.territoire && this.voulu) this.surTerritoire(valeur.territoire, this.voulu.millesime);
  }

  /* The unit of seance.css, for the letters and the marks of the map. */
  mesurer() {
    const atlas = this.document?.defaultView?.atlas;
    if (!this.document || !atlas) return; // not there yet, or gone with the séance
    const unite = Math.max(1, Math.min(innerWidth / 1280, innerHeight / 720));
    this.document.documentElement.style.setProperty("--p", `${unite}px`);
    atlas.loupe = LOUPE * unite;
    atlas.marges = (france) => this.marges(france ? MARGE : BORD, france, unite);
  }

  /**
   * Room around what is framed: its marks, and the overseas maps beside the country.
   * @param {number} bord
   * @param {boolean} france
   * @param {number} unite
   * @returns {L.FitBoundsOptions}
   */
  marges(bord, france, unite) {
    const medaillons = /** @type {HTMLElement | null} */ (this.document?.querySelector(".atlas-medaillons"));
    const dessous = medaillons?.dataset.pose === "rangee";
    const droite = france && medaillons && !dessous ? medaillons.offsetWidth : 0;
    const bas = france && medaillons && dessous ? medaillons.offsetHeight : 0;
    const cote = bord * unite;
    return { maxZoom: PRES, paddingTopLeft: [cote, cote], paddingBottomRight: [cote + droite, cote + bas] };
  }

  dessinee() {
    if (this.voulu && this.atlas && this.atlas.etat !== this.voulu) {
      this.appliquer(); // the state of the page came after ours
      return;
    }
    if (this.cadree !== this.document) this.recadrer(); // the frame framed France before it knew how large it would be
    this.precharger();
    this.surDessin();
  }

  async precharger() {
    const { atlas, document: dedans } = this;
    if (this.precharge === dedans || !atlas || !dedans) return;
    this.precharge = dedans;
    for (const adresse of this.prechargements) {
      await atlas.lire(adresse).catch(() => {}); // the map asks again, and does with coarser outlines without it
    }
    dedans.body.dataset.precharge = String(this.prechargements.length);
  }

  /** @param {Etat} etat */
  montrer(etat) {
    const zone = etat.zone && `${etat.zone.split(" ")[0]} ${++this.cadrages}`;
    this.voulu = { ...etat, zone };
    this.appliquer();
  }

  appliquer() {
    const { atlas, voulu } = this;
    if (!atlas || !voulu) return;
    if (!atlas.montrer) {
      atlas.etat = voulu;
      return;
    }
    atlas.reprendre(); // a view is framed, whatever was looked at on the one before
    atlas.appliquer(voulu);
    this.recadrer();
  }

  recadrer() {
    const { atlas, voulu } = this;
    if (!voulu || !this.document || !atlas?.voirLaFrance) return; // drawn before it was taken: framed once it is
    this.cadree = this.document;
    const partie = Boolean(voulu.zone || voulu.choisi);
    this.document.documentElement.classList.toggle("atlas-en-partie", partie);
    if (!partie) atlas.voirLaFrance();
    else atlas.recadrer(); // it was framed with the margins of the other pages before it was taken
  }
}
