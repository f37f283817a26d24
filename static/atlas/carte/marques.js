/* The mark of one project or town: a family has a colour and a shape (theme.py). Small marks are discs, larger ones
   their own shape; the legend draws the same. */

import { cerner, elargir } from "./cerne.js";

/** @typedef {[number, number]} Sommet */
/** @typedef {{fond: string, encre: string}} Cerne colours of the ring of the reader's own */
/** @typedef {L.CircleMarkerOptions & {forme: string, ecart?: L.Point, cerne?: Cerne}} Options `ecart` from the place, in radii */

/**
 * @param {number} n
 * @param {number} depart angle of the first
 * @param {number} [r]
 * @returns {Sommet[]} corners of a regular shape
 */
export function regulier(n, depart, r = 1.1) {
  const angles = Array.from({ length: n }, (_, i) => depart + (2 * Math.PI * i) / n);
  return angles.map((a) => [r * Math.cos(a), r * Math.sin(a)]);
}

/** @returns {Sommet[]} */
function etoile() {
  return regulier(10, -Math.PI / 2, 1).map(([x, y], i) => (i % 2 ? [x * 0.55, y * 0.55] : [x * 1.35, y * 1.35]));
}

/* Corners of each shape for a radius of one, downwards positive; a circle has none. */
/** @type {Record<string, Sommet[]>} */
const FORMES = {
  triangle: regulier(3, -Math.PI / 2, 1.3),
  pointe: regulier(3, Math.PI / 2, 1.3),
  carre: regulier(4, Math.PI / 4, 1.25),
  losange: regulier(4, 0, 1.3),
  hexagone: regulier(6, 0, 1.15),
  etoile: etoile(),
  croix: [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ],
};
const LISIBLE = 2.6;

/* Leaflet leaves the canvas between two pixels after a jump, and all of it is blurred: put it on a pixel. */
const deplacer = L.Renderer.prototype._updateTransform;

/**
 * @this {L.Renderer}
 * @param {L.LatLng} centre
 * @param {number} zoom
 */
function surUnPixel(centre, zoom) {
  const carte = this._map;
  if (carte.getZoomScale(zoom, this._zoom) !== 1) {
    deplacer.call(this, centre, zoom);
    return;
  }
  const moitie = carte.getSize().multiplyBy(0.5 + (this.options.padding ?? 0));
  const coin = carte.project(this._center, zoom).subtract(moitie).subtract(carte._getNewPixelOrigin(centre, zoom));
  L.DomUtil.setTransform(this._container, coin.round(), 1);
}

L.Renderer.prototype._updateTransform = surUnPixel;

export class Marque extends L.CircleMarker {
  /**
   * @param {L.LatLngExpression} lieu
   * @param {Options} options
   */
  constructor(lieu, options) {
    super(lieu, options);
    this.sommets = FORMES[options.forme];
    this.ecart = options.ecart;
    this.cerne = options.cerne;
  }

  _updateBounds() {
    super._updateBounds();
    if (this.cerne) elargir(this);
  }

  _project() {
    super._project();
    if (!this.ecart) return;
    const place = /** @type {L.CircleMarker} */ (this)._point;
    this._point = place.add(this.ecart.multiplyBy(this._radius));
    this._updateBounds();
  }

  _updatePath() {
    this.cercler();
    if (this.sommets && this._radius >= LISIBLE) this.tracer(this._renderer);
    else this._renderer._updateCircle(this);
  }

  cercler() {
    const { _renderer: toile, _point: point, cerne } = this;
    if (!cerne || !toile._drawing || this._empty()) return;
    cerner({ dessin: toile._ctx, x: point.x, y: point.y, r: this._radius }, cerne);
  }

  /** @param {L.Canvas} toile */
  tracer(toile) {
    if (!toile._drawing || this._empty()) return;
    const { x, y } = this._point;
    const r = this._radius;
    toile._ctx.beginPath();
    for (const [dx, dy] of this.sommets) toile._ctx.lineTo(x + dx * r, y + dy * r);
    toile._ctx.closePath();
    toile._fillStroke(toile._ctx, this);
  }
}

/**
 * The same shape in the legend: an SVG of 14 pixels.
 * @param {string} forme
 * @param {string} couleur
 */
export function signe(forme, couleur) {
  const espace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(espace, "svg");
  svg.setAttribute("viewBox", "-1.5 -1.5 3 3");
  svg.setAttribute("aria-hidden", "true");
  const trace = document.createElementNS(espace, FORMES[forme] ? "polygon" : "circle");
  if (FORMES[forme]) trace.setAttribute("points", FORMES[forme].map((p) => p.join()).join(" "));
  else trace.setAttribute("r", "1");
  const creux = forme === "anneau";
  trace.setAttribute("fill", creux ? "none" : couleur);
  if (creux) {
    trace.setAttribute("stroke", couleur);
    trace.setAttribute("stroke-width", "0.5");
  }
  svg.appendChild(trace);
  return svg;
}
