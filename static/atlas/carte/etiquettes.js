/* Names on a map: each tries places inside its outline, then around it. None covers a mark nor another name, and the one
   that crosses fewest lines wins; without room, a name is left out until zoom gives some. The same rule as on paper
   (exports/cartes/etiquettes.py). Nothing here needs a page; lengths are in pixels of the frame. */

/** @typedef {import("./place.js").Boite} Boite */
/** @typedef {import("./place.js").Sommet} Sommet */
/** @typedef {{x: number, y: number, rayon: number}} Marque */
/** @typedef {{largeur: number, hauteur: number}} Taille */

/**
 * @typedef {object} Nom
 * @property {Sommet} ancre where it would stand alone
 * @property {Boite} boite of its outline
 * @property {(x: number, y: number) => boolean} dedans whether a place is inside its outline
 * @property {Taille[]} tailles of the name on one line, on several
 */

/**
 * @typedef {object} Fond
 * @property {Taille} cadre
 * @property {Marque[]} marques
 * @property {Sommet[]} traits points of the lines, near enough to one another
 * @property {Boite[]} obstacles
 */

/** @typedef {{boite: Boite, rang: number}} Pose `rang` of the size that fits */

const ECART = 4; // between two names, or a name and a mark
const MAILLES = 14; // places that are tried across an outline
const TRAIT = 0.5; // what crossing one point of a line costs, in heights of the name away from the anchor
const LIGNE = 0.6; // what a name on several lines costs

/**
 * @param {Sommet} centre
 * @param {Taille} taille
 * @returns {Boite}
 */
function autour({ x, y }, { largeur, hauteur }) {
  return { g: x - largeur / 2, d: x + largeur / 2, h: y - hauteur / 2, b: y + hauteur / 2 };
}

/**
 * Whether two boxes are nearer than names may stand.
 * @param {Boite} une
 * @param {Boite} autre
 */
export function seTouchent(une, autre) {
  return une.g < autre.d + ECART && autre.g < une.d + ECART && une.h < autre.b + ECART && autre.h < une.b + ECART;
}

/**
 * Whether a box covers a part of a disc.
 * @param {Boite} boite
 * @param {Marque} marque
 */
export function couvre({ g, d, h, b }, { x, y, rayon }) {
  const dx = Math.max(g - x, 0, x - d);
  const dy = Math.max(h - y, 0, y - b);
  return Math.hypot(dx, dy) < rayon + ECART / 2;
}

/**
 * Places inside an outline, the nearest to its anchor first.
 * @param {Nom} nom
 */
function places({ ancre, boite, dedans }) {
  const [large, haute] = [boite.d - boite.g, boite.b - boite.h];
  const pas = Math.max(large, haute) / MAILLES || 1;
  const trouvees = [ancre];
  for (let x = boite.g + pas / 2; x < boite.d; x += pas) {
    for (let y = boite.h + pas / 2; y < boite.b; y += pas) if (dedans(x, y)) trouvees.push({ x, y });
  }
  /** @param {Sommet} lieu */
  const loin = ({ x, y }) => Math.hypot(x - ancre.x, y - ancre.y);
  return trouvees.sort((un, autre) => loin(un) - loin(autre));
}

/**
 * @param {Nom} nom
 * @param {Fond} fond
 * @param {Boite[]} prises
 * @returns {Pose | null}
 */
function placer(nom, { cadre, marques, traits, obstacles }, prises) {
  /** @type {Pose | null} */
  let meilleure = null;
  let moindre = Number.POSITIVE_INFINITY;
  const essais = places(nom);
  for (const [rang, taille] of nom.tailles.entries()) {
    for (const lieu of essais) {
      const boite = autour(lieu, taille);
      const loin = Math.hypot(lieu.x - nom.ancre.x, lieu.y - nom.ancre.y) / nom.tailles[0].hauteur + rang * LIGNE;
      if (loin >= moindre) break;
      if (boite.g < 2 || boite.h < 2 || boite.d > cadre.largeur - 2 || boite.b > cadre.hauteur - 2) continue;
      if ([...prises, ...obstacles].some((autre) => seTouchent(boite, autre))) continue;
      if (marques.some((marque) => couvre(boite, marque))) continue;
      const croises = traits.filter(({ x, y }) => x > boite.g && x < boite.d && y > boite.h && y < boite.b).length;
      const cout = loin + TRAIT * croises;
      if (cout >= moindre) continue;
      moindre = cout;
      meilleure = { boite, rang };
    }
  }
  return meilleure;
}

/**
 * Where each name stands, the first ones first; null for one without room.
 * @param {Nom[]} noms
 * @param {Fond} fond
 */
export function etiqueter(noms, fond) {
  /** @type {Boite[]} */
  const prises = [];
  return noms.map((nom) => {
    const pose = placer(nom, fond, prises);
    if (pose) prises.push(pose.boite);
    return pose;
  });
}

/**
 * Points along lines, one for each few pixels.
 * @param {Sommet[][]} lignes
 * @param {number} [pas]
 */
export function semer(lignes, pas = 6) {
  return lignes.flatMap((ligne) =>
    ligne.slice(1).flatMap((fin, rang) => {
      const debut = ligne[rang];
      const n = Math.max(1, Math.ceil(Math.hypot(fin.x - debut.x, fin.y - debut.y) / pas));
      return Array.from({ length: n }, (_, i) => ({
        x: debut.x + ((fin.x - debut.x) * i) / n,
        y: debut.y + ((fin.y - debut.y) * i) / n,
      }));
    }),
  );
}
