/* Outlines that share their borders (TopoJSON, `data.couches.contenus`), opened object by object. */

/** @typedef {{nom: string}} Proprietes */
/** @typedef {import("topojson-specification").GeometryCollection<Proprietes>} Collection */
/** @typedef {import("topojson-specification").Topology<Record<string, Collection>>} Topologie */
/** @typedef {GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, Proprietes> & {id: string}} Element */

/**
 * @param {Topologie} topologie
 * @param {string} objet
 * @returns {Element[]}
 */
export function elements(topologie, objet) {
  const { features } = topojson.feature(topologie, topologie.objects[objet]);
  return /** @type {Element[]} */ (features);
}

/**
 * @param {Topologie} topologie
 * @param {Collection["geometries"][number]} geometrie
 */
export function element(topologie, geometrie) {
  return /** @type {Element} */ (topojson.feature(topologie, geometrie));
}

/**
 * The borders of an object, each once.
 * @param {Topologie} topologie
 * @param {Collection} objet
 * @param {(un: unknown, autre: unknown) => boolean} [filtre]
 */
export function lignes(topologie, objet, filtre) {
  return topojson.mesh(topologie, objet, filtre);
}

/**
 * Its polygons, each a list of rings.
 * @param {GeoJSON.Polygon | GeoJSON.MultiPolygon} geometrie
 */
export function polygones(geometrie) {
  return geometrie.type === "Polygon" ? [geometrie.coordinates] : geometrie.coordinates;
}
