import assert from "node:assert/strict";
import { test } from "node:test";
import { distinguer, lireProjets } from "../../static/atlas/carte/lecture.js";
import { bits } from "../../static/atlas/commun/bits.js";
import { vecteurs } from "./vecteurs.js";

const { colonnes, lieux, config, rangs, stades, dedans } = vecteurs("projets");
const PROJETS = lireProjets(colonnes);
const DITS = { stades: "", dedans: bits(dedans, PROJETS.length) };

test("every project stands where Python has it, to a step of the file", () => {
  assert.equal(PROJETS.length, lieux.length);
  PROJETS.forEach(({ place }, i) => {
    assert.equal(place === null, lieux[i] === null);
    if (place) for (const k of [0, 1]) assert.ok(Math.abs(place[k] - lieux[i][k]) <= colonnes.unite / 2 + 1e-9);
  });
});

test("a project is of the family of its filière, the last one takes what no other has", () => {
  const { de } = distinguer("filiere", config, DITS);
  assert.deepEqual(PROJETS.map(de), rangs);
});

test("a project is at the stade of its file, unless the state corrects it", () => {
  const { de, familles } = distinguer("stade", config, { ...DITS, stades: "0:1 5:2" });
  assert.equal(familles.length, config.stades.length);
  const attendus = [...stades];
  attendus[0] = 1;
  attendus[5] = 2;
  assert.deepEqual(PROJETS.map(de), attendus);
});

test("a project whose file says no stade is a laureate", () => {
  const { de } = distinguer("stade", config, DITS);
  assert.equal(de({ ...PROJETS[0], stade: null }, 0), config.laureat);
});

test("a project is in a territory when its bit says so", () => {
  const { de } = distinguer("label", config, DITS);
  assert.deepEqual(
    PROJETS.map(de),
    [...DITS.dedans].map((bit) => 1 - bit),
  );
});
