/* What a séance holds for a question from the room (pages/seance/reserve.py): read once, while the network is there. */

import { lire } from "../commun/fichiers.js";
import { tenir } from "./tenues.js";

/** @import { Composant } from "../commun/contrats.js" */

/** @param {Composant<{adresse: string}>} composant */
export default async function reserve(composant) {
  try {
    tenir(await lire(composant.data.adresse));
  } catch {
    // the screen says, once asked, that it holds nothing but its views
  }
}
