/* What each mark means, always in the frame of the map: a picture of it keeps its legend. */

import { signeCerne } from "./cerne.js";
import { signe } from "./marques.js";

/** @import { CommuneDite, Config, Couleur, CoucheDeclaree, Etat, Famille, LegendeDuMessage, LigneDeLegende } from "../commun/contrats.js" */

/**
 * @param {HTMLElement} liste
 * @param {Element} marque
 * @param {string} texte
 * @param {number | string} [effectif]
 */
function ligne(liste, marque, texte, effectif) {
  const element = L.DomUtil.create("li", "", liste);
  element.appendChild(marque);
  L.DomUtil.create("span", "", element).textContent = texte;
  if (effectif !== undefined) L.DomUtil.create("small", "", element).textContent = String(effectif);
}

/**
 * @param {string} classe
 * @param {Partial<CSSStyleDeclaration>} [style]
 */
function marque(classe, style = {}) {
  const element = document.createElement("i");
  element.className = classe;
  Object.assign(element.style, style);
  return element;
}

/** @param {LigneDeLegende} dite */
function marqueDe({ couleur, rayon, lacune, hachure }) {
  if (lacune) return marque("signe-lacune");
  if (hachure) return marque("signe-absent", { color: couleur });
  if (couleur) return marque("signe-classe", { backgroundColor: couleur });
  const cote = `${2 * (rayon ?? 0)}px`;
  return marque("signe-cercle", { width: cote, height: cote });
}

const COTE = 16; // px, of the place of a sign

/**
 * What a line or a mark of a layer looks like.
 * @param {CoucheDeclaree} declaree
 * @param {string} fond
 */
function signeDe({ peinture, style, signe: taille = 0 }, fond) {
  const cote = `${taille}px`;
  if (peinture !== "marques") {
    return marque("signe-trait", { borderTop: `${cote} ${style.dashArray ? "dashed" : "solid"} ${style.color}` });
  }
  return marque(`signe-${style.forme}`, {
    height: cote,
    flexBasis: cote,
    margin: `0 ${(COTE - taille) / 2}px`,
    background: style.fillColor,
    border: style.color === fond ? "" : `1px solid ${style.color}`,
  });
}

export class Legende {
  /** @type {string | undefined} */
  nom;

  /**
   * @param {L.Map} carte
   * @param {Config} config
   */
  constructor(carte, config) {
    this.config = config;
    this.boite = L.DomUtil.create("div", "atlas-legende");
    this.boite.setAttribute("role", "region");
    this.boite.setAttribute("aria-label", "Légende de la carte");
    L.DomEvent.disableClickPropagation(this.boite);
    L.DomEvent.disableScrollPropagation(this.boite);
    const boite = carte.getContainer();
    this.ouverte = boite.clientHeight > 500 && boite.clientWidth > 720;
    boite.after(this.boite); // beside the map or under it, never over the land
  }

  /**
   * @param {Etat} etat
   * @param {Famille[]} familles
   * @param {number[] | null} comptes how many marks of each family are shown, when the legend says it
   */
  montrer({ couleur, couches, symbole, selection, commune, miens }, familles, comptes) {
    const nom = JSON.stringify([couleur?.legende, couches, symbole, selection, comptes, commune, Boolean(miens)]);
    if (nom === this.nom) return;
    this.nom = nom;
    this.boite.replaceChildren();
    if (couleur) this.indicateur(couleur.legende);
    this.fond(couches, couleur, commune);
    const peints = this.config.declarees.filter(({ mot }) => couches.includes(mot));
    if (peints.some(({ peinture }) => peinture === "projets")) this.projets(familles, selection, comptes);
    if (miens) ligne(L.DomUtil.create("ul", "", this.boite), signeCerne(), "Mes projets : cernés");
  }

  /** @param {string} texte */
  petit(texte) {
    const element = L.DomUtil.create("small", "", this.boite);
    element.textContent = texte;
    return element;
  }

  /** @param {LegendeDuMessage} legende */
  indicateur({ titre, precision, methode, explication, lignes, absents, palette, autres_contours: autres }) {
    L.DomUtil.create("strong", "", this.boite).textContent = titre;
    this.petit(precision);
    const liste = L.DomUtil.create("ul", "", this.boite);
    for (const dite of [...lignes, ...(absents || [])]) ligne(liste, marqueDe(dite), dite.texte, dite.effectif);
    if (autres) ligne(liste, marque("signe-autre"), autres);
    if (palette) this.petit(palette);
    if (methode) this.petit(methode).title = explication ?? "";
  }

  /**
   * @param {string[]} couches
   * @param {Couleur | null} couleur
   * @param {CommuneDite | undefined} commune
   */
  fond(couches, couleur, commune) {
    const liste = L.DomUtil.create("ul", "", this.boite);
    if (!couleur?.classes) ligne(liste, marque("signe-territoire"), "Territoire d’industrie");
    if (commune) ligne(liste, marque("signe-commune"), commune.nom);
    for (const declaree of this.config.declarees) {
      const { mot, legende } = declaree;
      if (legende && couches.includes(mot)) ligne(liste, signeDe(declaree, this.config.style.fond), legende);
    }
  }

  /**
   * @param {Famille[]} familles
   * @param {boolean} selection
   * @param {number[] | null} comptes
   */
  projets(familles, selection, comptes) {
    const repli = L.DomUtil.create("details", "", this.boite);
    repli.open = this.ouverte || Boolean(comptes); // two marks and their numbers are short
    repli.addEventListener("toggle", () => {
      this.ouverte = repli.open;
    });
    const titre = comptes || !selection ? "Projets France Relance" : "Projets de la sélection";
    L.DomUtil.create("summary", "", repli).textContent = titre;
    const liste = L.DomUtil.create("ul", "", repli);
    familles.forEach((f, rang) => {
      ligne(liste, signe(f.forme, f.couleur), f.libelle, comptes?.[rang].toLocaleString("fr-FR"));
    });
    if (!comptes) ligne(liste, marque("signe-grappe"), "Plusieurs projets réunis");
  }
}
