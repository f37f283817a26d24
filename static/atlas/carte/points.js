/* The projects: a small mark each, or a disc for several (grappes.js), always above the outlines. */

import { Grappe } from "./grappes.js";
import { Marque, regulier } from "./marques.js";
import { coincidents, estGrappe, loupe, nombreDe, Rassemblement } from "./rassemblement.js";
import { scene } from "./scene.js";

/** @import { Config, Famille, Projet } from "../commun/contrats.js" */
/** @import { Bulle } from "./bulle.js" */
/** @import { Rangement } from "./lecture.js" */
/** @import { Grappe as Reunion, Point, Proprietes } from "./rassemblement.js" */
/** @import { Disque } from "./scene.js" */

/**
 * Radius in pixels: small on the national view, larger as the reader comes near.
 * @param {number} zoom
 */
const rayonDe = (zoom) => loupe() * Math.max(2.6, Math.min(6, 2.8 + (zoom - 6) * 0.8));

const COINS = 1.3; // radii, to the corners of a mark
const COURONNE = 12; // more marks than this of one place make a spiral, not a ring
const ANGLE_D_OR = Math.PI * (3 - Math.sqrt(5));

/**
 * Places of n marks side by side around a point, in radii: a ring, or a spiral as of the seeds of a sunflower.
 * @param {number} n
 * @returns {[number, number][]}
 */
function autour(n) {
  if (n <= COURONNE) return regulier(n, -Math.PI, 1.15 / Math.sin(Math.PI / n));
  return Array.from({ length: n }, (_, i) => {
    const [r, a] = [1.7 * Math.sqrt(i + 0.5), i * ANGLE_D_OR];
    return [r * Math.cos(a), r * Math.sin(a)];
  });
}

/**
 * Marks that would hide one another stand side by side around their place: offsets in radii, by rank.
 * @param {Point[]} points
 * @returns {Map<number, L.Point>}
 */
function ecarter(points) {
  return new Map(
    coincidents(points).flatMap((rangs) => {
      const places = autour(rangs.length);
      return rangs.map((rang, i) => /** @type {[number, L.Point]} */ ([rang, L.point(places[i])]));
    }),
  );
}

/**
 * Latitude first, as Leaflet wants it.
 * @param {Point | Reunion} point
 * @returns {[number, number]}
 */
function lieuDe({ geometry: { coordinates } }) {
  return [coordinates[1], coordinates[0]];
}

export class Points {
  /** @type {Map<string | number, Marque | Grappe>} discs by text, marks by rank */
  poses = new Map();
  /** @type {Marque[]} */
  marques = [];
  bits = "";
  combien = 0;
  rayon = 0;

  /**
   * @param {L.Map} carte
   * @param {Projet[]} projets
   * @param {{style: Config["style"], familles: Famille[], de: Rangement, miens: Uint8Array}} habit
   * @param {Bulle} bulle
   */
  constructor(carte, projets, habit, bulle) {
    this.carte = carte;
    this.projets = projets;
    this.bulle = bulle;
    this.familles = habit.familles;
    this.style = habit.style;
    this.miens = habit.miens;
    this.police = getComputedStyle(carte.getContainer()).fontFamily;
    this.rassemblement = new Rassemblement(this.familles);
    /** @type {(Point | null)[]} */
    this.points = projets.map((projet, rang) => {
      const { place } = projet;
      if (!place) return null;
      const properties = { rang, famille: habit.de(projet, rang), mien: habit.miens[rang] };
      return { type: "Feature", properties, geometry: { type: "Point", coordinates: [place[1], place[0]] } };
    });
    this.ecarts = ecarter(this.points.filter((point) => point !== null));
    this.bouger = () => this.poser();
    carte.on("moveend", this.bouger);
  }

  /* Leave the map for other marks. */
  retirer() {
    this.carte.off("moveend", this.bouger);
    for (const cle of [...this.poses.keys()]) this.oter(cle);
  }

  /* How many of each family are shown. */
  comptes() {
    const familles = (this.rassemblement.points || []).map(({ properties }) => properties.famille);
    return this.familles.map((_, rang) => familles.filter((famille) => famille === rang).length);
  }

  /* Where what is shown stands. */
  lieux() {
    return (this.rassemblement.points || []).map((point) => L.latLng(lieuDe(point)));
  }

  /* Discs and marks in view: centres in pixels of the frame, radii with their corners. */
  boites() {
    return [...this.poses].map(([cle, pose]) => {
      const { x, y } = this.carte.layerPointToContainerPoint(/** @type {L.CircleMarker} */ (pose)._point);
      return { x, y, rayon: pose.getRadius() * (typeof cle === "number" ? COINS : 1) };
    });
  }

  /**
   * Show exactly the projects whose bit is set; returns how many can be seen on the map.
   * @param {Uint8Array} visibles
   */
  montrer(visibles) {
    const bits = visibles.join("");
    if (bits === this.bits) return this.combien;
    this.bits = bits;
    const voulus = this.points.filter((point, rang) => point !== null && visibles[rang] === 1);
    this.combien = voulus.length;
    this.rassemblement.charger(/** @type {Point[]} */ (voulus));
    for (const cle of [...this.poses.keys()]) if (typeof cle === "string") this.oter(cle); // discs of another filter
    this.poser();
    return this.combien;
  }

  /**
   * What names a mark among those that are put: a disc is that of one tree.
   * @param {Point | Reunion} point
   * @param {number} zoom
   */
  cleDe(point, zoom) {
    return estGrappe(point) ? `${this.rassemblement.ecart(zoom)} ${point.id}` : point.properties.rang;
  }

  /* Put on the map what stands in view; only what differs is added or taken away. */
  poser() {
    if (!this.rassemblement.points) return;
    const zoom = this.carte.getZoom();
    const vus = this.rassemblement.dans(this.carte.getBounds().pad(0.15), zoom);
    const voulus = new Map(vus.map((point) => [this.cleDe(point, zoom), point]));
    for (const cle of [...this.poses.keys()]) if (!voulus.has(cle)) this.oter(cle);
    this.grandir(rayonDe(zoom));
    for (const [cle, point] of [...voulus].sort(([, un], [, autre]) => nombreDe(autre) - nombreDe(un))) {
      if (this.poses.has(cle)) continue;
      const pose = estGrappe(point) ? this.grappe(point, zoom) : this.marque(point.properties);
      this.poses.set(cle, pose.addTo(this.carte));
    }
    this.devant();
  }

  /** @param {string | number} cle */
  oter(cle) {
    this.poses.get(cle)?.remove();
    this.poses.delete(cle);
  }

  /** @param {number} voulu */
  grandir(voulu) {
    if (voulu === this.rayon) return;
    this.rayon = voulu;
    for (const [cle, pose] of this.poses) if (typeof cle === "number") pose.setRadius(voulu);
  }

  /**
   * The mark of a project, made at first need.
   * @param {Proprietes} projet
   */
  marque({ rang, famille }) {
    this.marques[rang] ??= this.faireMarque(rang, this.familles[famille]);
    return this.marques[rang].setRadius(this.rayon);
  }

  /**
   * @param {number} rang
   * @param {Famille} famille
   */
  faireMarque(rang, { couleur, forme }) {
    const { place, entreprise, commune, filiere } = this.projets[rang];
    const plein = { color: this.style.fond, weight: 0.5, fillColor: couleur, fillOpacity: 0.9 };
    const creux = { color: couleur, weight: 1.6, fillColor: this.style.fond, fillOpacity: 1 };
    const trait = forme === "anneau" ? creux : plein;
    const lieu = /** @type {[number, number]} */ (place); // a project without a place has no point
    const mien = this.miens[rang] === 1;
    const cerne = mien ? { fond: this.style.fond, encre: this.style.encre } : undefined;
    const marque = new Marque(lieu, { ...trait, radius: this.rayon, forme, ecart: this.ecarts.get(rang), cerne });
    this.bulle.surveiller(marque, () => [entreprise, commune, filiere, ...(mien ? ["dans mes projets"] : [])]);
    return marque;
  }

  /**
   * @param {Reunion} reunion
   * @param {number} zoom
   */
  grappe(reunion, zoom) {
    const { point_count: nombre, parts, miens } = reunion.properties;
    const lieu = lieuDe(reunion);
    const { fond, encre } = this.style;
    const tons = this.familles.map((f) => f.couleur);
    const creuses = this.familles.map((f) => f.forme === "anneau");
    const creux = creuses.includes(true) ? creuses : []; // hollow marks beside full ones: discs are full or hollow too
    const radius = this.rassemblement.rayon(nombre, zoom);
    const habit = { radius, weight: 2, nombre, parts, miens, tons, creux, fond, encre, police: this.police };
    const grappe = new Grappe(this.pousser(lieu, radius, zoom), habit);
    const dont = miens ? `, dont ${miens.toLocaleString("fr-FR")} à moi` : "";
    const dits = `${nombre.toLocaleString("fr-FR")}\u202fprojets${dont}`;
    this.bulle.surveiller(grappe, () => [dits, this.rassemblement.dire(parts)]);
    grappe.on("click", (e) => {
      if (scene.loupe) return; // in a séance, the territory below answers
      L.DomEvent.stopPropagation(e);
      this.carte.setView(lieu, this.rassemblement.ouverture(Number(reunion.id), zoom));
    });
    return grappe;
  }

  /**
   * A disc stands beside a larger one, not over it: what it stands for is all around.
   * @param {[number, number]} lieu
   * @param {number} rayon
   * @param {number} zoom
   */
  pousser(lieu, rayon, zoom) {
    let ici = this.carte.project(lieu, zoom);
    for (const [cle, pose] of this.poses) {
      if (typeof cle === "number") continue;
      const autre = this.carte.project(pose.getLatLng(), zoom);
      const voulue = pose.getRadius() + rayon - 1;
      const distance = ici.distanceTo(autre);
      if (distance && distance < voulue) ici = autre.add(ici.subtract(autre).multiplyBy(voulue / distance));
    }
    return this.carte.unproject(ici, zoom);
  }

  /**
   * The disc that covers a place, if any.
   * @param {L.LatLng} lieu
   * @returns {Disque | null}
   */
  disqueSur(lieu) {
    const { x, y } = this.carte.latLngToContainerPoint(lieu);
    for (const [cle, pose] of this.poses) {
      if (typeof cle === "number") continue;
      const centre = this.carte.latLngToContainerPoint(pose.getLatLng());
      if (centre.distanceTo([x, y]) < pose.getRadius()) return { x: centre.x, y: centre.y, rayon: pose.getRadius() };
    }
    return null;
  }

  /* The smallest on top: a large disc hides no other. */
  devant() {
    /** @param {Marque | Grappe} pose */
    const nombre = (pose) => pose.options.nombre || 1;
    for (const pose of [...this.poses.values()].sort((une, autre) => nombre(autre) - nombre(une))) pose.bringToFront();
  }
}
