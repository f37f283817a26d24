/* A press on a link from a sheet to another one, or to a comparison, changes the view: the page is not opened again
   (pages/territoire/liens.py). A press that asks for a tab or a window stays the browser's. */

import { cible, trouver } from "../commun/pieces.js";

/** @import { Composant } from "../commun/contrats.js" */

const LIENS = ':is(.stHtml, .atlas-communes) a:is([href^="territoire?"], [href^="comparer?"])';
/** @type {Composant | null} */
let composant = null;
let parti = ""; // head of the sheet that was left, until the next one is there

/** @param {MouseEvent} evenement */
function suivre(evenement) {
  const lien = cible(evenement).closest(LIENS);
  const autrement =
    evenement.button || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || evenement.altKey;
  if (!lien || autrement || evenement.defaultPrevented || !document.querySelector(".st-key-fiche-liens")) return;
  evenement.preventDefault();
  parti = tete();
  observateur.observe(page(), { subtree: true, childList: true, characterData: true });
  composant?.setTriggerValue("lien", lien.getAttribute("href")?.split("?")[1]);
}

const page = () => trouver(document, '[data-testid="stMain"]');
const tete = () => document.querySelector(".atlas-entete")?.textContent ?? "";
const titre = () => /** @type {HTMLElement | null} */ (document.querySelector(".atlas-entete h1"));

/* The new sheet is read from its title, by eye and by a screen reader. */
const observateur = new MutationObserver(() => {
  const nouveau = titre();
  if (!nouveau || tete() === parti) return;
  observateur.disconnect();
  page().scrollTo({ top: 0 });
  nouveau.tabIndex = -1;
  nouveau.focus({ preventScroll: true });
});

document.addEventListener("click", suivre);

/** @param {Composant} recu */
export default (recu) => {
  composant = recu;
};
