/* The typeface of the page, from the page itself: the frame has no fonts of its own. */

/**
 * A rule whose addresses are whole: they were written from the place of its sheet.
 * @param {CSSRule} regle
 */
function entiere(regle) {
  const base = regle.parentStyleSheet?.href || window.parent.location.href;
  return regle.cssText.replace(/url\("([^"]+)"\)/g, (_, adresse) => `url("${new URL(adresse, base)}")`);
}

export function emprunterPolice() {
  const page = /** @type {Window & typeof globalThis} */ (window.parent);
  try {
    const regles = [...page.document.styleSheets].flatMap((feuille) => [...feuille.cssRules]);
    const polices = regles.filter((r) => r instanceof page.CSSFontFaceRule && /Source Sans/.test(r.cssText));
    const feuille = document.createElement("style");
    feuille.textContent = polices.map(entiere).join("\n");
    document.head.appendChild(feuille);
  } catch (erreur) {
    console.warn(erreur);
  }
}
