/* A chart saved as an image by the reader's own browser (components/graphiques/images.py): the very drawing of the page, its
   title above, the source and the address below. On paper, a chart shrinks to the sheet instead of being cut. */

import { cible } from "./pieces.js";
import { nu } from "./textes.js";

/** @typedef {{texte: string, width: number, height: number}} Dessin */

const SVG = "http://www.w3.org/2000/svg";
const POLICE = "'Source Sans', 'Source Sans Pro', Arial, sans-serif";
const BORD = 24;
const PRUDENCE = 0.84; // share of a line that is filled: where Source Sans is missing, its stand-in is wider
const POINTS = 300 / 96; // points of the image for one of the screen

const encre = () => getComputedStyle(document.documentElement).getPropertyValue("--encre");

/**
 * The first chart after a button.
 * @param {Element} bouton
 */
function graphiqueDe(bouton) {
  /** @param {Element} trace */
  const apres = (trace) => bouton.compareDocumentPosition(trace) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll(".js-plotly-plot")].find(apres);
}

/**
 * A text on as many lines as the width asks for; gives the height below it.
 * @param {Element} dessin
 * @param {string} texte
 * @param {number} haut
 * @param {number} largeur
 * @param {number} taille
 */
function ecrire(dessin, texte, haut, largeur, taille, graisse = "400") {
  const mesure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  let y = haut;
  mesure.font = `${graisse} ${taille}px ${POLICE}`;
  const lignes = [""];
  for (const mot of texte.split(" ")) {
    const essai = `${lignes[lignes.length - 1]} ${mot}`.trim();
    if (lignes[lignes.length - 1] && mesure.measureText(essai).width > PRUDENCE * largeur) lignes.push(mot);
    else lignes[lignes.length - 1] = essai;
  }
  for (const ligne of lignes) {
    y += taille * 1.35;
    const element = document.createElementNS(SVG, "text");
    const traits = { x: BORD, y, "font-family": POLICE, "font-size": taille, "font-weight": graisse, fill: encre() };
    for (const [nom, valeur] of Object.entries(traits)) element.setAttribute(nom, String(valeur));
    element.textContent = ligne;
    dessin.append(element);
  }
  return y;
}

/**
 * @param {Element} trace
 * @param {string} titre
 * @param {string} source
 * @returns {Dessin}
 */
function composer(trace, titre, source) {
  const couches = [...trace.querySelectorAll("svg.main-svg")];
  const { width: largeur, height: hauteur } = couches[0].getBoundingClientRect();
  const dessin = document.createElementNS(SVG, "svg");
  const fond = document.createElementNS(SVG, "rect");
  dessin.append(fond);
  const haut = ecrire(dessin, titre, BORD / 2, largeur, 20, "600") + 12;
  const corps = document.createElementNS(SVG, "g");
  corps.setAttribute("transform", `translate(${BORD} ${haut})`);
  for (const couche of couches) corps.append(.../** @type {Element} */ (couche.cloneNode(true)).children);
  for (const trop of corps.querySelectorAll("foreignObject, script, .hoverlayer, .zoomlayer, .draglayer"))
    trop.remove();
  for (const legende of corps.querySelectorAll(".legend [clip-path], .legend[clip-path]"))
    legende.removeAttribute("clip-path");
  dessin.append(corps);
  let bas = ecrire(dessin, source, haut + hauteur + 8, largeur, 12);
  bas = ecrire(dessin, decodeURI(location.href), bas, largeur, 12);
  const total = { width: Math.ceil(largeur + 2 * BORD), height: Math.ceil(bas + BORD / 2) };
  for (const [nom, valeur] of Object.entries(total)) {
    for (const element of [dessin, fond]) element.setAttribute(nom, String(valeur));
  }
  fond.setAttribute("fill", "white");
  dessin.setAttribute("viewBox", `0 0 ${total.width} ${total.height}`);
  // a fill by pattern or a clip names its element by the whole address of the page
  const texte = new XMLSerializer().serializeToString(dessin).replace(/url\((&quot;|')?https?:[^#)]*#/g, "url($1#");
  return { texte, ...total };
}

/** @param {CSSStyleDeclaration} style */
function estLaNotre(style) {
  const nom = style.getPropertyValue("font-family");
  return /^["']?Source Sans["']?$/.test(nom) && style.getPropertyValue("font-style") !== "italic";
}

/* The typeface of the page as a style: an image that is drawn on a canvas may ask for no file. */
async function police() {
  const regles = [...document.styleSheets].flatMap((feuille) => {
    try {
      return [...feuille.cssRules].map((regle) => ({ regle, base: feuille.href ?? document.baseURI }));
    } catch {
      return []; // a sheet that is not readable holds no typeface of ours
    }
  });
  const trouvee = regles.find(({ regle }) => regle instanceof CSSFontFaceRule && estLaNotre(regle.style));
  if (!trouvee) return "";
  const { style } = /** @type {CSSFontFaceRule} */ (trouvee.regle);
  const adresse = style.getPropertyValue("src").match(/url\(["']?([^"')]+)/)?.[1];
  if (!adresse) return "";
  const reponse = await fetch(new URL(adresse, trouvee.base));
  if (!reponse.ok) return "";
  const lecteur = new FileReader();
  lecteur.readAsDataURL(await reponse.blob());
  await new Promise((pret) => {
    lecteur.onload = pret;
  });
  return `<style>@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(${lecteur.result}); }</style>`;
}

/**
 * @param {Dessin} dessin
 * @returns {Promise<Blob | null>}
 */
async function enPng({ texte, width, height }) {
  const image = new Image();
  const complet = texte.replace(">", `>${await police()}`);
  image.src = URL.createObjectURL(new Blob([complet], { type: "image/svg+xml" }));
  await image.decode();
  const toile = document.createElement("canvas");
  toile.width = Math.round(width * POINTS);
  toile.height = Math.round(height * POINTS);
  toile.getContext("2d")?.drawImage(image, 0, 0, toile.width, toile.height);
  URL.revokeObjectURL(image.src);
  return new Promise((pret) => toile.toBlob(pret, "image/png"));
}

/** @param {string} titre */
const fichier = (titre) =>
  nu(titre)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * @param {Blob} contenu
 * @param {string} nom
 */
function emporter(contenu, nom) {
  const lien = document.createElement("a");
  lien.href = URL.createObjectURL(contenu);
  lien.download = nom;
  lien.click();
  setTimeout(() => URL.revokeObjectURL(lien.href), 10000);
}

/** @param {MouseEvent} evenement */
async function enregistrer(evenement) {
  const bouton = cible(evenement).closest?.("button[data-image]");
  const trace = bouton && graphiqueDe(bouton);
  if (!(bouton instanceof HTMLElement) || !trace) return;
  const titre = bouton.dataset.titre ?? "";
  const page = document.querySelector("h1")?.textContent ?? "";
  const source = [...document.querySelectorAll(".atlas-pied span")].map((s) => s.textContent).join(" ");
  const dessin = composer(trace, page ? `${titre} – ${page}` : titre, source);
  const sorte = bouton.dataset.image;
  const contenu = sorte === "png" ? await enPng(dessin) : new Blob([dessin.texte], { type: "image/svg+xml" });
  if (contenu) emporter(contenu, `${fichier(`${titre} ${page}`)}.${sorte}`);
}

/* What is as wide as the screen takes the width of an A4 sheet: the layers of a chart, the map with the view that the
   reader chose, the table of projects. */
const FEUILLE = 703;
const agrandis = () =>
  /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("iframe.stCustomComponentV1, .atlas-projets-cadre")
  );

function mettreAuFormat() {
  for (const couche of document.querySelectorAll("svg.main-svg")) {
    couche.setAttribute("viewBox", `0 0 ${couche.getAttribute("width")} ${couche.getAttribute("height")}`);
  }
  for (const element of agrandis()) {
    const cadre = element.tagName === "IFRAME";
    const largeur = cadre ? element.offsetWidth : element.scrollWidth;
    element.style.setProperty("zoom", String(Math.min(1, FEUILLE / largeur)));
    element.style.setProperty("width", `${largeur}px`, "important");
    if (cadre) element.style.setProperty("height", `${element.offsetHeight}px`, "important");
  }
}

function rendre() {
  for (const couche of document.querySelectorAll("svg.main-svg")) couche.removeAttribute("viewBox");
  for (const element of agrandis()) for (const nom of ["zoom", "width", "height"]) element.style.removeProperty(nom);
}

document.addEventListener("click", enregistrer);
window.addEventListener("beforeprint", mettreAuFormat);
window.addEventListener("afterprint", rendre);

export default () => {};
