/* Overseas, always visible on the national view: five small maps of the same outlines and colours, which lead there. */

import { elements, polygones } from "./topologies.js";

/** @import { Config, Vue } from "../commun/contrats.js" */
/** @import { Contours } from "./contours.js" */
/** @import { Element } from "./topologies.js" */

/** @typedef {(point: number[]) => [number, number]} Projection degrees to pixels */

/**
 * @typedef {object} Medaillon
 * @property {HTMLCanvasElement} toile
 * @property {number} finesse pixels of the screen for one of the page
 * @property {Element} sol
 * @property {string} region
 * @property {Projection} placer
 */

const NATIONAL = 7; // zoom from which the reader looks at a place of its own
const LARGE = 720; // pixels of a frame that has room for them
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
    this.barre = L.DomUtil.create("div", "atlas-medaillons");
    this.barre.setAttribute("role", "group");
    this.barre.setAttribute("aria-label", "Outre-mer");
    L.DomEvent.disableClickPropagation(this.barre);
    const controle = new L.Control({ position: "topright" });
    controle.onAdd = () => this.barre;
    controle.addTo(carte);
    this.cartes = config.vues.flatMap((vue) => {
      const sol = sols.get(vue.region ?? "");
      return sol ? [this.creer(vue, sol, aller)] : [];
    });
    carte.on("zoomend resize", () => this.paraitre());
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
    bouton.setAttribute("aria-label", `Aller à : ${vue.nom}`);
    bouton.addEventListener("click", () => aller(vue.bornes));
    const toile = L.DomUtil.create("canvas", "", bouton);
    const finesse = Math.ceil(window.devicePixelRatio || 1);
    toile.width = TAILLE.largeur * finesse;
    toile.height = TAILLE.hauteur * finesse;
    L.DomUtil.create("span", "", bouton).textContent = vue.nom;
    return { toile, finesse, sol, region: sol.id, placer: projection(vue.bornes) };
  }

  /* On the national view of a wide frame; elsewhere the buttons do. */
  paraitre() {
    const large = this.carte.getContainer().clientWidth >= LARGE;
    document.body.classList.toggle("atlas-national", large && this.carte.getZoom() < NATIONAL);
  }

  montrer() {
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
