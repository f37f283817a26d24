/* The views of a séance in preparation: their order, by mouse and by keyboard, and what is done with the whole of it.
   Each gesture is drawn at once and told to Python, which writes it into the address. */

import { bouton, cible, morceau, trouver } from "../commun/pieces.js";

/** @import { Composant, DonneesDePreparation, Intitule } from "../commun/contrats.js" */
/** @typedef {Composant<DonneesDePreparation>} Recu */

const OCTETS_MAX = 400_000;
/** @type {WeakMap<HTMLElement, Liste>} */
const listes = new WeakMap();

/**
 * @param {string} texte
 * @param {string} nom
 * @param {() => void} agir
 */
function petit(texte, nom, agir) {
  const touche = bouton("petit", texte);
  touche.setAttribute("aria-label", nom);
  touche.title = nom;
  touche.addEventListener("click", agir);
  return touche;
}

class Liste {
  /** @type {Intitule[]} */
  vues = [];
  /** @type {Recu | null} */
  composant = null;
  fichier = { nom: "", texte: "" };

  /** @param {HTMLElement} racine */
  constructor(racine) {
    this.racine = racine;
    this.lancer = bouton("principal", "▶ Lancer");
    this.enregistrer = bouton("", "Enregistrer");
    this.vider = bouton("", "Vider");
    this.champ = document.createElement("input");
    this.liste = morceau("ol", "vues");
    this.liste.setAttribute("aria-label", "Vues de la séance, dans leur ordre");
    this.vide = morceau(
      "p",
      "vide",
      "Aucune vue pour l’instant : cochez ce que la séance doit montrer, ou ouvrez un fichier.",
    );
    this.dit = morceau("p", "dit");
    this.dit.setAttribute("role", "status");
    racine.replaceChildren(this.actions(), this.vide, this.liste, this.dit);
    this.liste.addEventListener("keydown", (e) => this.touche(e));
  }

  actions() {
    const barre = morceau("div", "actions");
    this.lancer.addEventListener("click", () => this.jouer(1));
    this.enregistrer.addEventListener("click", () => this.telecharger());
    Object.assign(this.champ, { type: "file", accept: ".json,application/json", hidden: true });
    this.champ.addEventListener("change", () => this.lire());
    const ouvrir = bouton("", "Ouvrir un fichier");
    ouvrir.addEventListener("click", () => this.champ.click());
    this.vider.addEventListener("click", () => this.changer([], 0, "La séance est vide."));
    barre.append(this.lancer, this.enregistrer, ouvrir, this.vider, this.champ);
    return barre;
  }

  /* What Python sends back after a gesture is mostly what is drawn already: the focus stays where the reader has it. */
  /** @param {Recu} composant */
  recevoir(composant) {
    this.composant = composant;
    this.fichier = composant.data.fichier;
    if (JSON.stringify(composant.data.vues) === JSON.stringify(this.vues) && this.racine.dataset.vues !== undefined)
      return;
    const tenu = [...this.liste.children].findIndex((ligne) => ligne.contains(document.activeElement));
    this.vues = composant.data.vues;
    this.dessiner();
    if (tenu >= 0) this.viser(tenu);
  }

  dessiner() {
    this.liste.replaceChildren(...this.vues.map((vue, rang) => this.ligne(vue, rang)));
    this.vide.hidden = this.vues.length > 0;
    for (const touche of [this.lancer, this.enregistrer, this.vider]) touche.disabled = !this.vues.length;
    this.racine.dataset.vues = this.vues.map(({ mot }) => mot).join(" ");
  }

  /**
   * @param {Intitule} vue
   * @param {number} rang
   */
  ligne({ titre, forme }, rang) {
    const ligne = morceau("li", "");
    ligne.tabIndex = 0;
    ligne.dataset.rang = String(rang);
    const nom = morceau("span", "nom");
    nom.append(morceau("b", "", titre), morceau("small", "", forme));
    ligne.setAttribute("aria-label", `${rang + 1}. ${titre}, ${forme}`);
    const monter = petit("↑", `Monter « ${titre} »`, () => this.deplacer(rang, rang - 1));
    const descendre = petit("↓", `Descendre « ${titre} »`, () => this.deplacer(rang, rang + 1));
    monter.disabled = rang === 0;
    descendre.disabled = rang === this.vues.length - 1;
    const oter = petit("✕", `Retirer « ${titre} »`, () => this.oter(rang));
    const voir = petit("▶", `Lancer à partir de « ${titre} »`, () => this.jouer(rang + 1));
    ligne.append(nom, voir, monter, descendre, oter);
    return ligne;
  }

  /* On a row: Alt and an arrow move it, Delete takes it away, an arrow alone goes to its neighbour. */
  /** @param {KeyboardEvent} evenement */
  touche(evenement) {
    const ligne = cible(evenement).closest("li");
    if (!ligne) return;
    const rang = Number(ligne.dataset.rang);
    const pas = { ArrowUp: -1, ArrowDown: 1 }[evenement.key];
    const surLigne = evenement.target === ligne;
    if (pas && evenement.altKey) this.deplacer(rang, rang + pas);
    else if (pas && surLigne) this.viser(rang + pas);
    else if (evenement.key === "Delete") this.oter(rang);
    else if (evenement.key === "Enter" && surLigne) this.jouer(rang + 1);
    else return;
    evenement.preventDefault();
  }

  /** @param {number} rang */
  viser(rang) {
    const ligne = this.liste.children[Math.max(0, Math.min(rang, this.vues.length - 1))];
    if (ligne instanceof HTMLElement) ligne.focus();
  }

  /**
   * @param {number} de
   * @param {number} vers
   */
  deplacer(de, vers) {
    if (vers < 0 || vers >= this.vues.length) return;
    const vues = [...this.vues];
    vues.splice(vers, 0, ...vues.splice(de, 1));
    this.changer(vues, vers, `${vues[vers].titre} : vue ${vers + 1} sur ${vues.length}.`);
  }

  /** @param {number} rang */
  oter(rang) {
    const { titre } = this.vues[rang];
    this.changer(
      this.vues.filter((_, i) => i !== rang),
      rang,
      `${titre} : retiré.`,
    );
  }

  /**
   * @param {Intitule[]} vues
   * @param {number} rang
   * @param {string} phrase what is said aloud
   */
  changer(vues, rang, phrase) {
    this.vues = vues;
    this.dessiner();
    this.viser(rang);
    this.dit.textContent = phrase;
    this.composant?.setTriggerValue(
      "ordre",
      vues.map(({ mot }) => mot),
    );
  }

  /**
   * Full screen must be asked for while the press lasts; the séance follows.
   * @param {number} n
   */
  jouer(n) {
    this.composant?.setTriggerValue("lancer", n);
  }

  telecharger() {
    const lien = document.createElement("a");
    lien.href = URL.createObjectURL(new Blob([this.fichier.texte], { type: "application/json" }));
    lien.download = this.fichier.nom;
    lien.click();
    setTimeout(() => URL.revokeObjectURL(lien.href));
    this.dit.textContent = `Séance enregistrée : ${this.fichier.nom}.`;
  }

  async lire() {
    const fichier = this.champ.files?.[0];
    if (!fichier) return;
    this.champ.value = "";
    if (fichier.size > OCTETS_MAX) {
      this.dit.textContent = "Ce fichier est trop gros pour être une séance de l’atlas.";
      return;
    }
    this.dit.textContent = "";
    this.composant?.setTriggerValue("ouvrir", await fichier.text());
  }
}

/** @param {Recu} composant */
export default function preparation(composant) {
  const racine = trouver(composant.parentElement, ".atlas-preparation");
  const liste = listes.get(racine) ?? new Liste(racine);
  listes.set(racine, liste);
  liste.recevoir(composant);
}
