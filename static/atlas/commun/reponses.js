/* The list of the search, drawn: lines, headings, and what says that it goes on. Names are only ever text. */

/** @import { Reponse } from "./contrats.js" */

/**
 * The lines, those under a heading in a group that bears it.
 * @param {Reponse[]} lignes
 */
export function groupes(lignes) {
  /** @type {HTMLElement[]} */
  const faits = [];
  /** @type {HTMLElement | null} */
  let groupe = null;
  lignes.forEach((ligne, place) => {
    if (ligne.titre !== undefined) groupe = null;
    if (ligne.titre) {
      const tete = document.createElement("p");
      groupe = document.createElement("li");
      Object.assign(tete, { id: `atlas-groupe-${place}`, className: "atlas-groupe", textContent: ligne.titre });
      groupe.setAttribute("role", "group");
      groupe.setAttribute("aria-labelledby", tete.id);
      groupe.append(tete, document.createElement("ul"));
      groupe.lastElementChild?.setAttribute("role", "presentation");
      faits.push(groupe);
    }
    const element = option(ligne, place);
    if (groupe) groupe.lastElementChild?.append(element);
    else faits.push(element);
  });
  return faits;
}

/**
 * The last line of a list that goes on.
 * @param {number} place
 * @param {number} depliees
 * @param {number} total
 */
export function suite(place, depliees, total) {
  const element = document.createElement("li");
  element.id = `atlas-reponse-${place}`;
  element.dataset.rang = String(place);
  element.className = "atlas-suite";
  element.setAttribute("role", "option");
  const sur =
    depliees < total
      ? `${depliees} réponses sur ${total.toLocaleString("fr-FR")}`
      : `les ${total.toLocaleString("fr-FR")} réponses`;
  element.textContent = `Voir ${sur}`;
  return element;
}

/**
 * @param {Reponse} ligne
 * @param {number} place
 */
function option(ligne, place) {
  const element = document.createElement("li");
  element.id = `atlas-reponse-${place}`;
  element.dataset.rang = String(place);
  element.setAttribute("role", "option");
  element.append(piece("b", ligne.libelle), piece("i", ligne.nature), piece("span", tenir(ligne.precision)));
  return element;
}

/**
 * A text whose French quotes are not left alone at the end of a line.
 * @param {string} texte
 */
function tenir(texte) {
  return texte.replaceAll("« ", "«\u00a0").replaceAll(" »", "\u00a0»");
}

/**
 * @param {string} nom
 * @param {string} texte
 */
function piece(nom, texte) {
  const element = document.createElement(nom);
  element.textContent = `${texte} `;
  return element;
}

/**
 * What stands under a list that was unfolded as far as it goes.
 * @param {number} nombre
 * @param {number} total
 */
export function fin(nombre, total) {
  if (total <= nombre) return "";
  return `${nombre} réponses sur ${total.toLocaleString("fr-FR")} : précisez le nom, ou ajoutez le département.`;
}

/**
 * @param {string} adresse
 * @param {string} texte
 */
export function lien(adresse, texte) {
  const element = document.createElement("a");
  Object.assign(element, { href: adresse, textContent: texte });
  return element;
}

/**
 * @param {number} nombre
 * @param {number} total
 */
export function annonce(nombre, total) {
  if (!nombre) return "";
  if (total > nombre)
    return `${nombre} réponses sur ${total.toLocaleString("fr-FR")}, flèches haut et bas pour choisir.`;
  return nombre > 1 ? `${nombre} réponses, flèches haut et bas pour choisir.` : "1 réponse.";
}
