/* The reader's own projects, ringed: a dark circle a little away from the mark, on a light one. It is a shape, not a
   colour: it reads in grey, and whatever colours a reader tells apart. */

const LARGEUR = 4.5; // pixels from the mark to the outer edge of its ring
const ECART = 2.8;

/**
 * @param {{dessin: CanvasRenderingContext2D, x: number, y: number, r: number}} feuille radius of the mark
 * @param {{fond: string, encre: string}} tons
 */
export function cerner({ dessin, x, y, r }, { fond, encre }) {
  dessin.globalAlpha = 1;
  for (const [largeur, ton] of /** @type {[number, string][]} */ ([
    [4, fond],
    [1.6, encre],
  ])) {
    dessin.beginPath();
    dessin.arc(x, y, r + ECART, 0, 2 * Math.PI);
    dessin.lineWidth = largeur;
    dessin.strokeStyle = ton;
    dessin.stroke();
  }
}

/**
 * Room for the ring around a mark, which Leaflet wipes before it draws again.
 * @param {{_pxBounds: L.Bounds}} marque
 */
export function elargir(marque) {
  const { min, max } = marque._pxBounds;
  if (min && max) marque._pxBounds = L.bounds(min.subtract([LARGEUR, LARGEUR]), max.add([LARGEUR, LARGEUR]));
}

/** The same in the legend: a small disc in its ring. */
export function signeCerne() {
  const espace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(espace, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("aria-hidden", "true");
  for (const [r, rempli] of /** @type {[number, boolean][]} */ ([
    [3.2, true],
    [6.6, false],
  ])) {
    const rond = document.createElementNS(espace, "circle");
    rond.setAttribute("r", String(r));
    rond.setAttribute("fill", rempli ? "currentColor" : "none");
    if (!rempli) {
      rond.setAttribute("stroke", "currentColor");
      rond.setAttribute("stroke-width", "1.6");
    }
    svg.appendChild(rond);
  }
  return svg;
}
