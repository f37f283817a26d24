/* A séance as it is projected: everything came at once from Python (pages/seance/ecran.py), so that going from a
   view to the next one asks nothing of the server nor of the network. The address follows, and a reload, a sleep or a
   reconnection comes back to the same view. */

import { bouton, cible, morceau, trouver } from "../commun/pieces.js";
import { Carte } from "./carte.js";
import { Question } from "./question.js";
import { surTenues } from "./tenues.js";
import { dire, poser } from "./vue.js";

/** @import { Composant, DonneesDeSeance, Projetee } from "../commun/contrats.js" */
/** @import { Tenues } from "./tenues.js" */
/** @typedef {Composant<DonneesDeSeance>} Recu */

/** @type {Record<string, 1 | -1>} */
const TOUCHES = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  Enter: 1,
  " ": 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
};
const PRESENCE = 2500; // ms that the buttons stay after a move of the mouse
const LECTURE = 8000; // ms that a message stays
const GLISSE = 50; // px of a finger that turn the page
const PATIENCE = 3000; // ms before the server is said not to answer
const SANTE = new URL("../../../../_stcore/health", import.meta.url);

/** @type {Ecran | null} the séance on the screen, if any */
let courante = null;

async function repond() {
  try {
    return (await fetch(SANTE, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}

/* The parts of the screen, not yet in their places. */
function pieces() {
  return {
    titre: morceau("h1", ""),
    sous: morceau("p", "sous"),
    carte: morceau("div", "carte"),
    legende: morceau("ul", "legende"),
    graphique: morceau("div", "graphique"),
    figures: morceau("dl", "figures"),
    sources: morceau("p", "sources"),
    compte: morceau("p", "compte"),
    progres: morceau("div", "progres"),
    message: morceau("p", "message"),
    annonce: morceau("p", "atlas-lecteurs"),
  };
}

class Ecran {
  n = 0;
  debut = 0; // when the view was asked for
  recu = "";
  /** @type {Projetee[]} */
  vues = [];
  /** @type {Projetee | null} what a question from the room shows, over the view that is on */
  hors = null;
  /** @type {Carte | null} */
  carte = null;
  /** @type {Recu | null} */
  composant = null;
  /** @type {Touch | null} where a finger began */
  depart = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  retrait;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  effacement;
  places = pieces();

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.racine = racine;
    this.dessus = morceau("div", "atlas-dessus");
    this.question = new Question({
      montrer: (vue) => this.repondre(vue),
      fermer: () => racine.focus({ preventScroll: true }),
      annee: () => this.carte?.voulu?.millesime ?? 0,
    });
    this.dresser();
    /** @param {KeyboardEvent} e */
    this.toucher = (e) => this.touche(e);
    const signe = () => this.paraitre();
    racine.addEventListener("pointermove", signe, { passive: true });
    racine.addEventListener(
      "touchstart",
      (e) => {
        this.depart = e.changedTouches[0];
      },
      { passive: true },
    );
    racine.addEventListener("touchend", (e) => this.glisser(e.changedTouches[0]), { passive: true });
    new ResizeObserver(() => this.placer()).observe(this.places.carte);
    this.racine.addEventListener("scroll", () => this.placer(), { passive: true }); // a small screen scrolls
    addEventListener("resize", () => this.placer());
  }

  dresser() {
    const p = this.places;
    const tete = morceau("header", "");
    tete.append(p.titre, p.sous);
    p.legende.setAttribute("aria-label", "Légende");
    const gauche = morceau("div", "gauche");
    gauche.append(p.carte, p.legende, p.graphique);
    const corps = morceau("div", "corps");
    corps.append(gauche, p.figures);
    p.compte.setAttribute("aria-hidden", "true");
    const pied = morceau("footer", "");
    pied.append(p.sources, p.compte);
    p.progres.append(morceau("i", ""));
    p.message.setAttribute("role", "status");
    p.annonce.setAttribute("aria-live", "polite");
    this.racine.replaceChildren(tete, corps, pied, p.progres, this.barre(), p.annonce);
    this.dessus.append(this.question.element, p.message); // over the frame of the map
    this.racine.after(this.dessus);
    this.racine.tabIndex = -1;
  }

  barre() {
    const barre = morceau("div", "commandes");
    barre.setAttribute("role", "group");
    barre.setAttribute("aria-label", "Commandes de la séance");
    const gestes = {
      "◀ Précédente": () => this.avancer(-1),
      "Suivante ▶": () => this.avancer(1),
      "Un territoire (T)": () => this.question.ouvrir(),
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

  /** @param {Recu} composant */
  recevoir(composant) {
    this.composant = composant;
    const { vues, n, fond, prechargements, avis } = composant.data;
    this.dessus.dataset.fond = fond;
    const recu = JSON.stringify([vues, avis]);
    this.racine.dataset.fond = fond;
    document.documentElement.dataset.seance = fond;
    if (recu === this.recu) return; // the same séance, run again: the view that is on stays
    this.recu = recu;
    this.vues = vues;
    if (!this.carte && prechargements.length) {
      const feuille = new URL(`./cadre.css${new URL(import.meta.url).search}`, import.meta.url);
      const surDessin = () => this.peinte();
      const surTerritoire = (/** @type {string} */ id, /** @type {number} */ annee) => this.designer(id, annee);
      const surMouvement = () => this.paraitre();
      this.carte = new Carte({
        feuille,
        prechargements,
        toucher: this.toucher,
        surDessin,
        surTerritoire,
        surMouvement,
      });
    }
    this.n = 0;
    this.aller(n);
    if (avis.length) this.prevenir(avis.join(" "));
    this.racine.focus({ preventScroll: true });
  }

  /** @param {number} pas */
  avancer(pas) {
    if (this.hors && pas < 0) this.revenir();
    else this.aller(this.n + pas);
  }

  /** @param {number} n */
  aller(n) {
    const voulue = Math.max(1, Math.min(n, this.vues.length));
    if (voulue === this.n && !this.hors) return;
    this.n = voulue;
    this.hors = null;
    const vue = this.vues[voulue - 1];
    this.places.compte.textContent = `${voulue} / ${this.vues.length}`;
    this.places.progres.style.setProperty("--part", String(voulue / this.vues.length));
    this.places.annonce.textContent = `Vue ${voulue} sur ${this.vues.length}. ${dire(vue)}`;
    this.racine.dataset.vue = String(voulue);
    this.adresser();
    this.afficher(vue);
  }

  /** @param {Projetee} vue */
  afficher(vue) {
    this.debut = performance.now();
    poser(this.places, vue);
    this.racine.dataset.forme = vue.carte ? "carte" : "graphique";
    document.documentElement.dataset.seanceForme = vue.carte ? "carte" : "graphique";
    this.placer();
    if (vue.carte && this.carte) this.carte.montrer(vue.carte);
    else requestAnimationFrame(() => setTimeout(() => this.peinte()));
  }

  /**
   * What the room asks for, over the view that is on: neither the address nor the number of the view change.
   * @param {Projetee} vue
   */
  repondre(vue) {
    this.hors = vue;
    this.places.compte.textContent = `Échap : revenir à la vue ${this.n}`;
    this.places.annonce.textContent = `Hors de la séance. ${dire(vue)} Échap pour revenir à la vue ${this.n}.`;
    this.afficher(vue);
  }

  revenir() {
    this.aller(this.n);
  }

  /**
   * A territory was pressed on the map.
   * @param {string} id
   * @param {number} annee
   */
  designer(id, annee) {
    const { tenues } = this.question;
    const vue = tenues?.territoire(id, annee);
    if (vue) {
      if (vue.mot !== (this.hors ?? this.vues[this.n - 1]).mot) this.repondre(vue);
    } else if (tenues) this.prevenir(tenues.refus(id));
  }

  /** @param {Tenues} recues */
  tenir(recues) {
    this.question.tenues = recues;
    this.racine.dataset.reserve = String(recues.parMot.size);
  }

  /* The view is on the screen, its map included: what tests and measures wait for. */
  peinte() {
    const montree = this.hors?.mot ?? String(this.n);
    if (this.racine.dataset.montree === montree) return;
    this.racine.dataset.montree = montree;
    this.racine.dataset.duree = String(Math.round(performance.now() - this.debut));
  }

  adresser() {
    const adresse = new URL(location.href);
    if (!adresse.searchParams.has("ecran")) return; // the presenter has left: the address is that of the preparation
    if (this.n > 1) adresse.searchParams.set("n", String(this.n));
    else adresse.searchParams.delete("n");
    history.replaceState(history.state, "", adresse);
  }

  /* The frame of the map stands over its place. */
  placer() {
    const { left, top, width, height } = this.places.carte.getBoundingClientRect();
    const style = document.documentElement.style;
    for (const [nom, px] of Object.entries({ gauche: left, haut: top, largeur: width, hauteur: height })) {
      if (width && height) style.setProperty(`--seance-${nom}`, `${px}px`);
    }
    if (this.carte) this.carte.mesurer();
  }

  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    if (courante !== this || !this.racine.isConnected || evenement.ctrlKey || evenement.metaKey || evenement.altKey)
      return;
    const { key } = evenement;
    if (cible(evenement).closest?.(".atlas-dessus")) return; // the field has its own keys
    const presse = cible(evenement).closest?.("button");
    if (presse && (key === "Enter" || key === " ")) return;
    const pas = TOUCHES[key] && (key === " " && evenement.shiftKey ? -1 : TOUCHES[key]);
    /** @type {Record<string, () => void>} */
    const gestes = {
      Home: () => this.aller(1),
      End: () => this.aller(this.vues.length),
      f: () => this.pleinEcran(),
      F: () => this.pleinEcran(),
      t: () => this.question.ouvrir(),
      T: () => this.question.ouvrir(),
      "/": () => this.question.ouvrir(),
      Escape: () => this.sortir(),
    };
    const geste = pas ? () => this.avancer(pas) : gestes[key];
    if (!geste) return;
    evenement.preventDefault();
    evenement.stopPropagation();
    geste();
  }

  /** @param {Touch} doigt */
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

  /** @param {string} texte */
  prevenir(texte) {
    this.places.message.textContent = texte;
    clearTimeout(this.effacement);
    this.effacement = setTimeout(() => {
      this.places.message.textContent = "";
    }, LECTURE);
  }

  async pleinEcran() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      this.prevenir("Ce navigateur ne permet pas le plein écran.");
    }
  }

  /* Out of what is on top first: the field, what the room asked for, the whole screen, then the séance. */
  sortir() {
    if (this.question.ouverte) this.question.fermer();
    else if (this.hors) this.revenir();
    else this.quitter();
  }

  async quitter() {
    if (document.fullscreenElement) {
      this.pleinEcran();
      return;
    }
    // asked for while the server is away, leaving would happen whenever it comes back, in the middle of a talk
    const rester = () => {
      if (this.racine.isConnected) this.prevenir("Le serveur ne répond pas : la séance reste ouverte.");
    };
    if (!(await repond())) {
      rester();
      return;
    }
    this.composant?.setTriggerValue("quitter", this.n);
    setTimeout(rester, PATIENCE);
  }
}

document.addEventListener("keydown", (evenement) => courante?.touche(evenement), { capture: true });

/** @type {WeakMap<HTMLElement, Ecran>} */
const ecrans = new WeakMap();

/** @param {Recu} composant */
export default function seance(composant) {
  const racine = trouver(composant.parentElement, ".atlas-seance");
  let ecran = ecrans.get(racine);
  if (!ecran) {
    courante?.carte?.arreter();
    ecran = new Ecran(racine);
    ecrans.set(racine, ecran);
  }
  courante = ecran;
  ecran.recevoir(composant);
  surTenues((recues) => courante?.tenir(recues));
}
