/* « Copier le lien »: the address of the page, which is its whole state, into the clipboard
   (components/emporter/emporter.py). Where the browser refuses, the address is shown, ready to be copied. */

import { cible } from "./pieces.js";

const ATTENTE = 2500; // ms during which the answer stays

/** @param {string} texte */
async function copier(texte) {
  try {
    await navigator.clipboard.writeText(texte);
    return true;
  } catch {
    return copierAutrement(texte); // no clipboard outside https, or refused
  }
}

/** @param {string} texte */
function copierAutrement(texte) {
  const champ = document.createElement("textarea");
  champ.value = texte;
  champ.style.position = "fixed";
  champ.style.opacity = "0";
  document.body.append(champ);
  champ.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    champ.remove();
  }
}

/**
 * @param {string} texte
 * @param {Element} place
 */
function montrer(texte, place) {
  const champ = document.createElement("input");
  champ.readOnly = true;
  champ.value = texte;
  champ.setAttribute("aria-label", "Adresse de cette page, à copier");
  place.replaceChildren(champ);
  champ.focus();
  champ.select();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let minuteur;

/** @param {MouseEvent} evenement */
async function presser(evenement) {
  const bouton = cible(evenement).closest("[data-copier]");
  const place = bouton?.parentElement?.querySelector('[role="status"]');
  if (!(bouton instanceof HTMLElement) || !place) return;
  clearTimeout(minuteur);
  if (await copier(location.href)) {
    bouton.focus();
    place.textContent = "Lien copié";
    minuteur = setTimeout(() => {
      place.textContent = "";
    }, ATTENTE);
  } else {
    montrer(location.href, place);
  }
}

document.addEventListener("click", presser);
document.documentElement.dataset.copie = "pret"; // until then the button waits (emporter.css)

export default () => {};
