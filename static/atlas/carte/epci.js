/* The EPCI under a place, by its name: borders are drawn as lines, which do not know what they enclose. What is said of
   them goes for any layer painted as « surfaces ». */

import { elements, polygones } from "./topologies.js";

/** @import { Contours } from "./contours.js" */
/** @import { Topologie } from "./topologies.js" */
/** @typedef {{nom: string, anneaux: number[][][], boite: [number, number, number, number]}} Decoupe */

/**
 * Even-odd over every ring, so that a hole is outside.
 * @param {number[][][]} anneaux
 * @param {number} x
 * @param {number} y
 */
export function contient(anneaux, x, y) {
  let dedans = false;
  for (const anneau of anneaux) {
    for (let i = 0, j = anneau.length - 1; i < anneau.length; j = i++) {
      const [xi, yi] = anneau[i];
      const [xj, yj] = anneau[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) dedans = !dedans;
    }
  }
  return dedans;
}

/**
 * @param {Topologie} topologie
 * @param {string} objet
 * @returns {Decoupe[]}
 */
function decouper(topologie, objet) {
  return elements(topologie, objet).map(({ properties, geometry }) => {
    const anneaux = polygones(geometry).flat();
    /** @type {Decoupe["boite"]} */
    const boite = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of anneaux.flat()) {
      boite[0] = Math.min(boite[0], x);
      boite[1] = Math.min(boite[1], y);
      boite[2] = Math.max(boite[2], x);
      boite[3] = Math.max(boite[3], y);
    }
    return { nom: properties.nom, anneaux, boite };
  });
}

export class Epci {
  /** @type {WeakMap<Topologie, Decoupe[]>} */
  decoupes = new WeakMap();

  /**
   * @param {Contours} contours
   * @param {string} objet
   */
  constructor(contours, objet) {
    this.contours = contours;
    this.objet = objet;
  }

  /** @param {Topologie} topologie */
  de(topologie) {
    const decoupes = this.decoupes.get(topologie) ?? decouper(topologie, this.objet);
    this.decoupes.set(topologie, decoupes);
    return decoupes;
  }

  /**
   * Null where there is none, and while the layer is off or on its way.
   * @param {L.LatLng} lieu
   */
  sous({ lat, lng }) {
    for (const topologie of this.contours.sources(this.objet)) {
      const trouve = this.de(topologie).find(
        ({ boite: [o, s, e, n], anneaux }) =>
          lng >= o && lng <= e && lat >= s && lat <= n && contient(anneaux, lng, lat),
      );
      if (trouve) return trouve.nom;
    }
    return null;
  }
}
