/* First script of the frame, in one file with Leaflet and all others (components/leaflet/lot.py): asks for the layers before
   the rest of that file is read. */

import { lire } from "../commun/fichiers.js";

/** @import { ColonnesDeProjets, Config } from "../commun/contrats.js" */
/** @import { Topologie } from "./topologies.js" */

/**
 * What is the same for every map, and its first two layers on their way.
 * @type {{config: Config | null, couches: Promise<[Topologie, ColonnesDeProjets]> | null}}
 */
export const depart = { config: null, couches: null };

/**
 * Called as soon as this script has run.
 * @param {Config} config
 */
export function preparer(config) {
  depart.config = config;
  depart.couches = Promise.all([lire(config.couches.territoires), lire(config.couches.projets)]);
  depart.couches.catch(() => {}); // told when the map is mounted
  const feuille = document.createElement("style");
  feuille.textContent = config.feuille;
  document.body.appendChild(feuille);
}
