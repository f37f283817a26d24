/* What stands on the map to be pressed: back to the country or to what is shown, full screen. */

import { scene } from "./scene.js";

/**
 * @param {L.Map} carte
 * @param {L.ControlPosition} position
 * @param {string} classe
 */
function barreSur(carte, position, classe) {
  const barre = L.DomUtil.create("div", classe);
  L.DomEvent.disableClickPropagation(barre);
  const controle = new L.Control({ position });
  controle.onAdd = () => barre;
  controle.addTo(carte);
  return barre;
}

/**
 * @param {HTMLElement} barre
 * @param {string} nom
 * @param {() => void} agir
 */
function bouton(barre, nom, agir) {
  const touche = L.DomUtil.create("button", "", barre);
  touche.type = "button";
  touche.textContent = nom;
  touche.hidden = true;
  touche.addEventListener("click", agir);
  return touche;
}

/**
 * One press brings back what a reader has left: what his address shows, the country. Each is there while it serves.
 * @param {L.Map} carte
 * @param {() => void} cadrer
 */
export function retours(carte, cadrer) {
  const barre = barreSur(carte, "topright", "atlas-vues atlas-retour");
  const cadreur = bouton(barre, "Cadrer", cadrer);
  const pays = bouton(barre, "France entière", () => scene.voirLaFrance?.());
  pays.setAttribute("aria-label", "Aller à : France entière");
  /** @param {boolean} offre */
  return (offre) => {
    cadreur.hidden = !offre;
    pays.hidden = Boolean(carte.atlasCadre?.france);
    const quoi = scene.etat?.selection ? "la sélection" : scene.etat?.choisi ? "le territoire" : "le lieu choisi";
    cadreur.title = `Cadrer ${quoi}`;
    cadreur.setAttribute("aria-label", cadreur.title);
  };
}

/**
 * The whole screen for the map, where the browser allows it.
 * @param {L.Map} carte
 */
export function pleinEcran(carte) {
  if (!document.fullscreenEnabled) return;
  const touche = L.DomUtil.create("button", "", barreSur(carte, "topleft", "leaflet-bar atlas-ecran"));
  touche.type = "button";
  touche.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
  const nommer = () => {
    const nom = document.fullscreenElement ? "Quitter le plein écran" : "Plein écran";
    touche.title = nom;
    touche.setAttribute("aria-label", nom);
    touche.textContent = document.fullscreenElement ? "⤡" : "⤢";
  };
  document.addEventListener("fullscreenchange", nommer);
  nommer();
}
