/* Last script of the frame: gives the map its face, `window.atlas`, which the map's own script calls. */

import { lire } from "../commun/fichiers.js";
import { depart } from "./amorce.js";
import { habiller, peupler } from "./carte.js";
import { scene } from "./scene.js";

/** @import { Config, Etat } from "../commun/contrats.js" */

/** @param {string} texte */
function montrerErreur(texte) {
  const message = document.createElement("p");
  message.className = "atlas-erreur";
  message.textContent = texte;
  document.body.appendChild(message);
  document.body.dataset.erreur = texte;
}

/**
 * Called once by the map's own script, with what belongs to this map alone.
 * @param {L.Map} carte
 * @param {Partial<Config>} sien
 */
async function monter(carte, sien) {
  const { config, couches } = depart;
  if (!config || !couches) throw new Error("preparer");
  const reglages = { ...config, ...sien };
  try {
    habiller(carte, reglages);
    peupler(carte, reglages, ...(await couches));
  } catch (erreur) {
    console.error(erreur);
    montrerErreur(config.erreur);
  }
}

/**
 * Called at each rerun that changes something; until the map stands, the state waits.
 * @param {Etat} etat
 */
function appliquer(etat) {
  scene.etat = etat;
  if (scene.montrer) scene.montrer(etat);
}

window.atlas = Object.assign(scene, { monter, appliquer, lire });
