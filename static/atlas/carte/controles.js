/* What stands on the map to be pressed: places that one press reaches, the selection to frame, full screen. */

import { scene } from "./scene.js";

/** @import { Vue } from "../commun/contrats.js" */

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
 * @param {{nom: string, abrege: string, agir: () => void}} quoi
 */
function bouton(barre, { nom, abrege, agir }) {
  const touche = L.DomUtil.create("button", "", barre);
  touche.type = "button";
  touche.title = nom;
  L.DomUtil.create("span", "entier", touche).textContent = nom;
  L.DomUtil.create("span", "abrege", touche).textContent = abrege;
  touche.addEventListener("click", agir);
  return touche;
}

/**
 * @param {L.Map} carte
 * @param {Vue[]} vues
 */
export function boutons(carte, vues) {
  const barre = barreSur(carte, "topright", "atlas-vues");
  barre.setAttribute("role", "group");
  barre.setAttribute("aria-label", "Aller à");
  for (const { nom, abrege, region, bornes } of vues) {
    const agir = () => (region ? void carte.fitBounds(bornes) : scene.voirLaFrance?.());
    const touche = bouton(barre, { nom, abrege, agir });
    touche.setAttribute("aria-label", `Aller à : ${nom}, ${abrege}`);
    if (region) touche.classList.add("lointain");
  }
}

/**
 * One press frames the projects of the selection; on the maps that show one.
 * @param {L.Map} carte
 * @param {() => void} agir
 */
export function faireCadreur(carte, agir) {
  const barre = barreSur(carte, "topleft", "atlas-vues atlas-cadreur");
  bouton(barre, { nom: "Cadrer la sélection", abrege: "Cadrer", agir });
  barre.hidden = true;
  return barre;
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
