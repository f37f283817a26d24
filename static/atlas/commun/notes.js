/* What the « i » of an indicator says is sent once (components/chiffres/notes.py): a note gets it when it is opened. */

import { cible } from "./pieces.js";

/** @import { Composant } from "./contrats.js" */

/** @type {Record<string, string>} */
let notes = {};

/** @param {Element | null} note */
function remplir(note) {
  if (!(note instanceof HTMLElement)) return;
  const texte = notes[note.dataset.i ?? ""];
  delete note.dataset.i;
  if (texte) note.textContent = `${texte} ${note.textContent}`.trim();
}

document.addEventListener("click", (evenement) => {
  const resume = cible(evenement).closest("summary");
  remplir(resume?.parentElement?.querySelector(":scope > p[data-i]") ?? null);
});

/** @param {Composant<Record<string, string>>} recu */
export default ({ data }) => {
  notes = data;
};
