/* Where the map looks: what is framed, free of what stands on it, and again when the frame changes its size. */

import { scene } from "./scene.js";

/** @typedef {(carte: L.Map) => L.FitBoundsOptions} Marges */
/** @typedef {[number, number]} Paire */
/** @typedef {{bornes: L.LatLngBoundsExpression, options: Marges}} Cadre */

/**
 * Room around the country, in pixels: left and top, right and bottom. It stands beside the legend and the overseas
 * maps, or above the legend on a phone.
 * @param {L.Map} carte
 * @returns {[Paire, Paire]}
 */
function places(carte) {
  const large = carte.getContainer().clientWidth >= 720;
  return large
    ? [
        [180, 0],
        [114, 0],
      ]
    : [
        [0, 36],
        [0, 190],
      ];
}

/** @type {Marges} */
export function marges(carte) {
  if (scene.marges) return scene.marges(true); // a projected map has no legend (seance/carte.js)
  const [paddingTopLeft, paddingBottomRight] = places(carte);
  return { paddingTopLeft, paddingBottomRight };
}

/**
 * What is framed stands free of the legend, of the overseas maps and of the buttons.
 * @type {Marges}
 */
export function autour(carte) {
  const maxZoom = scene.etat?.groupements.length || scene.etat?.commune ? 11 : 9; // a sheet shows its place, the map what is around
  if (scene.marges) return { maxZoom, ...scene.marges(false) };
  const [[gauche, haut], [droite, bas]] = places(carte);
  const seule = document.querySelector(".atlas-legende");
  const legende = gauche && seule instanceof HTMLElement ? seule.offsetWidth : gauche;
  const dessous = scene.etat?.symbole === "label" ? 110 : 60; // its legend is always open
  return {
    maxZoom,
    paddingTopLeft: [legende + 20, haut + 20],
    paddingBottomRight: [droite + 20, Math.min(bas, dessous) + 20],
  };
}

/**
 * Frame a view, and again if the frame takes its size before the reader has moved the map.
 * @param {L.Map} carte
 * @param {L.LatLngBoundsExpression} bornes
 * @param {Marges} options
 */
export function cadrer(carte, bornes, options) {
  carte.atlasCadre = { bornes, options };
  carte.fitBounds(bornes, { animate: false, ...options(carte) });
}

/** @param {L.Map} carte */
export function suivreLaTaille(carte) {
  const lacher = () => {
    carte.atlasCadre = null;
  };
  const boite = carte.getContainer();
  boite.addEventListener("pointerdown", lacher, { capture: true });
  boite.addEventListener("wheel", lacher, { capture: true, passive: true });
  boite.addEventListener("keydown", lacher, { capture: true });
  new ResizeObserver(() => {
    carte.invalidateSize({ animate: false, pan: false });
    const cadre = carte.atlasCadre;
    if (cadre) cadrer(carte, cadre.bornes, cadre.options);
  }).observe(boite);
}
