/* Where the map looks: what is framed fills the frame, beside what stands on it, and again when the frame changes its
   size. Whoever moves the map himself keeps what he looks at. */

import { chercher } from "./place.js";
import { scene } from "./scene.js";

/** @import { Boite, Plan } from "./place.js" */

/**
 * What is framed: its box and its outline; what stands on the map keeps off that outline.
 * @typedef {object} Lieu
 * @property {L.LatLngBounds} bornes
 * @property {L.LatLng[]} sommets none while the layers are on their way
 * @property {number} [maxZoom]
 */

/** @typedef {Lieu & {france: boolean}} Cadre */

const BORD = 8; // pixels around what is framed
const [A_COTE, SOUS] = [0, 1]; // arrangements of the overseas maps (medaillons.js)
const POSES =
  ".leaflet-control-zoom, .atlas-ecran, .leaflet-control-scale, .leaflet-control-attribution, .atlas-retour";

/** Maps on which the reader went elsewhere by himself, and those that are being framed. */
const libres = new WeakSet();
const enCours = new WeakSet();

/** @type {WeakMap<L.Map, string>} size for which each was framed */
const tailles = new WeakMap();

/** @param {L.Map} carte */
export const estLibre = (carte) => libres.has(carte);

/**
 * The map shows something else than what its state asks for, and the reader wants it so.
 * @param {L.Map} carte
 */
export function liberer(carte) {
  libres.add(carte);
  carte.fire("atlas:cadre");
}

/**
 * Where a thing stands on the map, in pixels from its corner; null while it is not shown.
 * @param {L.Map} carte
 * @param {HTMLElement} chose
 * @returns {Boite | null}
 */
export function boiteDe(carte, chose) {
  const { left, top, right, bottom } = chose.getBoundingClientRect();
  if (right <= left || bottom <= top) return null;
  const coin = carte.getContainer().getBoundingClientRect();
  return { g: left - coin.left, h: top - coin.top, d: right - coin.left, b: bottom - coin.top };
}

/**
 * What stands on the map and is not it.
 * @param {L.Map} carte
 */
export function obstacles(carte) {
  const poses = /** @type {NodeListOf<HTMLElement>} */ (carte.getContainer().querySelectorAll(POSES));
  return [...poses].flatMap((pose) => boiteDe(carte, pose) ?? []);
}

/**
 * Frame a place as large as the frame allows. The overseas maps take the arrangement that costs the country least.
 * @param {L.Map} carte
 * @param {Cadre} cadre
 */
function ajuster(carte, { bornes, sommets, maxZoom = 13, france }) {
  const { x, y } = carte.getSize();
  if (scene.marges) {
    scene.disposer?.(x < y ? SOUS : A_COTE);
    carte.fitBounds(bornes, { animate: false, ...scene.marges(france) }); // a projected map has no legend (seance/carte.js)
    return;
  }
  const crs = /** @type {L.CRS} */ (carte.options.crs);
  /** @param {L.LatLng} lieu */
  const poser = (lieu) => crs.latLngToPoint(lieu, 0);
  const [haut, bas] = [poser(bornes.getNorthWest()), poser(bornes.getSouthEast())];
  /** @type {Plan} */
  const plan = {
    cadre: { largeur: x, hauteur: y, bord: BORD },
    boite: { g: haut.x, h: haut.y, d: bas.x, b: bas.y },
    sommets: sommets.map(poser),
    maxZoom,
    obstacles: obstacles(carte),
  };
  const { zoom, centre, rang } = chercher(plan, france ? (scene.dispositions?.() ?? [[]]) : [[]]);
  if (france) scene.disposer?.(rang);
  carte.setView(crs.pointToLatLng(L.point(centre), 0), zoom, { animate: false });
}

/**
 * Frame a place, and again if the frame takes its size before the reader has moved the map.
 * @param {L.Map} carte
 * @param {Cadre} cadre
 */
export function cadrer(carte, cadre) {
  carte.atlasCadre = cadre;
  carte.fire("atlas:cadre"); // what this view offers is shown first, to be kept off
  enCours.add(carte);
  ajuster(carte, cadre);
  enCours.delete(carte);
}

/**
 * The map follows its state again.
 * @param {L.Map} carte
 * @param {Cadre} cadre
 */
export function suivre(carte, cadre) {
  libres.delete(carte);
  cadrer(carte, cadre);
}

/** @param {L.Map} carte */
export function recadrer(carte) {
  const { clientWidth, clientHeight } = carte.getContainer();
  tailles.set(carte, `${clientWidth} ${clientHeight}`);
  carte.invalidateSize({ animate: false, pan: false });
  if (carte.atlasCadre) cadrer(carte, carte.atlasCadre);
}

/**
 * Whether the frame is no longer of the size for which it was framed; Leaflet follows the window alone, by itself.
 * @param {L.Map} carte
 */
export function changeDeTaille(carte) {
  const { clientWidth, clientHeight } = carte.getContainer();
  return tailles.get(carte) !== `${clientWidth} ${clientHeight}`;
}

/** @param {L.Map} carte */
export function suivreLaTaille(carte) {
  carte.on("movestart", () => {
    if (enCours.has(carte)) return;
    carte.atlasCadre = null;
    liberer(carte);
  });
  new ResizeObserver(() => {
    if (changeDeTaille(carte)) recadrer(carte);
  }).observe(carte.getContainer());
}
