/* The filters of the page « Projets »: a row of facets, a free text, chips. Counts come from pages/projets/filtres.py.

A press shows at once and leaves with a rank; an answer of an earlier rank is passed over, so that a slow server
never unticks what the reader has just ticked. Names are only ever written as text. */

const suffixe = new URL(import.meta.url).search;
const MODULES = ["../../commun/pieces.js", "liste.js", "volets.js", "puces.js"];
const [{ auDepart, bouton, charger, habiller, morceau }, { Liste }, { Periode, Emplois }, { Puces }] = await Promise.all(
  MODULES.map((nom) => import(new URL(`./${nom}${suffixe}`, import.meta.url))),
);

const PAUSE = 150; // ms without a key before a text leaves
const PATIENCE = 5000; // ms after which an answer that did not come is no longer waited for
const PREMIERS = ["filiere", "stade", "region", "ti", "mesure", "type", "nature", "periode"];
const AUTRES = ["epci", "departement", "emplois", "source"];
const MOTS = { periode: ["du", "au"], emplois: ["emplois_min", "emplois_max", "emplois"] };
const GARDES = ["millesime", "tri", "colonnes"]; // words that say how to show, not what
const NOMS = { periode: "Période", emplois: "Emplois" };
const TROIS = [["", "Tous"], ["oui", "Dans un territoire"], ["non", "Hors territoire"]];
const instances = new WeakMap();
let dressees = 0;

class Filtres {
  constructor(racine, cle, vocabulaire) {
    Object.assign(this, { racine, cle, vocabulaire });
    this.attendu = 0; // rank of the last demand
    this.etat = {};
    this.comptes = {};
    this.boutons = new Map();
    this.dresser();
    document.addEventListener("pointerdown", (e) => {
      if (this.ouvert && !this.ouvert.place.contains(e.target)) this.fermer();
    });
  }

  /* Everything is drawn once; a run only changes words, counts and chips. */
  dresser() {
    this.texte = champTexte(this.cle);
    this.texte.input.addEventListener("input", () => this.taper());
    this.texte.input.addEventListener("keydown", (e) => {
      if (e.key === "Enter") this.chercher();
    });
    this.bascule = bouton("atlas-filtres-bascule", "Filtres");
    this.bascule.addEventListener("click", () => this.deplier(this.bascule, this.rangee));
    this.rangee = morceau("div", "atlas-filtres-rangee");
    this.rangee.id = `${this.cle}-rangee`;
    this.suite = morceau("div", "atlas-filtres-suite");
    this.suite.id = `${this.cle}-suite`;
    this.plus = bouton("atlas-filtres-plus", "Plus de filtres");
    this.plus.addEventListener("click", () => this.deplier(this.plus, this.suite));
    for (const [b, cible] of [[this.bascule, this.rangee], [this.plus, this.suite]]) {
      b.setAttribute("aria-controls", cible.id);
      b.setAttribute("aria-expanded", "false");
    }
    this.rangee.append(...PREMIERS.map((mot) => this.facette(mot)), this.trois(), this.plus, this.suite);
    this.suite.append(...AUTRES.map((mot) => this.facette(mot)));
    this.puces = new Puces({
      retirer: (mot, valeur) => this.retirer(mot, valeur),
      effacer: () => this.effacer(),
      refuge: this.texte.input,
    });
    const tete = morceau("div", "atlas-filtres-tete");
    tete.append(this.texte.label, this.bascule);
    this.racine.replaceChildren(tete, this.rangee, this.puces.element, this.puces.annonce);
  }

  deplier(commande, cible) {
    const ouvert = cible.classList.toggle("atlas-deplie");
    commande.setAttribute("aria-expanded", String(ouvert));
    if (commande === this.plus) commande.firstChild.textContent = ouvert ? "Moins de filtres" : "Plus de filtres";
  }

  /* A button and, right after it, the panel that it opens. */
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
    const fiche = { mot, place, commande, volet };
    commande.addEventListener("click", () => (this.ouvert === fiche ? this.fermer() : this.ouvrir(fiche)));
    place.addEventListener("keydown", (e) => this.touche(e, fiche));
    auDepart(place, () => this.ouvert === fiche && this.fermer());
    this.boutons.set(mot, fiche);
    return place;
  }

  contenu(mot) {
    const gestes = { lire: () => this.etat, changer: (mots) => this.demander(mots) };
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

  ouvrir(fiche) {
    this.fermer();
    if (!fiche.corps || fiche.mot in this.ajouts) {
      fiche.corps = this.contenu(fiche.mot);
      fiche.volet.replaceChildren(fiche.corps.element);
    }
    this.ouvert = fiche;
    fiche.volet.hidden = false;
    fiche.commande.setAttribute("aria-expanded", "true");
    fiche.corps.ouvrir();
    const [la, ici] = [fiche.volet.getBoundingClientRect(), this.racine.getBoundingClientRect()];
    fiche.volet.classList.toggle("atlas-a-droite", fiche.volet.matches(".atlas-a-droite") || la.right > ici.right);
    // A phone's keyboard must not jump up before the reader wants to type.
    if (!matchMedia("(pointer: coarse)").matches) fiche.corps.premier().focus({ preventScroll: true });
  }

  fermer() {
    if (!this.ouvert) return;
    this.ouvert.volet.hidden = true;
    this.ouvert.volet.classList.remove("atlas-a-droite");
    this.ouvert.commande.setAttribute("aria-expanded", "false");
    this.ouvert = undefined;
  }

  touche(evenement, fiche) {
    const ferme = this.ouvert !== fiche;
    if (evenement.key === "Escape" && !ferme) {
      evenement.preventDefault();
      this.fermer();
      fiche.commande.focus();
    } else if (evenement.key === "ArrowDown" && evenement.target === fiche.commande) {
      evenement.preventDefault();
      if (ferme) this.ouvrir(fiche);
      fiche.corps.premier().focus();
    }
  }

  taper() {
    clearTimeout(this.minuteur);
    this.minuteur = setTimeout(() => this.chercher(), PAUSE);
  }

  chercher() {
    clearTimeout(this.minuteur);
    this.minuteur = undefined;
    const q = this.texte.input.value.trim();
    if (q !== (this.etat.q?.[0] ?? "")) this.demander({ q: q ? [q] : [] });
  }

  /* Words of the address that change; a word without a value leaves the address. */
  demander(mots) {
    const etat = { ...this.etat, ...mots };
    for (const mot of Object.keys(etat)) if (!etat[mot].length) delete etat[mot];
    this.etat = etat;
    this.attendu += 1;
    clearTimeout(this.attente);
    this.attente = setTimeout(() => (this.attente = undefined), PATIENCE);
    this.racine.setAttribute("aria-busy", "true");
    this.montrer();
    this.composant.setTriggerValue("demande", { etat, rang: this.attendu });
  }

  recevoir(composant) {
    this.composant = composant;
    const { data } = composant;
    if (data.rang < this.attendu && this.attente) return;
    clearTimeout(this.attente);
    this.attente = undefined;
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
    this.racine.dataset.rang = this.attendu;
  }

  /* The reader's own list may bring names that the file does not have. */
  completer(ajouts) {
    this.ajouts = ajouts;
    for (const [mot, valeurs] of Object.entries(ajouts)) {
      const facette = (this.origine ??= structuredClone(this.vocabulaire.facettes))[mot];
      this.vocabulaire.facettes[mot] = {
        libelle: facette.libelle,
        valeurs: [...facette.valeurs, ...valeurs.map((v) => v[0])],
        libelles: [...(facette.libelles ?? facette.valeurs), ...valeurs.map((v) => v[1])],
      };
    }
  }

  nombres(mot) {
    if (this.comptes[mot] === undefined) return null;
    const { valeurs } = this.vocabulaire.facettes[mot];
    return compter(this.comptes[mot], valeurs.length);
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
    this.ouvert?.corps.actualiser();
  }

  retirer(mot, valeur) {
    this.demander(this.sans(mot, valeur));
    if (mot === "q") this.texte.input.value = "";
  }

  /* A chip of a list takes one value away; any other takes away all the words that it tells. */
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

/* « 12 5 +2 3 » is 12, 5, two zeros, 3; the rest is zero. */
export function compter(texte, n) {
  const nombres = new Array(n).fill(0);
  let i = 0;
  for (const mot of texte.split(" ").filter(Boolean)) {
    if (mot.startsWith("+")) i += Number(mot);
    else nombres[i++] = Number(mot);
  }
  return nombres;
}

function champTexte(cle) {
  const label = morceau("label", "atlas-filtres-texte");
  const input = document.createElement("input");
  Object.assign(input, { id: `${cle}-texte`, type: "search", maxLength: 100, autocomplete: "off", spellcheck: false });
  input.placeholder = "Entreprise, objet, commune, SIREN…";
  label.append(morceau("span", "atlas-lecteurs", "Texte à chercher dans les projets"), input);
  return { label, input };
}

/* How many values of a facet are chosen, beside its name. */
function pastille(commande, n) {
  commande.querySelector(".atlas-pastille")?.remove();
  commande.classList.toggle("atlas-actif", n > 0);
  if (!n) return;
  const b = morceau("b", "atlas-pastille", String(n));
  b.append(morceau("span", "atlas-lecteurs", n > 1 ? " filtres actifs" : " filtre actif"));
  commande.append(b);
}

export default async function filtres(composant) {
  const racine = composant.parentElement.querySelector(".atlas-filtres");
  const memoire = instances.get(racine) ?? {};
  instances.set(racine, memoire);
  memoire.dernier = composant;
  let vocabulaire;
  try {
    [vocabulaire] = await Promise.all([charger(composant.data.vocabulaire), habiller(composant.parentElement)]);
  } catch {
    if (!memoire.filtres) racine.textContent = "Les filtres n’ont pas pu être chargés. Rechargez la page.";
    return;
  }
  if (memoire.dernier !== composant) return; // a later run came while the names were on their way
  memoire.filtres ??= new Filtres(racine, `filtres-${++dressees}`, structuredClone(vocabulaire));
  memoire.filtres.recevoir(composant);
}
