import assert from "node:assert/strict";
import { test } from "node:test";
import { chercher, compter } from "../../static/atlas/carte/place.js";

const BOITE = { g: 100, h: 100, d: 102, b: 102 };
const CARRE = [
  { x: 100, y: 100 },
  { x: 102, y: 100 },
  { x: 102, y: 102 },
  { x: 100, y: 102 },
];

/** @param {Partial<import("../../static/atlas/carte/place.js").Plan>} [plus] */
const plan = (plus) => ({
  cadre: { largeur: 616, hauteur: 416, bord: 8 },
  boite: BOITE,
  sommets: CARRE,
  maxZoom: 20,
  obstacles: [],
  ...plus,
});

test("a place takes the whole of the narrower side of its frame", () => {
  const { zoom, centre } = chercher(plan({}), [[]]);
  assert.ok(Math.abs(2 * 2 ** zoom - 400) < 1e-6);
  assert.deepEqual(
    centre.map((c) => Math.round(c * 1e6) / 1e6),
    [101, 101],
  );
});

test("a place is never nearer than its outlines allow", () => {
  assert.equal(chercher(plan({ maxZoom: 3 }), [[]]).zoom, 3);
});

test("a place moves aside before it shrinks", () => {
  const obstacles = [{ g: 0, h: 0, d: 150, b: 60 }];
  const { zoom, centre, couverts } = chercher(plan({ obstacles }), [[]]);
  assert.equal(couverts, 0);
  assert.ok(Math.abs(2 * 2 ** zoom - 400) < 1e-6);
  assert.ok(centre[0] < 101);
});

test("a place that fills its frame gives up a tenth of its size at most", () => {
  const obstacles = [{ g: 0, h: 0, d: 616, b: 300 }];
  const { zoom, couverts } = chercher(plan({ obstacles }), [[]]);
  assert.ok(couverts > 0);
  assert.ok(2 * 2 ** zoom > 0.9 * 400);
});

test("of several arrangements, the one that leaves the place its size is taken", () => {
  const sur = [{ g: 0, h: 150, d: 616, b: 250 }];
  const beside = [{ g: 570, h: 0, d: 616, b: 400 }];
  const sommets = [...CARRE, { x: 101, y: 101 }, { x: 100, y: 101 }, { x: 102, y: 101 }];
  assert.equal(chercher(plan({ sommets }), [sur, beside]).rang, 1);
});

test("summits under a box are counted", () => {
  const vue = { gauche: 100, haut: 100, echelle: 10 };
  assert.equal(compter(CARRE, vue, [{ g: -5, h: -5, d: 25, b: 5 }]), 2);
});
