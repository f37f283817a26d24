import assert from "node:assert/strict";
import { test } from "node:test";
import { bits } from "../../static/atlas/commun/bits.js";
import { assembler, ecrire, garder, ordonner } from "../../static/atlas/projets/table/donnees.js";
import { vecteurs } from "./vecteurs.js";

/** @typedef {{tri: string, visibles: string, rangs: number[]}} Cas */

/** @type {{fichiers: any[], cas: Cas[]}} */
const { fichiers, cas } = vecteurs("ordres");
const TABLE = assembler(fichiers);

/* Columns whose order is the same everywhere, to the last row. */
const EXACTS = ["emplois", "montant", "stade", "region", "mesure", "source"];

/**
 * @param {string} tri
 * @param {string | null} visibles
 */
const ranger = (tri, visibles) => [...garder(ordonner(TABLE, tri), bits(visibles, TABLE.n))];

/** @param {string} tri */
function valeursDe(tri) {
  const colonne = TABLE.colonnes.get(tri.replace("-", ""));
  assert.ok(colonne, tri);
  return colonne.valeurs;
}

test("every order of the address is tried, both ways", () => {
  assert.ok(cas.length >= 2 * 3 * EXACTS.length);
  for (const mot of [...EXACTS, "date", "entreprise"]) assert.ok(cas.some(({ tri }) => tri === `-${mot}`));
});

for (const { tri, visibles, rangs } of cas) {
  const montres = ranger(tri, visibles);
  const mot = tri.replace("-", "");

  test(`${rangs.length} rows by « ${tri} »: those of Python, without a value last, equals as in the files`, () => {
    const valeurs = valeursDe(tri);
    /** @param {number[]} rows */
    const muets = (rows) => rows.filter((i) => valeurs[i] === null);
    assert.deepEqual([...montres].sort(), [...rangs].sort());
    assert.deepEqual(muets(montres), montres.slice(montres.length - muets(rangs).length));
    assert.deepEqual(muets(montres), muets(rangs));
    const blocs = new Set();
    montres.forEach((i, place) => {
      const [avant, valeur] = [montres[place - 1], valeurs[i]];
      if (place && valeurs[avant] === valeur) assert.ok(avant < i);
      else assert.ok(!blocs.has(valeur));
      blocs.add(valeur);
    });
  });

  if (EXACTS.includes(mot)) {
    test(`${rangs.length} rows by « ${tri} » stand as in the files that a reader takes away`, () => {
      assert.deepEqual(montres, rangs);
    });
  }
}

test("months follow one another as dates do for Python", () => {
  for (const { tri, visibles, rangs } of cas.filter(({ tri }) => tri.endsWith("date"))) {
    const mois = valeursDe(tri);
    assert.deepEqual(
      ranger(tri, visibles).map((i) => mois[i]),
      rangs.map((i) => mois[i]),
    );
  }
});

test("two files one after the other are one table", () => {
  assert.equal(TABLE.n, fichiers[0].n + fichiers[1].n);
  for (const { nom, valeurs } of TABLE.colonnes.values()) assert.equal(valeurs.length, TABLE.n, nom);
});

test("without an order, rows stand as in the files", () => {
  assert.deepEqual(
    ranger("", null),
    Array.from({ length: TABLE.n }, (_, i) => i),
  );
});

test("a value is written in French, and nothing where the source does not say", () => {
  const colonne = { nom: "", libelle: "", sorte: "nombre", suite: null, valeurs: [1234.5, null] };
  assert.equal(ecrire(colonne, 0), "1\u202f234,5");
  assert.equal(ecrire(colonne, 1), "");
  assert.equal(ecrire({ ...colonne, sorte: "mois", valeurs: ["2021-03"] }, 0), "mars 2021");
});
