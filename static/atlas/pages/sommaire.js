/* The table of contents of a long page (components/sommaire): a press goes to a part and opens it, and the link of
   the part that is read is marked. The address does not change: a part is no view of its own. */

import { cible, trouver } from "../commun/pieces.js";

const BORD = 12; // pixels between the bar and the part that was asked for

/** @param {HTMLElement} lien */
const partie = (lien) => /** @type {HTMLElement | null} */ (document.querySelector(`.st-key-${lien.dataset.vers}`));
const liens = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".atlas-sommaire a[data-vers]")]);
const page = () => trouver(document, '[data-testid="stMain"]');
/* Where the links end once they are stuck under the bar of the site. */
function attache() {
  const place = /** @type {HTMLElement} */ (trouver(document, ".st-key-sommaire").parentElement);
  return Number.parseFloat(getComputedStyle(place).top) + place.offsetHeight;
}
const bas = () => trouver(document, ".atlas-sommaire").getBoundingClientRect().bottom;

/** @param {HTMLElement} lien */
function aller(lien) {
  const but = partie(lien);
  if (!but) return;
  const replie = but.querySelector("details:not([open]) > summary");
  const seul = but.matches(":has(> details)") || but.firstElementChild?.matches("details");
  if (seul && replie instanceof HTMLElement) replie.click();
  const doux = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  but.style.scrollMarginTop = `${attache() + BORD}px`;
  but.scrollIntoView({ block: "start", behavior: doux ? "smooth" : "auto" });
  but.tabIndex = -1;
  but.focus({ preventScroll: true });
}

/** @param {MouseEvent} evenement */
function presser(evenement) {
  const lien = cible(evenement).closest(".atlas-sommaire a[data-vers]");
  if (!(lien instanceof HTMLElement) || evenement.defaultPrevented) return;
  evenement.preventDefault();
  aller(lien);
}

/* The part that is read is the lowest one whose top has passed under the links, the first of those side by side; at the end of the page, the last one. */
function suivre() {
  const tous = liens();
  if (!tous.length) return;
  const seuil = bas() + 2 * BORD;
  const fin = page().scrollTop + page().clientHeight >= page().scrollHeight - 2;
  const hauts = tous.map((lien) => partie(lien)?.getBoundingClientRect().top ?? Infinity);
  const passe = Math.max(...hauts.filter((haut) => haut <= seuil));
  const ici = fin && page().scrollTop > 0 ? tous.at(-1) : tous[Math.max(hauts.indexOf(passe), 0)];
  for (const lien of tous) {
    if (lien === ici && lien.getAttribute("aria-current") !== "location") {
      lien.setAttribute("aria-current", "location");
      const bande = /** @type {HTMLElement} */ (lien.closest("ul"));
      bande.scrollTo({ left: lien.offsetLeft - bande.offsetLeft - 2 * BORD });
    } else if (lien !== ici) lien.removeAttribute("aria-current");
  }
}

let attend = false;
function bientot() {
  if (attend) return;
  attend = true;
  requestAnimationFrame(() => {
    attend = false;
    suivre();
  });
}

document.addEventListener("click", presser);
document.addEventListener("scroll", bientot, { capture: true, passive: true });

export default bientot;
