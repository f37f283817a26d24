/* What a state asks the map to frame: the country, régions, départements, territories, or the projects that are shown. */

import { elements, polygones } from "./topologies.js";

/** @import { Etat } from "../commun/contrats.js" */
/** @import { Lieu } from "./cadrage.js" */
/** @import { Contours } from "./contours.js" */
/** @import { Element } from "./topologies.js" */

const SUD = 41; // latitude that the whole mainland is above, and no other part of France
const PRES = 11; // zoom beyond which outlines have no more detail
const AUTOUR = 10; // and that shows where a project is

/**
 * Every summit of outlines.
 * @param {Element[]} traces
 */
function sommets(traces) {
  const points = traces.flatMap(({ geometry }) => polygones(geometry).flat(2));
  return points.map(([lon, lat]) => L.latLng(lat, lon));
}

/**
 * Of places on both sides of an ocean, those of the mainland: a box around all of them would be sea.
 * @template T
 * @param {T[]} choses
 * @param {(chose: T) => number} latitude
 */
function ensemble(choses, latitude) {
  const ici = choses.filter((chose) => latitude(chose) > SUD);
  return ici.length ? ici : choses;
}

/**
 * @param {L.LatLng[]} points
 * @param {number} maxZoom
 * @returns {Lieu | null}
 */
function entourer(points, maxZoom) {
  return points.length ? { bornes: L.latLngBounds(points), sommets: points, maxZoom } : null;
}

export class Lieux {
  /** @type {Lieu | null} */
  pays = null;

  /**
   * @param {Contours} contours
   * @param {() => L.LatLng[]} projets places of the projects that are shown
   */
  constructor(contours, projets) {
    this.contours = contours;
    this.projets = projets;
  }

  /** The mainland and Corsica. */
  france() {
    const sols = elements(this.contours.national.topologie, "regions");
    this.pays ??= entourer(sommets(sols.filter(({ geometry }) => polygones(geometry)[0][0][0][1] > SUD)), PRES);
    return this.pays;
  }

  selection() {
    return entourer(
      ensemble(this.projets(), ({ lat }) => lat),
      AUTOUR,
    );
  }

  /**
   * What a state names: a chosen territory, else « region-53+departement-44+ti-5304 », else the projects.
   * @param {Etat} etat
   * @returns {Lieu | null} null for the country
   */
  de({ choisi, zone, cadre }) {
    if (cadre)
      return entourer(
        cadre.map((coin) => L.latLng(coin)),
        PRES,
      );
    if (!choisi && zone?.startsWith("projets")) return this.selection();
    const noms = choisi ? [choisi] : (zone ?? "").split(" ")[0].split("+").filter(Boolean);
    const traces = noms.flatMap((nom) => this.trace(nom) ?? []);
    return entourer(sommets(ensemble(traces, ({ geometry }) => polygones(geometry)[0][0][0][1])), PRES);
  }

  /**
   * @param {string} nom
   * @returns {Element | undefined}
   */
  trace(nom) {
    const { national, millesime } = this.contours;
    const [sorte, code] = nom.split("-");
    if (sorte === "ti") return /** @type {Element | undefined} */ (national.couches(millesime).get(nom)?.feature);
    return elements(national.topologie, `${sorte}s`).find(({ id }) => id === code);
  }
}
