// The vectors that Python has just written (tests/javascript/vecteurs.py).

import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} sujet
 * @returns {any}
 */
export function vecteurs(sujet) {
  const dossier = process.env.ATLAS_VECTEURS;
  if (!dossier) throw new Error("ATLAS_VECTEURS : lancez « python -m outils.javascript »");
  return JSON.parse(readFileSync(join(dossier, `${sujet}.json`), "utf8"));
}
