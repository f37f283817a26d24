import assert from "node:assert/strict";
import { test } from "node:test";
import { compter } from "../../static/atlas/projets/filtres/comptes.js";
import { vecteurs } from "./vecteurs.js";

test("the counts of every facet come back as the selection made them", () => {
  const cas = vecteurs("comptes");
  assert.ok(cas.length > 20);
  for (const { texte, nombres } of cas) assert.deepEqual(compter(texte, nombres.length), nombres);
});
