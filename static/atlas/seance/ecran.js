/* A séance as it is projected: everything came at once from Python (pages/seance/ecran.py), so that going from a
   view to the next one asks nothing of the server nor of the network. The address follows, and a reload, a sleep or a
   reconnection comes back to the same view. */

const suffixe = new URL(import.meta.url).search;
const MODULES = ["../commun/pieces.js", "vue.js", "carte.js"];
const [{ morceau, bouton }, { poser, dire }, { Carte }] = await Promise.all(
  MODULES.map((nom) => import(new URL(`./${nom}${suffixe}`, import.meta.url))),
);

const TOUCHES = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, Enter: 1, " ": 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
}; // prettier-ignore
const PRESENCE = 2500; // ms that the buttons stay after a move of the mouse
const LECTURE = 8000; // ms that a message stays
const GLISSE = 50; // px of a finger that turn the page
const PATIENCE = 3000; // ms before the server is said not to answer
const SANTE = new URL("../../../../_stcore/health", import.meta.url);

let courante = null; // the séance on the screen, if any

function repond() {
  const essai = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
  return fetch(SANTE, essai).then((reponse) => reponse.ok, () => false);
}

class Ecran {
  constructor(racine) {
    this.racine = racine;
    this.n = 0;
    this.dresser();
    this.toucher = (e) => this.touche(e);
    const signe = () => this.paraitre();
    racine.addEventListener("pointermove", signe, { passive: true });
    racine.addEventListener("touchstart", (e) => (this.depart = e.changedTouches[0]), { passive: true });
    racine.addEventListener("touchend", (e) => this.glisser(e.changedTouches[0]), { passive: true });
    new ResizeObserver(() => this.placer()).observe(this.places.carte);
    addEventListener("resize", () => this.placer());
  }

  dresser() {
    const p = (this.places = {});
    p.titre = morceau("h1", "");
    p.sous = morceau("p", "sous");
    const tete = morceau("header", "");
    tete.append(p.titre, p.sous);
    p.carte = morceau("div", "carte");
    p.legende = morceau("ul", "legende");
    p.legende.setAttribute("aria-label", "Légende");
    p.graphique = morceau("div", "graphique");
    p.figures = morceau("dl", "figures");
    const gauche = morceau("div", "gauche");
    gauche.append(p.carte, p.legende, p.graphique);
    const corps = morceau("div", "corps");
    corps.append(gauche, p.figures);
    p.sources = morceau("p", "sources");
    p.compte = morceau("p", "compte");
    p.compte.setAttribute("aria-hidden", "true");
    const pied = morceau("footer", "");
    pied.append(p.sources, p.compte);
    p.progres = morceau("div", "progres");
    p.progres.append(morceau("i", ""));
    p.message = morceau("p", "message");
    p.message.setAttribute("role", "status");
    p.annonce = morceau("p", "atlas-lecteurs");
    p.annonce.setAttribute("aria-live", "polite");
    this.racine.replaceChildren(tete, corps, pied, p.progres, this.barre(), p.message, p.annonce);
    this.racine.tabIndex = -1;
  }

  barre() {
    const barre = morceau("div", "commandes");
    barre.setAttribute("role", "group");
    barre.setAttribute("aria-label", "Commandes de la séance");
    const gestes = {
      "◀ Précédente": () => this.avancer(-1),
      "Suivante ▶": () => this.avancer(1),
      "Plein écran (F)": () => this.pleinEcran(),
      "Quitter (Échap)": () => this.quitter(),
    };
    for (const [texte, agir] of Object.entries(gestes)) {
      const touche = bouton("", texte);
      touche.addEventListener("click", agir);
      barre.append(touche);
    }
    return barre;
  }

  recevoir(composant) {
    this.composant = composant;
    const { vues, n, fond, prechargements, avis } = composant.data;
    const recu = JSON.stringify([vues, avis]);
    this.racine.dataset.fond = fond;
    document.documentElement.dataset.seance = fond;
    if (recu === this.recu) return; // the same séance, run again: the view that is on stays
    this.recu = recu;
    this.vues = vues;
    if (!this.carte && vues.some((vue) => vue.carte)) {
      const feuille = new URL(`./cadre.css${suffixe}`, import.meta.url);
      const surDessin = () => this.peinte();
      this.carte = new Carte({ feuille, prechargements, toucher: this.toucher, surDessin });
    }
    this.n = 0;
    this.aller(n);
    if (avis.length) this.prevenir(avis.join(" "));
    this.racine.focus({ preventScroll: true });
  }

  avancer(pas) {
    this.aller(this.n + pas);
  }

  aller(n) {
    const voulue = Math.max(1, Math.min(n, this.vues.length));
    if (voulue === this.n) return;
    this.n = voulue;
    this.debut = performance.now();
    const vue = this.vues[voulue - 1];
    poser(this.places, vue);
    this.racine.dataset.forme = vue.carte ? "carte" : "graphique";
    document.documentElement.dataset.seanceForme = this.racine.dataset.forme;
    this.places.compte.textContent = `${voulue} / ${this.vues.length}`;
    this.places.progres.style.setProperty("--part", String(voulue / this.vues.length));
    this.places.annonce.textContent = dire(vue, voulue, this.vues.length);
    this.racine.dataset.vue = String(voulue);
    this.placer();
    this.adresser();
    if (vue.carte && this.carte) this.carte.montrer(vue.carte);
    else requestAnimationFrame(() => setTimeout(() => this.peinte()));
  }

  /* The view is on the screen, its map included: what tests and measures wait for. */
  peinte() {
    if (this.racine.dataset.montree === String(this.n)) return;
    this.racine.dataset.montree = String(this.n);
    this.racine.dataset.duree = String(Math.round(performance.now() - this.debut));
  }

  adresser() {
    const adresse = new URL(location.href);
    if (this.n > 1) adresse.searchParams.set("n", String(this.n));
    else adresse.searchParams.delete("n");
    history.replaceState(history.state, "", adresse);
  }

  /* The frame of the map stands over its place. */
  placer() {
    const { left, top, width, height } = this.places.carte.getBoundingClientRect();
    const style = document.documentElement.style;
    Object.entries({ gauche: left, haut: top, largeur: width, hauteur: height }).forEach(([nom, px]) => {
      if (width && height) style.setProperty(`--seance-${nom}`, `${px}px`);
    });
    if (this.carte) this.carte.mesurer();
  }

  touche(evenement) {
    if (courante !== this || !this.racine.isConnected || evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const { key } = evenement;
    const presse = evenement.target.closest && evenement.target.closest("button");
    if (presse && (key === "Enter" || key === " ")) return;
    const pas = TOUCHES[key] && (key === " " && evenement.shiftKey ? -1 : TOUCHES[key]);
    const gestes = { Home: () => this.aller(1), End: () => this.aller(this.vues.length), f: () => this.pleinEcran(), F: () => this.pleinEcran(), Escape: () => this.quitter() };
    const geste = pas ? () => this.avancer(pas) : gestes[key];
    if (!geste) return;
    evenement.preventDefault();
    evenement.stopPropagation();
    geste();
  }

  glisser({ clientX, clientY }) {
    if (!this.depart) return;
    const dx = clientX - this.depart.clientX;
    if (Math.abs(dx) > GLISSE && Math.abs(dx) > Math.abs(clientY - this.depart.clientY)) this.avancer(dx < 0 ? 1 : -1);
    this.depart = null;
  }

  paraitre() {
    this.racine.classList.add("active");
    clearTimeout(this.retrait);
    this.retrait = setTimeout(() => this.racine.classList.remove("active"), PRESENCE);
  }

  prevenir(texte) {
    this.places.message.textContent = texte;
    clearTimeout(this.effacement);
    this.effacement = setTimeout(() => (this.places.message.textContent = ""), LECTURE);
  }

  async pleinEcran() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      this.prevenir("Ce navigateur ne permet pas le plein écran.");
    }
  }

  async quitter() {
    if (document.fullscreenElement) {
      this.pleinEcran();
      return;
    }
    // asked for while the server is away, leaving would happen whenever it comes back, in the middle of a talk
    const rester = () => this.racine.isConnected && this.prevenir("Le serveur ne répond pas : la séance reste ouverte.");
    if (!(await repond())) {
      rester();
      return;
    }
    this.composant.setTriggerValue("quitter", this.n);
    setTimeout(rester, PATIENCE);
  }
}

document.addEventListener("keydown", (evenement) => courante && courante.touche(evenement), { capture: true });

const ecrans = new WeakMap();

export default function seance(composant) {
  const racine = composant.parentElement.querySelector(".atlas-seance");
  if (!ecrans.has(racine)) {
    if (courante && courante.carte) courante.carte.arreter();
    ecrans.set(racine, new Ecran(racine));
  }
  courante = ecrans.get(racine);
  courante.recevoir(composant);
}
