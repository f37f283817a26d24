/* What the modules of the map share while it lives. It is also its face, `window.atlas`: what the map's own script and
   a séance (seance/carte.js) read and drive from outside. */

/** @import { Config, Etat } from "../commun/contrats.js" */
/** @import { Boite } from "./place.js" */

/**
 * @typedef {object} Scene
 * @property {Etat | null} etat what was asked last; it waits until the map stands
 * @property {number | null} loupe how much larger marks are on a projected map
 * @property {((france: boolean) => L.FitBoundsOptions) | null} marges room around what is framed, on a projected map
 * @property {((etat: Etat) => void) | null} montrer null until the map stands
 * @property {(() => void) | null} voirLaFrance
 * @property {() => void} recadrer what is framed, again
 * @property {() => void} reprendre the next state is framed, whatever the reader looks at
 * @property {(() => Boite[][]) | null} dispositions arrangements of the overseas maps on the frame, best first
 * @property {((rang: number) => void) | null} disposer take one of them
 * @property {() => void} devant marks above outlines
 * @property {() => void} annoncer say what is drawn
 * @property {(lieu: L.LatLng) => Disque | null} disqueSur the disc that covers a place
 */

/**
 * Where a disc stands in the frame, in pixels.
 * @typedef {{x: number, y: number, rayon: number}} Disque
 */

/**
 * What the frame shows outside.
 * @typedef {Scene & {
 *   monter: (carte: L.Map, depart: Partial<Config>) => Promise<void>,
 *   appliquer: (etat: Etat) => void,
 *   lire: (adresse: string) => Promise<any>,
 * }} Face
 */

/** @type {Scene} */
export const scene = {
  etat: null,
  loupe: null,
  marges: null,
  montrer: null,
  voirLaFrance: null,
  recadrer: () => {},
  reprendre: () => {},
  dispositions: null,
  disposer: null,
  devant: () => {},
  annoncer: () => {},
  disqueSur: () => null,
};
