/* A disc for several projects (rassemblement.js): its area says how many they are, with their number where it can be
   read, ringed by the colours of their filières. */

import { cerner, elargir } from "./cerne.js";
import { loupe } from "./rassemblement.js";

const CHIFFRE = 9; // radius from which a number fits

/**
 * @typedef {object} Habit what a disc is drawn with
 * @property {number} nombre
 * @property {number[]} parts how many of each family
 * @property {string[]} tons
 * @property {boolean[]} creux families whose marks are hollow; none when all are full
 * @property {number} miens how many are the reader's own: the disc is ringed
 * @property {string} fond
 * @property {string} encre
 * @property {string} police
 */

/** @typedef {{dessin: CanvasRenderingContext2D, x: number, y: number, r: number}} Feuille */

/**
 * A part of a disc, filled from its centre: where a ring alone would read as a hollow mark.
 * @param {Feuille} feuille
 * @param {[number, number]} angles
 * @param {string} ton
 */
function remplirPart({ dessin, x, y, r }, [debut, fin], ton) {
  dessin.beginPath();
  dessin.moveTo(x, y);
  dessin.arc(x, y, r, debut, fin);
  dessin.fillStyle = ton;
  dessin.fill();
}

/**
 * A ring in parts.
 * @param {Feuille} feuille
 * @param {Habit} habit
 */
function dessinerAnneau({ dessin, x, y, r }, { parts, tons, creux, nombre, fond }) {
  const anneau = Math.max(1.8, Math.min(3.4, r * 0.3));
  dessin.globalAlpha = 1;
  dessin.beginPath();
  dessin.arc(x, y, r + 0.8, 0, 2 * Math.PI);
  dessin.fillStyle = fond;
  dessin.fill();
  dessin.lineWidth = anneau;
  let angle = -Math.PI / 2;
  parts.forEach((part, rang) => {
    if (!part) return;
    const fin = angle + (2 * Math.PI * part) / nombre;
    dessin.beginPath();
    dessin.arc(x, y, r - anneau / 2, angle, fin);
    dessin.strokeStyle = tons[rang];
    dessin.stroke();
    if (creux.length && !creux[rang]) remplirPart({ dessin, x, y, r: r - anneau / 2 }, [angle, fin], tons[rang]);
    angle = fin;
  });
}

/**
 * The number, where it fits.
 * @param {Feuille} feuille
 * @param {Habit} habit
 */
function ecrireNombre({ dessin, x, y, r }, { parts, creux, nombre, fond, encre, police }) {
  if (loupe() === 1 && r < CHIFFRE) return; // on a projected map, every disc is large enough
  const pleins = creux.length ? parts.reduce((somme, part, rang) => somme + (creux[rang] ? 0 : part), 0) : 0;
  const clair = 2 * pleins > nombre;
  dessin.fillStyle = clair ? fond : encre;
  dessin.font = `600 ${r < 11 && loupe() === 1 ? 10 : 12 * loupe()}px ${police}`;
  dessin.textAlign = "center";
  dessin.textBaseline = "middle";
  if (pleins) {
    dessin.strokeStyle = clair ? encre : fond;
    dessin.lineWidth = 3 * loupe();
    dessin.lineJoin = "round";
    dessin.strokeText(String(nombre), x, y + 0.5);
  }
  dessin.fillText(String(nombre), x, y + 0.5);
}

export class Grappe extends L.CircleMarker {
  /**
   * @param {L.LatLng} lieu
   * @param {L.CircleMarkerOptions & Habit} habit
   */
  constructor(lieu, habit) {
    super(lieu, habit);
    this.habit = habit;
  }

  _updateBounds() {
    super._updateBounds();
    if (this.habit.miens) elargir(this);
  }

  _updatePath() {
    if (!this._renderer._drawing || this._empty()) return;
    const feuille = { dessin: this._renderer._ctx, x: this._point.x, y: this._point.y, r: this._radius };
    if (this.habit.miens) cerner(feuille, this.habit);
    dessinerAnneau(feuille, this.habit);
    ecrireNombre(feuille, this.habit);
  }
}
