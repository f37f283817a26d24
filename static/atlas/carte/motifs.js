/* Fills that are no colour of any sequence, and where a name or a circle stands on an outline. */

/**
 * A fill of hatches. They lean to the right, or to the left.
 * @param {string} sol
 * @param {string} trait
 * @param {{epaisseur?: number, gauche?: boolean}} [options]
 */
export function hachures(sol, trait, { epaisseur = 1.4, gauche = false } = {}) {
  const motif = document.createElement("canvas");
  motif.width = 8;
  motif.height = 8;
  const dessin = /** @type {CanvasRenderingContext2D} */ (motif.getContext("2d"));
  dessin.fillStyle = sol;
  dessin.fillRect(0, 0, 8, 8);
  dessin.strokeStyle = trait;
  dessin.lineWidth = epaisseur;
  for (const x of [-8, 0, 8]) {
    dessin.moveTo(x, gauche ? 0 : 8);
    dessin.lineTo(x + 8, gauche ? 8 : 0);
  }
  dessin.stroke();
  // Leaflet's canvas takes whatever a canvas takes, its types know colours alone
  return /** @type {string} */ (/** @type {unknown} */ (dessin.createPattern(motif, "repeat")));
}

/**
 * Where an outline is: the centre of its largest part.
 * @param {L.Polygon} couche
 * @param {L.Map} carte
 */
export function centre(couche, carte) {
  const { type } = /** @type {GeoJSON.Feature} */ (couche.feature).geometry;
  const lieux = couche.getLatLngs();
  const parties = /** @type {L.LatLng[][][]} */ (type === "Polygon" ? [lieux] : lieux);
  /** @param {L.LatLng[][]} partie */
  const etendue = ([anneau]) => {
    const bornes = L.latLngBounds(anneau);
    return bornes.getNorthEast().distanceTo(bornes.getSouthWest());
  };
  const grande = parties.reduce((une, autre) => (etendue(autre) > etendue(une) ? autre : une));
  return L.PolyUtil.polygonCenter(grande[0], /** @type {L.CRS} */ (carte.options.crs));
}
