import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { distinguer, lireProjets } from "../../static/atlas/carte/lecture.js";
import { coincidents, estGrappe, nombreDe, Rassemblement } from "../../static/atlas/carte/rassemblement.js";
import { scene } from "../../static/atlas/carte/scene.js";
import { vecteurs } from "./vecteurs.js";

/** @import { Point } from "../../static/atlas/carte/rassemblement.js" */

// global in the frame, where its file is joined as it is published
runInThisContext(readFileSync(new URL("../../static/vendor/supercluster.min.js", import.meta.url), "utf8"));

const { colonnes, config, effectifs, au_meme_lieu } = vecteurs("projets");
const MONDE = { getWest: () => -180, getSouth: () => -85, getEast: () => 180, getNorth: () => 85 };
const ZOOMS = [3, 5.6, 6, 7.3, 8.4, 8.5, 9, 11];

const { familles, de } = distinguer("filiere", config, { stades: "", dedans: new Uint8Array() });
/** @type {Point[]} */
const POINTS = lireProjets(colonnes).flatMap((projet, rang) => {
  if (!projet.place) return [];
  const [y, x] = projet.place;
  return [
    {
      type: "Feature",
      properties: { rang, famille: de(projet, rang), mien: rang % 7 === 0 ? 1 : 0 },
      geometry: { type: "Point", coordinates: [x, y] },
    },
  ];
});
const TOTAL = effectifs.reduce((/** @type {number} */ somme, /** @type {number} */ n) => somme + n, 0);

/** @param {Point[]} points */
function rassembler(points) {
  const tout = new Rassemblement(familles);
  tout.charger(points);
  return tout;
}

/**
 * @param {Rassemblement} tout
 * @param {number} zoom
 */
function parFamille(tout, zoom) {
  const sommes = new Array(familles.length).fill(0);
  for (const point of tout.dans(MONDE, zoom)) {
    if (estGrappe(point)) {
      point.properties.parts.forEach((part, rang) => {
        sommes[rang] += part;
      });
    } else sommes[point.properties.famille] += 1;
  }
  return sommes;
}

test("Python and the browser place the same projects", () => {
  assert.equal(POINTS.length, TOTAL);
});

for (const zoom of ZOOMS) {
  test(`at zoom ${zoom}, discs and marks hold every project once, in its family`, () => {
    const tout = rassembler(POINTS);
    const vus = tout.dans(MONDE, zoom);
    assert.equal(
      vus.reduce((somme, point) => somme + nombreDe(point), 0),
      TOTAL,
    );
    assert.deepEqual(parFamille(tout, zoom), effectifs);
    for (const point of vus.filter(estGrappe)) {
      const { parts, point_count: nombre } = point.properties;
      assert.equal(
        parts.reduce((somme, part) => somme + part, 0),
        nombre,
      );
    }
  });
}

test("near by, every project stands alone", () => {
  assert.equal(rassembler(POINTS).dans(MONDE, 8.5).length, TOTAL);
  assert.ok(rassembler(POINTS).dans(MONDE, 6).length < TOTAL / 3);
});

test("another filter leaves nothing of the one before", () => {
  const tout = rassembler(POINTS);
  tout.rayon(5, 6);
  tout.charger(POINTS.slice(0, 10));
  assert.equal(
    tout.dans(MONDE, 6).reduce((somme, point) => somme + nombreDe(point), 0),
    10,
  );
});

test("areas are proportional to numbers, the largest disc within its bound", () => {
  const tout = rassembler(POINTS);
  const plus = tout.maximum(6);
  assert.ok(Math.abs(tout.rayon(plus, 6) - 19) < 1e-9);
  assert.ok(Math.abs(tout.rayon(plus, 6) ** 2 / tout.rayon(plus / 4, 6) ** 2 - 4) < 1e-9);
});

test("a disc opens at a zoom where it is parted, on the tree that it came from", () => {
  const tout = rassembler(POINTS);
  for (const zoom of [5.6, 6, 6.3]) {
    const disque = tout.dans(MONDE, zoom).find(estGrappe);
    assert.ok(disque);
    const ouverture = tout.ouverture(Number(disque.id), zoom);
    assert.ok(ouverture > zoom);
    assert.ok(Math.abs(tout.ecart(ouverture) - tout.ecart(zoom)) < 1e-9 || ouverture === 9);
  }
});

test("projects at the very same place for Python stand side by side, together", () => {
  const groupe = new Map(coincidents(POINTS).flatMap((rangs, i) => rangs.map((rang) => [rang, i])));
  assert.ok(au_meme_lieu.length > 10);
  for (const rangs of au_meme_lieu) {
    const groupes = new Set(rangs.map((/** @type {number} */ rang) => groupe.get(rang)));
    assert.equal(groupes.size, 1);
    assert.ok(!groupes.has(undefined));
  }
});

test("a disc says its largest families, four at most", () => {
  const tout = rassembler(POINTS);
  assert.equal(tout.dire(familles.map((_, rang) => (rang < 2 ? rang + 1 : 0))).split(", ").length, 2);
  const dit = tout.dire(effectifs);
  assert.equal(dit.split("\u00a0").length, 5);
  assert.ok(dit.endsWith("…"));
  const premiere = effectifs.indexOf(Math.max(...effectifs));
  assert.ok(dit.startsWith(`${familles[premiere].libelle}\u00a0${effectifs[premiere]}`));
});

test("a projected map keeps its marks gathered two zooms further, and larger", () => {
  const avant = rassembler(POINTS).rayon(1, 6);
  scene.loupe = 2;
  try {
    const tout = rassembler(POINTS);
    assert.ok(tout.dans(MONDE, 9).length < TOTAL);
    assert.equal(tout.dans(MONDE, 10.5).length, TOTAL);
    assert.ok(tout.rayon(1, 6) > avant);
  } finally {
    scene.loupe = null;
  }
});
