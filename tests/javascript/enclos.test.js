import assert from "node:assert/strict";
import { test } from "node:test";
import { contient } from "../../static/atlas/carte/epci.js";
import { vecteurs } from "./vecteurs.js";

test("a point is in an outline as shapely says, its hole left out", () => {
  for (const { anneaux, points, dedans } of vecteurs("enclos")) {
    const lus = points.map((/** @type {[number, number]} */ [x, y]) => contient(anneaux, x, y));
    assert.deepEqual(lus, dedans);
    assert.ok(lus.includes(true) && lus.includes(false));
  }
});
