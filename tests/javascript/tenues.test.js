import assert from "node:assert/strict";
import { test } from "node:test";
import { Tenues } from "../../static/atlas/seance/tenues.js";

const VIDE = { sous_titre: "", figures: [], carte: null, legende: [], graphique: null, note: "", sources: "" };
/** @param {[string, string, number, string[]]} dite */
const vue = ([mot, titre, annee, aussi]) => ({ ...VIDE, mot, titre, annee, aussi });

const tenues = new Tenues({
  vues: [
    vue(["region-53", "Bretagne", 2021, []]),
    vue(["ti-5312", "Bretagne Romantique", 2021, ["Combourg"]]),
    vue(["ti-5302", "Vitré - Fougères", 2021, ["Vitré", "Saint-Aubin-du-Cormier"]]),
    vue(["ti-5302_2023", "Vitré - Fougères", 2023, ["Vitré"]]),
  ],
  ailleurs: [["ti-2806", "Nord Cotentin"]],
  absent: "n’est pas dans cette séance (région gardée : Bretagne).",
});

/**
 * @param {string} texte
 * @param {number} [annee]
 */
const mots = (texte, annee = 2021) => tenues.trouver(texte, annee).map((r) => r.vue?.mot ?? r.nom);

test("a name is found from its start first, whatever its accents and its case", () => {
  assert.deepEqual(mots("BRETAGNE"), ["region-53", "ti-5312"]);
  assert.equal(mots("fougères")[0], "ti-5302");
});

test("the millésime on the screen comes first", () => {
  assert.equal(mots("fougeres", 2023)[0], "ti-5302_2023");
  assert.equal(mots("fougeres", 2021)[0], "ti-5302");
});

test("a commune leads to its territory, and says by which name", () => {
  const [reponse] = tenues.trouver("saint aubin", 2021);
  assert.equal(reponse.vue?.mot, "ti-5302");
  assert.equal(reponse.par, "Saint-Aubin-du-Cormier");
});

test("a territory that is not held is named without a view", () => {
  assert.deepEqual(
    tenues.trouver("cotentin", 2021).map((r) => [r.vue, r.nom]),
    [[null, "Nord Cotentin"]],
  );
});

test("a press on a territory that is not held says its name", () => {
  assert.equal(tenues.refus("ti-2806"), "Nord Cotentin n’est pas dans cette séance (région gardée : Bretagne).");
});

test("nothing answers nothing", () => {
  assert.deepEqual([mots(""), mots("  "), mots("zzz")], [[], [], []]);
});

test("a press on the map gives the territory of its millésime", () => {
  assert.equal(tenues.territoire("ti-5302", 2021)?.mot, "ti-5302");
  assert.equal(tenues.territoire("ti-5302", 2023)?.mot, "ti-5302_2023");
  assert.equal(tenues.territoire("ti-5312", 2023), undefined);
});
