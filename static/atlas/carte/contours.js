/* The grounds of the map: régions and TI, in national outlines and, near by, in finer ones.
   Nothing is rebuilt on a change: outlines are made once, then shown, hidden or restyled. */

import { lire } from "../commun/fichiers.js";
import { centre, hachures } from "./motifs.js";
import { scene } from "./scene.js";
import { elements, lignes } from "./topologies.js";

/** @import { Config, Couleur } from "../commun/contrats.js" */
/** @import { Element, Topologie } from "./topologies.js" */

/**
 * @typedef {object} Outils
 * @property {Config["style"]} style
 * @property {L.PathOptions} bords the borders of the ground
 * @property {(id: string) => L.PathOptions} repos how a TI is drawn when nobody points at it
 * @property {(couche: L.Layer, element: Element) => void} brancher
 */

/** One level of detail: ground, TI of each millésime, borders. */
export class Niveau {
  /** @type {Map<number, Map<string, L.Polygon>>} */
  territoires = new Map();
  /** @type {Map<string, L.GeoJSON>} */
  traits = new Map();

  /**
   * @param {Topologie} topologie
   * @param {"regions" | "departements"} sol
   * @param {Outils} outils
   */
  constructor(topologie, sol, { style, bords, repos, brancher }) {
    this.topologie = topologie;
    this.repos = repos;
    this.brancher = brancher;
    this.sol = L.geoJSON(elements(topologie, sol), {
      interactive: false,
      style: { stroke: false, fillColor: style.terre, fillOpacity: 1 },
    });
    // the départements of a région, seen together: its own border
    const exterieurs =
      sol === "regions" ? undefined : (/** @type {unknown} */ un, /** @type {unknown} */ autre) => un === autre;
    this.bords = L.geoJSON(lignes(topologie, topologie.objects[sol], exterieurs), {
      interactive: false,
      style: bords,
    });
  }

  /**
   * The TI of one millésime, made at first need: id → Leaflet layer.
   * @param {number} millesime
   */
  couches(millesime) {
    const faites = this.territoires.get(millesime);
    if (faites) return faites;
    /** @type {Map<string, L.Polygon>} */
    const parId = new Map();
    L.geoJSON(elements(this.topologie, `ti_${millesime}`), {
      style: (element) => this.repos(String(element?.id)),
      onEachFeature: (element, couche) => {
        parId.set(String(element.id), /** @type {L.Polygon} */ (couche));
        this.brancher(couche, /** @type {Element} */ (element));
      },
    });
    this.territoires.set(millesime, parId);
    return parId;
  }

  /**
   * The borders of an object as thin lines, made at first need.
   * @param {string} objet
   * @param {L.PathOptions} style
   * @param {Topologie} topologie
   */
  trait(objet, style, topologie) {
    const fait =
      this.traits.get(objet) ?? L.geoJSON(lignes(topologie, topologie.objects[objet]), { interactive: false, style });
    this.traits.set(objet, fait);
    return fait;
  }
}

/** The national level always; the finer level of a région once the reader is near enough. */
export class Contours {
  /** @type {Map<string, string>} */
  teintes = new Map();
  /** @type {string[]} */
  demandes = [];
  /** @type {Record<string, Topologie>} */
  complements = {};
  /** @type {Map<string, Niveau | null>} */
  fins = new Map();
  /** @type {(L.GeoJSON | L.Polygon)[]} */
  montres = [];
  /** @type {L.GeoJSON[]} */
  lignes = [];
  /** @type {string | null} */
  choisi = null;
  /** @type {number} */
  millesime = 0;
  transparent = false;
  bords = false;
  /** @type {string | undefined} */
  peinture;
  /** @type {string | null | undefined} */
  nom;

  /**
   * @param {L.Map} carte
   * @param {Topologie} topologie
   * @param {Config} config
   * @param {Outils["brancher"]} brancher
   * @param {() => void} surChangement
   */
  constructor(carte, topologie, config, brancher, surChangement) {
    this.surChangement = surChangement;
    this.carte = carte;
    this.config = config;
    this.hachures = hachures(config.style.terre, config.style.lacune);
    const { encre, ocre } = config.style;
    this.survol = { weight: 2, color: encre };
    this.autre = { color: ocre, weight: 1.3, opacity: 0.9, dashArray: "5 4" };
    /** @type {Record<string, L.PathOptions>} */
    this.styles = Object.fromEntries(config.declarees.map(({ mot, style }) => [mot, style]));
    const bords = config.declarees.find(({ peinture }) => peinture === "bords")?.style;
    /** @type {Outils} */
    this.outils = { style: config.style, bords, repos: (id) => this.repos(id), brancher };
    this.national = new Niveau(topologie, "regions", this.outils);
    this.regions = elements(topologie, "regions").map((f) => ({ id: f.id, bornes: L.geoJSON(f).getBounds() }));
    carte.on("moveend", () => this.approcher());
  }

  /**
   * How a TI is drawn when nobody points at it.
   * @param {string} id
   * @returns {L.PathOptions}
   */
  repos(id) {
    const { territoire, encre } = this.config.style;
    const teinte = this.teintes.get(id);
    const fillOpacity = this.transparent ? 0.5 : teinte ? 1 : 0.9;
    return { fillColor: teinte ?? territoire, fillOpacity, color: encre, weight: 0.7 };
  }

  /**
   * The chosen TI keeps the colour of its class.
   * @param {string} id
   */
  choix(id) {
    const { choix, encre, ocre } = this.config.style;
    const repos = this.repos(id);
    if (this.teintes.has(id)) return { ...repos, color: ocre, weight: 3 };
    return { ...repos, fillColor: choix, color: encre, weight: 2.4 };
  }

  ids() {
    return [...this.national.couches(this.millesime).keys()].sort();
  }

  /**
   * One digit a TI in the order of the ids: its class, 0 for « non renseigné ».
   * @param {Couleur | null} couleur
   * @returns {Map<string, string>}
   */
  lireTeintes(couleur) {
    const classes = couleur?.classes;
    if (!classes) return new Map();
    const tons = [this.hachures, ...couleur.legende.lignes.map((ligne) => ligne.couleur ?? "")];
    return new Map(this.ids().map((id, rang) => [id, tons[Number(classes[rang])]]));
  }

  /* Levels to draw: the finer ones when every région in view has come, else the national one. */
  niveaux() {
    const utiles = this.enVue();
    const prets = utiles.flatMap((id) => this.fins.get(id) ?? []);
    return utiles.length && prets.length === utiles.length ? prets : [this.national];
  }

  enVue() {
    if (this.carte.getZoom() < this.config.seuil_fin) return [];
    const vue = this.carte.getBounds();
    return this.regions.filter((r) => r.bornes.intersects(vue) && this.config.fins[r.id]).map((r) => r.id);
  }

  async approcher() {
    const manquantes = this.enVue().filter((id) => !this.fins.has(id));
    await Promise.all(
      manquantes.map(async (id) => {
        this.fins.set(id, null);
        try {
          this.fins.set(id, new Niveau(await lire(this.config.fins[id]), "departements", this.outils));
        } catch (erreur) {
          console.warn(erreur);
          this.fins.delete(id);
        }
      }),
    );
    this.dessiner();
  }

  /**
   * Show a millésime, with its colours, the lines that are asked for, over a background or not.
   * @param {number} millesime
   * @param {{couleur: Couleur | null, traits: string[], bords: boolean, transparent: boolean}} quoi
   */
  montrer(millesime, { couleur, traits, bords, transparent }) {
    const peinture = JSON.stringify([millesime, transparent, couleur?.classes && [couleur.classes, couleur.legende]]);
    this.millesime = millesime;
    this.demandes = traits;
    this.bords = bords;
    if (peinture !== this.peinture) {
      this.peinture = peinture;
      this.transparent = transparent;
      this.teintes = this.lireTeintes(couleur);
      this.nom = null;
    }
    this.dessiner();
  }

  /**
   * What a layer of lines needs beyond the levels: the EPCI of the whole country come on their own.
   * @param {string} objet
   * @param {Topologie} topologie
   */
  completer(objet, topologie) {
    this.complements[objet] = topologie;
  }

  /**
   * Where the lines of an object come from at one level of detail.
   * @param {string} objet
   * @param {Niveau} niveau
   * @returns {Topologie | undefined}
   */
  source(objet, niveau) {
    return objet in niveau.topologie.objects ? niveau.topologie : this.complements[objet];
  }

  /**
   * Outlines of an object for what is drawn now; none while it is off.
   * @param {string} objet
   */
  sources(objet) {
    if (!this.demandes.includes(objet)) return [];
    return this.niveaux().flatMap((niveau) => this.source(objet, niveau) ?? []);
  }

  /** @param {Niveau} niveau */
  lignesDe(niveau) {
    return this.demandes.flatMap((objet) => {
      const source = this.source(objet, niveau);
      return source ? [niveau.trait(objet, this.styles[objet] || this.autre, source)] : [];
    });
  }

  dessiner() {
    if (!this.millesime) return;
    const niveaux = this.niveaux();
    const traits = niveaux.flatMap((n) => this.lignesDe(n));
    const bords = this.bords ? niveaux.map((n) => n.bords) : [];
    const timbres = [...traits, ...bords].map((couche) => L.stamp(couche)).join();
    const nom = `${this.millesime}|${niveaux.map((n) => this.cle(n)).join()}|${timbres}`;
    if (nom === this.nom) return;
    this.nom = nom;
    const parId = new Map(niveaux.flatMap((n) => [...n.couches(this.millesime)]));
    const avant = this.montres;
    this.montres = [...niveaux.map((n) => n.sol), ...parId.values(), ...traits, ...bords];
    this.lignes = [...traits, ...bords];
    const gardees = new Set(this.montres);
    for (const couche of avant) if (!gardees.has(couche)) this.carte.removeLayer(couche);
    for (const couche of this.montres) couche.addTo(this.carte);
    for (const couche of [...this.montres].reverse()) couche.bringToBack();
    this.peindre(niveaux);
    this.choisir(this.choisi);
    this.surChangement();
    scene.annoncer();
  }

  devant() {
    for (const couche of this.lignes) couche.bringToFront();
  }

  /** @param {Niveau[]} niveaux */
  peindre(niveaux) {
    for (const niveau of niveaux) {
      niveau.sol.setStyle({ fillOpacity: this.transparent ? 0 : 1 });
      for (const [id, couche] of niveau.couches(this.millesime)) couche.setStyle(this.repos(id));
    }
  }

  /** @param {Niveau} niveau */
  cle(niveau) {
    if (niveau === this.national) return "france";
    return [...this.fins].find(([, n]) => n === niveau)?.[0];
  }

  /**
   * Style of every outline of a TI, in every level made so far.
   * @param {string} id
   * @param {L.PathOptions} style
   */
  appliquer(id, style, devant = false) {
    for (const niveau of [this.national, ...this.fins.values()]) {
      const couche = niveau?.couches(this.millesime).get(id);
      if (!couche) continue;
      couche.setStyle(style);
      if (devant && this.carte.hasLayer(couche)) couche.bringToFront();
    }
  }

  /**
   * The TI under the pointer is outlined; the chosen one already is.
   * @param {string} id
   * @param {boolean} dessus
   */
  survoler(id, dessus) {
    if (id !== this.choisi) this.appliquer(id, dessus ? this.survol : this.repos(id));
  }

  /** @param {string | null} id */
  choisir(id) {
    if (this.choisi && this.choisi !== id) this.appliquer(this.choisi, this.repos(this.choisi));
    this.choisi = id;
    if (id) this.appliquer(id, this.choix(id), true);
  }

  /**
   * Id of the TI drawn under a point of the map, null outside of them.
   * @param {L.Point} point
   * @returns {string | null}
   */
  sous(point) {
    for (const couche of this.montres) {
      if (!("feature" in couche) || !couche.feature || !("id" in couche.feature)) continue;
      const trace = /** @type {L.Polygon} */ (couche);
      if (trace._pxBounds.contains(point) && trace._containsPoint(point)) return String(couche.feature.id);
    }
    return null;
  }

  /** @param {string} id */
  centre(id) {
    return centre(/** @type {L.Polygon} */ (this.national.couches(this.millesime).get(id)), this.carte);
  }
}
