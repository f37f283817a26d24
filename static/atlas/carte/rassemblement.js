/* Which projects are gathered at each zoom, so that none hides another. Nothing here needs a page. */

import { scene } from "./scene.js";

/** @import { Famille } from "../commun/contrats.js" */
/** @typedef {{rang: number, famille: number, mien: number}} Proprietes rank of the project, of its family, 1 for the reader's */
/** @typedef {{parts: number[], miens: number}} Parts how many of each family, and of the reader's own */
/** @typedef {import("supercluster").PointFeature<Proprietes>} Point */
/** @typedef {import("supercluster").ClusterFeature<Parts>} Grappe */
/** @typedef {import("supercluster").default<Proprietes, Parts>} Arbre */
/** @typedef {{getWest(): number, getSouth(): number, getEast(): number, getNorth(): number}} Bornes */

const PORTEE = 21; // pixels within which marks are gathered
const PROCHE = 8.5; // zoom from which each project stands alone
const DERNIER = 9; // last whole zoom at which projects may be gathered
const GRAND = 19; // radius of the largest disc
const UNITE = 2.5; // radius for one project, unless the largest disc would grow beyond GRAND
const PETIT = 3.6; // radius under which the ring could not be seen
const LISIBLE = 8.8; // radius under which its number could not be read: every disc of a projected map has one
const NOMMEES = 4; // families that a tooltip names

const COTE_A_COTE = { radius: 2, minZoom: 9, maxZoom: 9 }; // pixels: nearer than this, marks stand side by side

/** @type {[number, number, number, number]} */
const MONDE = [-180, -85, 180, 85];

/* A projected map draws its marks larger, and keeps them gathered two zooms further (seance/carte.js). */
export const loupe = () => scene.loupe ?? 1;
const dernier = () => DERNIER + (scene.loupe ? 2 : 0);
const proche = () => PROCHE + (scene.loupe ? 2 : 0);

/**
 * Whether a point of a view stands for several projects.
 * @param {Point | Grappe} point
 * @returns {point is Grappe}
 */
export function estGrappe(point) {
  return "cluster" in point.properties;
}

/** @param {Point | Grappe} point */
export function nombreDe(point) {
  return estGrappe(point) ? point.properties.point_count : 1;
}

/**
 * Projects at the very same place, or so near that their marks would hide one another: lists of ranks.
 * @param {Point[]} points
 */
export function coincidents(points) {
  /** @type {import("supercluster").default<Proprietes, Proprietes>} */
  const voisins = new Supercluster({ ...COTE_A_COTE, extent: 256 });
  voisins.load(points);
  const groupes = voisins.getClusters(MONDE, COTE_A_COTE.maxZoom).filter((g) => "cluster" in g.properties);
  return groupes.map((g) => {
    const feuilles = voisins.getLeaves(Number(g.id), Number.POSITIVE_INFINITY);
    return feuilles.map((point) => point.properties.rang).sort((a, b) => a - b);
  });
}

/** Made again at each filter. The library knows whole zooms and the map tenths: there is one tree for each quarter of a
 * zoom (`ecart`, up to the next whole one), made at first need. */
export class Rassemblement {
  /** @type {Point[] | null} */
  points = null;
  /** @type {Map<number, Arbre>} */
  arbres = new Map();
  /** @type {Map<string, number>} */
  maxima = new Map();

  /** @param {Famille[]} familles */
  constructor(familles) {
    this.familles = familles;
  }

  /** @param {Point[]} points */
  charger(points) {
    this.points = points;
    this.arbres.clear();
    this.maxima.clear();
  }

  /** @param {number} zoom */
  ecart(zoom) {
    return Math.round((Math.ceil(zoom) - zoom) * 4) / 4;
  }

  /** @param {number} zoom */
  niveau(zoom) {
    return zoom >= proche() ? dernier() + 1 : Math.max(0, Math.ceil(zoom));
  }

  /** @param {number} zoom */
  arbre(zoom) {
    const ecart = this.ecart(zoom);
    const arbre = this.arbres.get(ecart) ?? this.planter(PORTEE * loupe() * 2 ** ecart);
    this.arbres.set(ecart, arbre);
    return arbre;
  }

  /**
   * @param {number} radius
   * @returns {Arbre}
   */
  planter(radius) {
    /** @param {Proprietes} projet */
    const seul = ({ famille, mien }) => {
      const parts = new Array(this.familles.length).fill(0);
      parts[famille] = 1;
      return { parts, miens: mien };
    };
    /**
     * A new list each time: the library copies what it holds, not what that holds.
     * @param {Parts} somme
     * @param {Readonly<Parts>} autre
     */
    const ensemble = (somme, { parts, miens }) => {
      somme.miens += miens;
      somme.parts = somme.parts.map((part, rang) => part + parts[rang]);
    };
    const options = { radius, extent: 256, minZoom: 0, maxZoom: dernier(), map: seul, reduce: ensemble };
    return new Supercluster(options).load(this.points ?? []);
  }

  /**
   * What stands in a view: GeoJSON points, alone or gathered.
   * @param {Bornes} bornes
   * @param {number} zoom
   * @returns {(Point | Grappe)[]}
   */
  dans(bornes, zoom) {
    return this.arbre(zoom).getClusters(
      [bornes.getWest(), bornes.getSouth(), bornes.getEast(), bornes.getNorth()],
      this.niveau(zoom),
    );
  }

  /**
   * Radius of a disc: areas are proportional to numbers all over a zoom.
   * @param {number} nombre
   * @param {number} zoom
   */
  rayon(nombre, zoom) {
    const vue = `${this.ecart(zoom)} ${this.niveau(zoom)}`;
    const maximum = this.maxima.get(vue) ?? this.maximum(zoom);
    this.maxima.set(vue, maximum);
    return (
      loupe() * Math.max(scene.loupe ? LISIBLE : PETIT, Math.min(UNITE, GRAND / Math.sqrt(maximum)) * Math.sqrt(nombre))
    );
  }

  /** @param {number} zoom */
  maximum(zoom) {
    const nombres = this.arbre(zoom).getClusters(MONDE, this.niveau(zoom)).map(nombreDe);
    return nombres.reduce((un, autre) => Math.max(un, autre), 1);
  }

  /**
   * Zoom at which a disc of this zoom opens.
   * @param {number} id
   * @param {number} zoom
   */
  ouverture(id, zoom) {
    const niveau = this.arbre(zoom).getClusterExpansionZoom(id);
    return niveau > dernier() ? dernier() : niveau - this.ecart(zoom);
  }

  /**
   * « Automobile 5, Santé 3… »
   * @param {number[]} parts
   */
  dire(parts) {
    const rangees = parts
      .map((nombre, rang) => ({ nombre, libelle: this.familles[rang].libelle }))
      .filter(({ nombre }) => nombre)
      .sort((une, autre) => autre.nombre - une.nombre);
    const dites = rangees.slice(0, NOMMEES).map(({ libelle, nombre }) => `${libelle}\u00a0${nombre}`);
    return dites.join(", ") + (rangees.length > NOMMEES ? "…" : "");
  }
}
