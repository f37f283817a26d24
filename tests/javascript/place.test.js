import assert from "node:assert/strict";
import { test } from "node:test";
import { couvre, etiqueter, semer, seTouchent } from "../../static/atlas/carte/etiquettes.js";
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

const FOND = { cadre: { largeur: 400, hauteur: 300 }, marques: [], traits: [], obstacles: [] };
const TAILLE = { largeur: 80, hauteur: 20 };

/** @param {Partial<import("../../static/atlas/carte/etiquettes.js").Nom>} [plus] */
const nom = (plus) => ({
  ancre: { x: 200, y: 150 },
  boite: { g: 100, h: 50, d: 300, b: 250 },
  dedans: () => true,
  tailles: [TAILLE],
  ...plus,
});

test("a name alone stands on its anchor", () => {
  assert.deepEqual(etiqueter([nom()], FOND)[0]?.boite, { g: 160, d: 240, h: 140, b: 160 });
});

test("a name covers no mark", () => {
  const marques = [
    { x: 200, y: 150, rayon: 10 },
    { x: 230, y: 120, rayon: 10 },
  ];
  const [pose] = etiqueter([nom()], { ...FOND, marques });
  assert.ok(pose);
  assert.deepEqual(
    marques.filter((marque) => couvre(pose.boite, marque)),
    [],
  );
});

test("a name crosses no line when its outline has room beside it", () => {
  const traits = semer([
    [
      { x: 100, y: 150 },
      { x: 300, y: 150 },
    ],
  ]);
  const [pose] = etiqueter([nom()], { ...FOND, traits });
  assert.ok(pose && (pose.boite.b < 150 || pose.boite.h > 150));
});

test("two names never meet, and the first one has the choice", () => {
  const [un, autre] = etiqueter([nom(), nom()], FOND);
  assert.ok(un && autre && !seTouchent(un.boite, autre.boite));
  assert.equal(un.boite.g, 160);
});

test("a name without room is left out", () => {
  const marques = [{ x: 200, y: 150, rayon: 400 }];
  assert.deepEqual(etiqueter([nom()], { ...FOND, marques }), [null]);
});

test("a name that is too wide goes on several lines", () => {
  const tailles = [TAILLE, { largeur: 40, hauteur: 40 }];
  const marques = [140, 180, 220, 260].map((x) => ({ x: x + 20, y: 60, rayon: 5 }));
  const bornes = { g: 190, h: 100, d: 210, b: 200 };
  const obstacles = [
    { g: 0, h: 0, d: 170, b: 300 },
    { g: 230, h: 0, d: 400, b: 300 },
  ];
  const [pose] = etiqueter([nom({ tailles, boite: bornes })], { ...FOND, marques, obstacles });
  assert.equal(pose?.rang, 1);
});
