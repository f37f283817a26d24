/* Overseas, on the national view: small maps of the same outlines and colours, which lead there. Each is there while what
   is shown has something in it, and they stand where they leave the mainland its size. */

import { boiteDe } from "./cadrage.js";
import { compter, eclaircir } from "./place.js";
import { scene } from "./scene.js";
import { elements, polygones } from "./topologies.js";

/** @import { Config, Etat, Vue } from "../commun/contrats.js" */
/** @import { Contours } from "./contours.js" */
/** @import { Boite, Sommet } from "./place.js" */
/** @import { Points } from "./points.js" */
/** @import { Element } from "./topologies.js" */

/** @typedef {(point: number[]) => [number, number]} Projection degrees to pixels */

/**
 * @typedef {object} Medaillon
 * @property {string} nom
 * @property {HTMLButtonElement} bouton
 * @property {HTMLElement} compte
 * @property {Vue["bornes"]} bornes
 * @property {HTMLCanvasElement} toile
 * @property {number} finesse pixels of the screen for one of the page
 * @property {Element} sol
 * @property {string} region
 * @property {Projection} placer
 */

const NATIONAL = 7; // zoom from which the reader looks at a place of its own
const SUD = 41; // latitude that the mainland is above
/* How they may stand: beside the country, under it, in the gulf that it leaves free. */
const POSES = ["colonne", "rangee", "grille"];
const TAILLE = { largeur: 92, hauteur: 70, marge: 5 };

/**
 * Degrees to pixels inside a box, shapes kept.
 * @param {Vue["bornes"]} bornes
 * @returns {Projection}
 */
export function projection([[sud, ouest], [nord, est]]) {
  const { largeur, hauteur, marge } = TAILLE;
  const aplati = Math.cos(((sud + nord) / 2) * (Math.PI / 180));
  const echelle = Math.min((largeur - 2 * marge) / ((est - ouest) * aplati), (hauteur - 2 * marge) / (nord - sud));
  const gauche = (largeur - (est - ouest) * aplati * echelle) / 2;
  const haut = (hauteur - (nord - sud) * echelle) / 2;
  return ([lon, lat]) => [gauche + (lon - ouest) * aplati * echelle, haut + (nord - lat) * echelle];
}

/**
 * @param {CanvasRenderingContext2D} dessin
 * @param {GeoJSON.Polygon | GeoJSON.MultiPolygon} geometrie
 * @param {Projection} placer
 */
function tracer(dessin, geometrie, placer) {
  dessin.beginPath();
  for (const anneau of polygones(geometrie).flat()) {
    anneau.forEach((point, rang) => {
      dessin[rang ? "lineTo" : "moveTo"](...placer(point));
    });
    dessin.closePath();
  }
  dessin.fill("evenodd");
  dessin.stroke();
}

export class Medaillons {
  /** @type {string | undefined} */
  nom;
  /** @type {{taille: string, boites: Boite[][]}} */
  mesure = { taille: "", boites: [] };
  /** @type {Sommet[]} the land that they keep off */
  terre = [];

  /**
   * @param {L.Map} carte
   * @param {Config} config
   * @param {Contours} contours
   * @param {(bornes: Vue["bornes"]) => void} aller
   */
  constructor(carte, config, contours, aller) {
    this.carte = carte;
    this.contours = contours;
    this.style = config.style;
    const sols = new Map(elements(contours.national.topologie, "regions").map((sol) => [sol.id, sol]));
    this.barre = L.DomUtil.create("div", "atlas-medaillons", carte.getContainer());
    this.barre.dataset.pose = POSES[0];
    this.barre.setAttribute("role", "group");
    this.barre.setAttribute("aria-label", "Outre-mer");
    L.DomEvent.disableClickPropagation(this.barre);
    this.cartes = config.vues.flatMap((vue) => {
      const sol = sols.get(vue.region ?? "");
      return sol ? [this.creer(vue, sol, aller)] : [];
    });
    this.terre = this.lireTerre([...sols.values()]);
    scene.dispositions = () => this.dispositions();
    scene.disposer = (rang) => {
      this.barre.dataset.pose = POSES[rang];
    };
    carte.on("moveend resize", () => this.paraitre());
    this.paraitre();
  }

  /**
   * @param {Vue} vue
   * @param {Element} sol
   * @param {(bornes: Vue["bornes"]) => void} aller
   * @returns {Medaillon}
   */
  creer(vue, sol, aller) {
    const bouton = L.DomUtil.create("button", "", this.barre);
    bouton.type = "button";
    bouton.title = vue.nom;
    bouton.addEventListener("click", () => aller(vue.bornes));
    const toile = L.DomUtil.create("canvas", "", bouton);
    const finesse = Math.ceil(window.devicePixelRatio || 1);
    toile.width = TAILLE.largeur * finesse;
    toile.height = TAILLE.hauteur * finesse;
    L.DomUtil.create("span", "", bouton).textContent = vue.nom;
    bouton.append(" "); // between two words, for whoever listens
    const compte = L.DomUtil.create("small", "", bouton);
    const { nom, bornes } = vue;
    return { nom, bouton, compte, bornes, toile, finesse, sol, region: sol.id, placer: projection(bornes) };
  }

  /**
   * The outline of the mainland and Corsica, in pixels of zoom 0.
   * @param {Element[]} sols
   */
  lireTerre(sols) {
    const crs = /** @type {L.CRS} */ (this.carte.options.crs);
    const points = sols.flatMap(({ geometry }) => polygones(geometry).flat(2)).filter(([, lat]) => lat > SUD);
    const sommets = points.map(([lon, lat]) => crs.latLngToPoint(L.latLng(lat, lon), 0));
    const { min, max } = L.bounds(sommets);
    return min && max ? eclaircir(sommets, { g: min.x, h: min.y, d: max.x, b: max.y }) : sommets;
  }

  /* What each arrangement takes of the frame, all five maps being there: another filter moves nothing. */
  dispositions() {
    const { clientWidth, clientHeight } = this.carte.getContainer();
    const taille = `${clientWidth} ${clientHeight} ${this.barre.classList.contains("comptes")}`;
    if (taille === this.mesure.taille) return this.mesure.boites;
    const { pose } = this.barre.dataset;
    this.barre.classList.add("mesure");
    const boites = POSES.map((une) => {
      this.barre.dataset.pose = une;
      const boite = boiteDe(this.carte, this.barre);
      return boite ? [boite] : [];
    });
    this.barre.classList.remove("mesure");
    this.barre.dataset.pose = pose;
    this.mesure = { taille, boites };
    return boites;
  }

  /* On the national view, as long as no land comes under them. */
  paraitre() {
    document.body.classList.toggle("atlas-national", this.carte.getZoom() < NATIONAL);
    this.barre.classList.remove("cachee");
    const boite = boiteDe(this.carte, this.barre);
    if (!boite || scene.marges) return;
    const echelle = 2 ** this.carte.getZoom();
    const { min } = this.carte.getPixelBounds();
    if (!min) return;
    const vue = { gauche: min.x / echelle, haut: min.y / echelle, echelle };
    this.barre.classList.toggle("cachee", compter(this.terre, vue, [boite]) > 0);
  }

  /**
   * @param {Etat} etat
   * @param {Points | null} points
   */
  montrer(etat, points) {
    this.peindre();
    this.compter(etat, points?.lieux() ?? []);
    this.paraitre();
  }

  /**
   * A selection is somewhere when it has projects there, the other maps when they have territories or projects.
   * @param {Etat} etat
   * @param {L.LatLng[]} lieux
   */
  compter({ selection }, lieux) {
    this.barre.classList.toggle("comptes", lieux.length > 0);
    const ids = this.contours.ids();
    for (const { nom, bouton, compte, bornes, region } of this.cartes) {
      const cadre = L.latLngBounds(bornes);
      const nombre = lieux.filter((lieu) => cadre.contains(lieu)).length;
      compte.textContent = nombre ? `${nombre.toLocaleString("fr-FR")}\u202fprojet${nombre > 1 ? "s" : ""}` : "";
      bouton.setAttribute("aria-label", `Aller à : ${nom} ${compte.textContent}`.trim());
      bouton.hidden = !nombre && (selection || !ids.some((id) => id.startsWith(`ti-${region}`)));
    }
  }

  peindre() {
    const nom = `${this.contours.peinture}|${this.contours.choisi}`;
    if (nom === this.nom) return;
    this.nom = nom;
    const couches = this.contours.national.couches(this.contours.millesime);
    const territoires = this.contours.ids().map((id) => /** @type {Element} */ (couches.get(id)?.feature));
    for (const carte of this.cartes) this.dessiner(carte, territoires);
  }

  /**
   * @param {Medaillon} medaillon
   * @param {Element[]} territoires
   */
  dessiner({ toile, finesse, sol, region, placer }, territoires) {
    const dessin = /** @type {CanvasRenderingContext2D} */ (toile.getContext("2d"));
    dessin.setTransform(finesse, 0, 0, finesse, 0, 0);
    dessin.clearRect(0, 0, TAILLE.largeur, TAILLE.hauteur);
    dessin.fillStyle = this.style.terre;
    dessin.strokeStyle = this.style.discret;
    dessin.lineWidth = 0.8;
    tracer(dessin, sol.geometry, placer);
    for (const { id, geometry } of territoires) {
      if (!id.startsWith(`ti-${region}`)) continue;
      const style = id === this.contours.choisi ? this.contours.choix(id) : this.contours.repos(id);
      dessin.fillStyle = style.fillColor ?? "";
      dessin.strokeStyle = style.color ?? "";
      tracer(dessin, geometry, placer);
    }
  }
}
