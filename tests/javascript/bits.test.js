import assert from "node:assert/strict";
import { test } from "node:test";
import { bits, cumuler } from "../../static/atlas/commun/bits.js";
import { vecteurs } from "./vecteurs.js";

const CAS = vecteurs("bits");

test("a set of rows is read as Python wrote it, whatever its length", () => {
  assert.ok(CAS.length > 50);
  for (const { texte, n, positions } of CAS) {
    const lus = [...bits(texte, n)];
    assert.equal(lus.length, n);
    assert.deepEqual(
      lus.flatMap((bit, i) => (bit ? [i] : [])),
      positions,
    );
  }
});

test("no text means every row", () => {
  assert.deepEqual([...bits(null, 3)], [1, 1, 1]);
});

test("what is not said does not move a sum", () => {
  assert.deepEqual(cumuler([1, null, 2, -4], 10), [10, null, 30, -10]);
});
