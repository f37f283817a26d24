/* Does in the reader's own browser what the server asks of it (components/coffre): keep, read, erase, list.
   Gestures are done once and in their order; the answers of one run leave together. */

import * as coffre from "./coffre.js";

/** @import { Composant, DonneesDuCoffre, GesteDuCoffre, ReponseDuCoffre } from "./contrats.js" */
/** @typedef {Composant<DonneesDuCoffre>} Recu */

/** @type {WeakMap<HTMLElement, {fait: number, suite: Promise<void>}>} */
const instances = new WeakMap();

/**
 * @param {GesteDuCoffre} geste
 * @returns {Promise<ReponseDuCoffre | null>} null when nobody waits for the answer
 */
async function accomplir({ rang, quoi, nom, contenu, discret }) {
  const reponse = { rang, quoi, nom, contenu: "", date: "", gardes: [], faute: "" };
  try {
    if (quoi === "lister") {
      const gardes = await coffre.lister(nom);
      return gardes.length || !discret ? { ...reponse, gardes } : null;
    }
    if (quoi === "ecrire") return { ...reponse, date: (await coffre.ecrire(nom, contenu)).date };
    if (quoi === "effacer") await coffre.effacer(nom);
    const garde = quoi === "lire" ? await coffre.lire(nom) : null;
    if (garde) return { ...reponse, contenu: garde.contenu, date: garde.date };
    return discret ? null : reponse;
  } catch (erreur) {
    return discret ? null : { ...reponse, faute: erreur instanceof Error ? erreur.message : String(erreur) };
  }
}

/** @param {Recu} composant */
export default function gardien({ parentElement, data, setTriggerValue }) {
  const etat = instances.get(parentElement) ?? { fait: 0, suite: Promise.resolve() };
  instances.set(parentElement, etat);
  const gestes = data.gestes.filter(({ rang }) => rang > etat.fait);
  if (!gestes.length) return;
  etat.fait = Math.max(...gestes.map(({ rang }) => rang));
  etat.suite = etat.suite.then(async () => {
    const reponses = [];
    for (const geste of gestes) {
      const reponse = await accomplir(geste);
      if (reponse) reponses.push(reponse);
    }
    parentElement.dataset.fait = String(etat.fait);
    if (reponses.length) setTriggerValue("reponses", reponses);
  });
}
