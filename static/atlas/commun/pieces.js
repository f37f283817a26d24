/* What the components of a page share: elements, and a sheet that is there. */

/**
 * An element with a class and words: text only, never HTML.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} nom
 * @param {string} classe
 * @param {string} [texte]
 */
export function morceau(nom, classe, texte = "") {
  const element = document.createElement(nom);
  element.className = classe;
  element.textContent = texte;
  return element;
}

/**
 * @param {string} classe
 * @param {string} texte
 */
export function bouton(classe, texte) {
  const b = morceau("button", classe);
  b.type = "button";
  b.append(morceau("span", "", texte));
  return b;
}

/**
 * Other words on a button of `bouton`.
 * @param {HTMLButtonElement} b
 * @param {string} texte
 */
export function renommer(b, texte) {
  /** @type {Element} */ (b.firstElementChild).textContent = texte;
}

/** @param {HTMLElement} element */
export function enveloppe(element) {
  const li = document.createElement("li");
  li.append(element);
  return li;
}

/**
 * What the HTML of a component holds for sure.
 * @param {ParentNode} parent
 * @param {string} choix
 * @returns {HTMLElement}
 */
export function trouver(parent, choix) {
  const element = parent.querySelector(choix);
  if (element instanceof HTMLElement) return element;
  throw new Error(choix);
}

/**
 * Nothing is drawn before its sheet is there: a list without style would flash.
 * @param {ParentNode} parent
 */
export function habiller(parent) {
  const lien = parent.querySelector("link[rel=stylesheet]");
  if (!(lien instanceof HTMLLinkElement) || lien.sheet) return null;
  return new Promise((pret) => {
    lien.onload = pret;
    lien.onerror = pret;
  });
}

/**
 * Calls `faire` when the focus goes elsewhere; a press on a label gives it for an instant to what stands around.
 * @param {HTMLElement} place
 * @param {() => void} faire
 */
export function auDepart(place, faire) {
  place.addEventListener("focusout", ({ relatedTarget: vers }) => {
    if (vers instanceof Node && !place.contains(vers) && !vers.contains(place)) faire();
  });
}

/**
 * The element of a press or a key.
 * @param {Event} evenement
 * @returns {HTMLElement}
 */
export function cible({ target }) {
  return /** @type {HTMLElement} */ (target);
}
