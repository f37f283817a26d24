/* The map of a séance, driven from the page: its frame is of the same origin, and stays where it is in the document
   (moved, it would be loaded anew). Everything that the views will need is fetched once the first map is drawn. */

const FRAME = ".st-key-seance-carte iframe";
const LOUPE = 1.85; // how much larger than on the other pages: numbers of 22 pixels
const MARGE = 6; // pixels of a screen of 1280 × 720 around France,
const BORD = 24; // and around a smaller place
const PRES = 12; // zoom beyond which an island is not brought nearer: its outlines have no more detail
const VEILLE = 50; // ms between two looks at a frame that is still coming

export class Carte {
  /* `toucher` hears the keys pressed in the frame; `surDessin` is told each time that the map has drawn. */
  constructor({ feuille, prechargements, toucher, surDessin }) {
    Object.assign(this, { feuille, prechargements, toucher, surDessin, voulu: null, cadrages: 0, document: null });
    this.observateur = new MutationObserver(() => this.dessinee());
    this.veiller();
  }

  /* The frame comes, and may come again when Streamlit makes the page anew. */
  veiller() {
    clearInterval(this.veilleur);
    this.veilleur = setInterval(() => {
      const cadre = document.querySelector(FRAME);
      const dedans = cadre && cadre.contentDocument;
      if (dedans && dedans !== this.document && dedans.body && cadre.contentWindow.atlas) this.prendre(cadre, dedans);
    }, VEILLE);
  }

  arreter() {
    clearInterval(this.veilleur);
    this.observateur.disconnect();
  }

  get atlas() {
    const cadre = document.querySelector(FRAME);
    return cadre && cadre.contentWindow && cadre.contentWindow.atlas;
  }

  prendre(cadre, dedans) {
    this.document = dedans;
    dedans.documentElement.classList.add("atlas-en-seance");
    const lien = dedans.createElement("link");
    lien.rel = "stylesheet";
    lien.href = this.feuille;
    dedans.head.append(lien);
    this.mesurer();
    dedans.addEventListener("keydown", this.toucher, { capture: true });
    // a press on a territory must not send the page back to the server
    if (cadre.contentWindow.Streamlit) cadre.contentWindow.Streamlit.setComponentValue = () => {};
    this.observateur.disconnect();
    this.observateur.observe(dedans.body, { attributes: true, attributeFilter: ["data-version"] });
    if (dedans.body.dataset.version) this.dessinee();
  }

  /* The unit of seance.css, for the letters and the marks of the map. */
  mesurer() {
    const fenetre = this.document && this.document.defaultView;
    if (!fenetre) return; // not there yet, or gone with the séance
    const unite = Math.max(1, Math.min(innerWidth / 1280, innerHeight / 720));
    this.document.documentElement.style.setProperty("--p", `${unite}px`);
    const { atlas } = fenetre;
    atlas.loupe = LOUPE * unite;
    atlas.marges = (france) => this.marges(france ? MARGE : BORD, france, unite);
  }

  /* Room around what is framed: its marks, and the overseas maps beside the country. */
  marges(bord, france, unite) {
    const medaillons = this.document.querySelector(".atlas-medaillons");
    const droite = france && medaillons ? medaillons.offsetWidth : 0;
    return { maxZoom: PRES, paddingTopLeft: [bord * unite, bord * unite], paddingBottomRight: [bord * unite + droite, bord * unite] };
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
    if (this.precharge === this.document || !this.atlas) return;
    this.precharge = this.document;
    const { atlas } = this;
    for (const adresse of this.prechargements) {
      await atlas.lire(adresse).catch(() => {}); // the map asks again, and does with coarser outlines without it
    }
    this.document.body.dataset.precharge = String(this.prechargements.length);
  }

  montrer(etat) {
    const zone = etat.zone && `${etat.zone.split(" ")[0]} ${++this.cadrages}`;
    this.voulu = { ...etat, zone };
    this.appliquer();
  }

  appliquer() {
    const { atlas, voulu } = this;
    if (!atlas) return;
    if (!atlas.montrer) {
      atlas.etat = voulu;
      return;
    }
    atlas.appliquer(voulu);
    this.recadrer();
  }

  /* What the frame had framed with the margins of the other pages, before it was taken. */
  recadrerLaPartie() {
    const { map } = this.document.defaultView || {};
    const { bornes, options } = (map && map.atlasCadre) || {};
    if (bornes) map.fitBounds(bornes, { animate: false, ...options(map) });
  }

  recadrer() {
    const { atlas, voulu } = this;
    if (!voulu || !this.document || !atlas.voirLaFrance) return; // drawn before it was taken: framed once it is
    this.cadree = this.document;
    const partie = Boolean(voulu.zone || voulu.choisi);
    this.document.documentElement.classList.toggle("atlas-en-partie", partie);
    if (!partie) atlas.voirLaFrance();
    else this.recadrerLaPartie();
  }
}
