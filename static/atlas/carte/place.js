/* How large a place can be drawn, and where, so that nothing that stands on the map covers its outline. Nothing here
   needs a page. Lengths of a place are in pixels of zoom 0. */

/** @typedef {{g: number, h: number, d: number, b: number}} Boite left, top, right, bottom */
/** @typedef {{x: number, y: number}} Sommet */

/**
 * @typedef {object} Plan
 * @property {{largeur: number, hauteur: number, bord: number}} cadre pixels
 * @property {Boite} boite of the place
 * @property {Sommet[]} sommets its outline
 * @property {number} maxZoom
 * @property {Boite[]} obstacles what stands on the map, in pixels of the frame
 */

/** @typedef {{zoom: number, centre: [number, number], rang: number, couverts: number}} Vue */

const PAS = 0.03; // of a zoom, between two sizes that are tried
const PERTE = 0.15; // of a zoom at most, a tenth of the size, that the place gives up to what stands on the map
const JEU = 4; // pixels between an outline and what stands beside it
const MAILLE = 120; // cells across a place: of the summits of one cell, one is enough

/* Where a place that does not take all of its frame stands, best first: shares of what is left. */
const PARTS = [0.5, 0.6, 0.4, 0.75, 0.25, 0.9, 0.1, 1, 0];
const CALAGES = PARTS.flatMap((u) => PARTS.map((v) => [u, v])).sort(
  ([u, v], [x, y]) => Math.hypot(u - 0.5, v - 0.5) - Math.hypot(x - 0.5, y - 0.5),
);

/**
 * One summit for each cell of a grid.
 * @param {Sommet[]} sommets
 * @param {Boite} boite
 */
export function eclaircir(sommets, boite) {
  const maille = Math.max(boite.d - boite.g, boite.b - boite.h) / MAILLE;
  if (!maille) return sommets;
  const gardes = new Map(sommets.map((s) => [`${Math.round(s.x / maille)} ${Math.round(s.y / maille)}`, s]));
  return [...gardes.values()];
}

/**
 * How many summits stand under boxes.
 * @param {Sommet[]} sommets
 * @param {{gauche: number, haut: number, echelle: number}} vue
 * @param {Boite[]} boites
 */
export function compter(sommets, { gauche, haut, echelle }, boites) {
  let couverts = 0;
  for (const boite of boites) {
    const g = gauche + (boite.g - JEU) / echelle;
    const d = gauche + (boite.d + JEU) / echelle;
    const h = haut + (boite.h - JEU) / echelle;
    const b = haut + (boite.b + JEU) / echelle;
    for (const { x, y } of sommets) if (x > g && x < d && y > h && y < b) couverts += 1;
  }
  return couverts;
}

/**
 * The largest view in which nothing is covered; when there is none, the one that covers least among those that lose less
 * than a tenth of the size.
 * @param {Plan} plan
 * @param {Boite[][]} dispositions arrangements of what may stand in several ways, best first
 * @returns {Vue}
 */
export function chercher({ cadre, boite, sommets, maxZoom, obstacles }, dispositions) {
  const { largeur, hauteur, bord } = cadre;
  const [large, haute] = [boite.d - boite.g, boite.b - boite.h];
  const place = [Math.max(1, largeur - 2 * bord), Math.max(1, hauteur - 2 * bord)];
  const plein = Math.min(maxZoom, Math.log2(Math.min(place[0] / large, place[1] / haute)));
  const points = eclaircir(sommets, boite);
  /** @type {Vue | null} */
  let meilleure = null;
  for (let perte = 0; perte <= PERTE; perte += PAS) {
    const zoom = plein - perte;
    const echelle = 2 ** zoom;
    for (const [rang, mobiles] of dispositions.entries()) {
      for (const [u, v] of CALAGES) {
        const gauche = boite.g - (bord + (place[0] - large * echelle) * u) / echelle;
        const haut = boite.h - (bord + (place[1] - haute * echelle) * v) / echelle;
        const couverts = compter(points, { gauche, haut, echelle }, [...obstacles, ...mobiles]);
        if (meilleure && couverts >= meilleure.couverts) continue;
        /** @type {[number, number]} */
        const centre = [gauche + largeur / 2 / echelle, haut + hauteur / 2 / echelle];
        meilleure = { zoom, centre, rang, couverts };
        if (!couverts) return meilleure;
      }
    }
  }
  return /** @type {Vue} */ (meilleure);
}
