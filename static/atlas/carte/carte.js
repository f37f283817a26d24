/* The map inside its frame: mounted once, then told what to show.
   Python sends a small state (components/carte/carte.py); the frame answers with the reader's click and announces what it
   has drawn on document.body.dataset: couches, visibles, version. */

import { bits } from "../commun/bits.js";
import { Absents } from "./absents.js";
import { Bulle } from "./bulle.js";
import { cadrer, changeDeTaille, recadrer, suivreLaTaille } from "./cadrage.js";
import { Cercles } from "./cercles.js";
import { Commune } from "./commune.js";
import { Contours } from "./contours.js";
import { pleinEcran, retours } from "./controles.js";
import { Couches } from "./couches.js";
import { Epci } from "./epci.js";
import { Groupements } from "./groupements.js";
import { Legende } from "./legende.js";
import { Lieux } from "./lieux.js";
import { Medaillons } from "./medaillons.js";
import { emprunterPolice } from "./police.js";
import { Projets } from "./projets.js";
import { scene } from "./scene.js";
import { Suivi } from "./suivi.js";

/** @import { ColonnesDeProjets, Config, Etat } from "../commun/contrats.js" */
/** @import { Element, Topologie } from "./topologies.js" */

/**
 * What stands on the map.
 * @typedef {object} Montee
 * @property {L.Map} carte
 * @property {Contours} contours
 * @property {Absents} absents
 * @property {Projets} projets
 * @property {Cercles} cercles
 * @property {Couches} couches
 * @property {Groupements} groupements
 * @property {Commune} commune
 * @property {Legende} legende
 * @property {Medaillons} medaillons
 * @property {Suivi} suivi
 */

/** @type {Montee | null} */
let montee = null;

/**
 * What the last state drew: `objets` is null before the first.
 * @type {{objets: string[] | null, visibles: number}}
 */
const montre = { objets: null, visibles: 0 };
let clics = 0;

/* A reader whose system asks for less motion sees one view, then the other: nothing slides nor swells in between. */
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  const { panBy } = L.Map.prototype;
  L.Map.mergeOptions({ fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false, inertia: false });
  /**
   * @this {L.Map}
   * @param {L.PointExpression} decalage
   * @param {L.PanOptions} [options]
   */
  L.Map.prototype.panBy = function (decalage, options) {
    return panBy.call(this, decalage, { ...options, animate: false });
  };
}

/* Say what is drawn, once it has been painted: a message sent from an animation frame comes after its painting.
   Another animation frame would wait for whatever else the page does, its charts for instance. */
const peint = new MessageChannel();
let attente = 0;

scene.annoncer = () => {
  cancelAnimationFrame(attente);
  attente = requestAnimationFrame(() => peint.port2.postMessage(null));
};

peint.port1.onmessage = () => {
  if (!montee || !montre.objets) return;
  const annonce = document.body.dataset;
  annonce.couches = [...montre.objets, ...montee.couches.dessinees()].join(",");
  annonce.couleur = scene.etat?.couleur?.legende.titre || "";
  annonce.commune = montee.commune.dessinee;
  annonce.visibles = String(montre.visibles);
  annonce.version = String(Number(annonce.version || 0) + 1);
};

/** @param {string | null} id */
function envoyer(id) {
  clics += 1;
  if (montee) montee.suivi.presse = id;
  window.Streamlit?.setComponentValue({ territoire: id, numero: `${Date.now()}-${clics}` });
}

/**
 * Leaflet speaks English.
 * @param {HTMLElement} bouton
 * @param {string} nom
 */
function nommer(bouton, nom) {
  bouton.title = nom;
  bouton.setAttribute("aria-label", nom);
}

/**
 * The name of the frame follows what it shows: a map that changed its script would be mounted anew.
 * @param {L.Map} carte
 * @param {string} titre
 */
function intituler(carte, titre) {
  if (document.title === titre) return;
  document.title = titre;
  if (window.frameElement) /** @type {HTMLElement} */ (window.frameElement).title = titre;
  carte.getContainer().setAttribute("aria-label", titre);
}

/**
 * Before the layers come: buttons, names, the whole country.
 * @param {L.Map} carte
 * @param {Config} config
 */
export function habiller(carte, config) {
  emprunterPolice();
  nommer(carte.zoomControl._zoomInButton, "Zoomer");
  nommer(carte.zoomControl._zoomOutButton, "Dézoomer");
  carte.setMinZoom(config.zoom.min).setMaxZoom(config.zoom.max);
  document.documentElement.lang = "fr";
  intituler(carte, scene.etat?.titre || "Carte");
  const boite = carte.getContainer();
  boite.setAttribute("role", "application");
  // Leaflet takes the focus under the finger: the page must not scroll between the touch and the click
  const sansBouger = /** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: false });
  boite.focus = () => HTMLElement.prototype.focus.call(boite, sansBouger);
  L.control.scale({ imperial: false, maxWidth: 120 }).addTo(carte);
  carte.attributionControl.setPrefix(false);
  carte.attributionControl.addAttribution(config.mention);
  pleinEcran(carte);
  const france = { bornes: L.latLngBounds(config.vues[0].bornes), sommets: [], france: true };
  cadrer(carte, france);
  scene.voirLaFrance = () => cadrer(carte, france);
  scene.recadrer = () => recadrer(carte);
  suivreLaTaille(carte);
}

/**
 * The layers have come: make what draws them, then show what the page asked for meanwhile.
 * @param {L.Map} carte
 * @param {Config} config
 * @param {Topologie} topologie
 * @param {ColonnesDeProjets} colonnes
 */
export function peupler(carte, config, topologie, colonnes) {
  const bulle = new Bulle(carte);
  const projets = new Projets(carte, config, bulle, colonnes);
  /**
   * @param {L.Layer} couche
   * @param {Element} element
   */
  const surTerritoire = (couche, element) => {
    bulle.surveiller(couche, (lieu) => [sous(lieu), element.properties.nom, valeurDe(element.id)]);
    couche.on("mouseover", () => contours.survoler(element.id, true));
    couche.on("mouseout", () => contours.survoler(element.id, false));
    couche.on("click", (/** @type {L.LeafletMouseEvent} */ e) => {
      L.DomEvent.stopPropagation(e);
      envoyer(element.id);
    });
  };
  const contours = new Contours(carte, topologie, config, surTerritoire, () => scene.devant());
  const surfaces = config.declarees.filter(({ peinture }) => peinture === "surfaces");
  const epci = surfaces.map(({ mot }) => new Epci(contours, mot));
  /** @param {L.LatLng} lieu */
  const sous = (lieu) => epci.reduce((/** @type {string | null} */ nom, une) => nom ?? une.sous(lieu), null);
  bulle.sol = (lieu) => {
    const nom = sous(lieu);
    return nom ? [nom, "hors des territoires d’industrie"] : null;
  };
  carte.on("click", (e) => {
    const id = contours.sous(e.layerPoint); // a project covers its TI
    if (id || scene.etat?.choisi) envoyer(id);
  });
  const absents = new Absents(carte, contours, config.style, bulle);
  const cercles = new Cercles(carte, contours, config.style);
  scene.disqueSur = (lieu) => projets.points?.disqueSur(lieu) ?? null;
  const couches = new Couches(carte, config, contours, (marque, nom, dite) =>
    bulle.surveiller(marque, () => [nom, dite]),
  );
  const groupements = new Groupements(carte, config);
  const commune = new Commune(carte, config);
  const legende = new Legende(carte, config);
  const lieux = new Lieux(contours, () => projets.points?.lieux() ?? []);
  const suivi = new Suivi(carte, lieux);
  const medaillons = new Medaillons(carte, config, contours, (bornes) => suivi.aller(L.latLngBounds(bornes)));
  const offrir = retours(carte, () => suivi.cadrer());
  carte.on("atlas:cadre", () => offrir(suivi.offre));
  const tout = {
    carte,
    contours,
    absents,
    projets,
    cercles,
    couches,
    groupements,
    commune,
    legende,
    medaillons,
    suivi,
  };
  montee = tout;
  scene.reprendre = () => suivi.reprendre();
  scene.voirLaFrance = () => {
    suivi.voirLaFrance();
    if (scene.etat?.zone && !scene.etat.selection) envoyer(null); // the address leaves the place that it framed
  };
  scene.montrer = (etat) => montrer(tout, etat);
  if (scene.etat) scene.montrer(scene.etat);
}

/**
 * What the indicator says of a TI: one figure a TI, in the order of the ids.
 * @param {string} id
 */
function valeurDe(id) {
  const couleur = scene.etat?.couleur;
  if (!couleur || !montee) return "";
  const valeur = couleur.valeurs.split("|")[montee.contours.ids().indexOf(id)];
  if (!valeur) return ["non renseigné", couleur.raisons?.[id]].filter(Boolean).join("\u00a0: ");
  if (!couleur.unite) return valeur;
  const dite = couleur.singulier && valeur.endsWith(couleur.singulier) ? valeur : `${valeur} ${couleur.unite}`;
  return dite.replaceAll(" ", "\u202f");
}

/* Marks stand above outlines, the chosen TI included: borders, circles, towns, then projects. */
scene.devant = () => {
  if (!montee) return;
  montee.absents.suivre();
  montee.contours.devant();
  montee.groupements.devant();
  montee.cercles.devant();
  montee.couches.devant();
  montee.commune.devant();
  montee.projets.points?.devant();
};

/**
 * Show a state; only what differs from the map is drawn again.
 * @param {Montee} tout
 * @param {Etat} etat
 */
function montrer(tout, etat) {
  const { carte, contours, absents, projets, cercles, couches, groupements, commune, legende, medaillons, suivi } =
    tout;
  intituler(carte, etat.titre);
  const prets = projets.preparer(etat);
  /** @param {string[]} peintures */
  const mots = (...peintures) =>
    couches.config.declarees
      .filter(({ mot, peinture }) => peintures.includes(peinture) && etat.couches.includes(mot))
      .map(({ mot }) => mot);
  if (contours.millesime !== etat.millesime) contours.choisir(null);
  contours.montrer(etat.millesime, {
    couleur: etat.couleur,
    traits: [...mots("traits", "surfaces").reverse(), ...(etat.couleur?.traits || [])],
    bords: mots("bords").length > 0,
    transparent: mots("plan").length > 0,
  });
  absents.montrer(etat.couleur?.absents);
  contours.choisir(etat.choisi);
  cercles.montrer(etat.couleur);
  couches.montrer(etat);
  groupements.montrer(etat.groupements);
  commune.montrer(etat.commune);
  const voulus = mots("projets").length ? bits(etat.visibles, projets.n) : new Uint8Array(projets.n);
  if (prets && projets.points) montre.visibles = projets.points.montrer(voulus);
  scene.devant();
  legende.montrer(etat, projets.familles, etat.symbole === "label" ? (projets.points?.comptes() ?? null) : null);
  medaillons.montrer(etat, projets.points);
  if (changeDeTaille(carte)) recadrer(carte); // the legend took its room
  suivi.viser(etat);
  groupements.espacer(projets.points);
  montre.objets = [`ti_${etat.millesime}`, ...mots("bords"), ...(prets ? mots("projets") : [])];
  scene.annoncer();
}

/* The reader went back or forward: the view that he goes to is framed as for a link. */
function revenir() {
  montee?.suivi.revenir();
}
window.parent.addEventListener("popstate", revenir);
addEventListener("pagehide", () => window.parent.removeEventListener("popstate", revenir));
