/* What stands on the map: places that one press reaches, full screen, the legend. */
(function () {
  "use strict";

  const atlas = window.atlas;

  function bouton(barre, { nom, abrege, agir }) {
    const touche = L.DomUtil.create("button", "", barre);
    touche.type = "button";
    touche.title = nom;
    L.DomUtil.create("span", "entier", touche).textContent = nom;
    L.DomUtil.create("span", "abrege", touche).textContent = abrege;
    touche.addEventListener("click", agir);
    return touche;
  }

  function boutons(carte, vues) {
    const controle = L.control({ position: "topright" });
    controle.onAdd = () => {
      const barre = L.DomUtil.create("div", "atlas-vues");
      barre.setAttribute("role", "group");
      barre.setAttribute("aria-label", "Aller à");
      L.DomEvent.disableClickPropagation(barre);
      vues.forEach((vue) => {
        const touche = bouton(barre, { ...vue, agir: () => (vue.region ? carte.fitBounds(vue.bornes) : atlas.voirLaFrance()) });
        touche.setAttribute("aria-label", `Aller à : ${vue.nom}, ${vue.abrege}`);
        if (vue.region) touche.classList.add("lointain");
      });
      return barre;
    };
    controle.addTo(carte);
  }

  /* One press frames the projects of the selection; on the maps that show one. */
  atlas.cadreur = function (carte, agir) {
    const controle = L.control({ position: "topleft" });
    let barre = null;
    controle.onAdd = () => {
      barre = L.DomUtil.create("div", "atlas-vues atlas-cadreur");
      L.DomEvent.disableClickPropagation(barre);
      bouton(barre, { nom: "Cadrer la sélection", abrege: "Cadrer", agir });
      return barre;
    };
    controle.addTo(carte);
    barre.hidden = true;
    return barre;
  };

  /* The whole screen for the map, where the browser allows it. */
  function pleinEcran(carte) {
    if (!document.fullscreenEnabled) return;
    const controle = L.control({ position: "topleft" });
    controle.onAdd = () => {
      const barre = L.DomUtil.create("div", "leaflet-bar atlas-ecran");
      L.DomEvent.disableClickPropagation(barre);
      const touche = L.DomUtil.create("button", "", barre);
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
      return barre;
    };
    controle.addTo(carte);
  }

  function ligne(liste, signe, texte, effectif) {
    const element = L.DomUtil.create("li", "", liste);
    element.appendChild(signe);
    L.DomUtil.create("span", "", element).textContent = texte;
    if (effectif !== undefined) L.DomUtil.create("small", "", element).textContent = effectif;
  }

  function marque(classe, style = {}) {
    const signe = document.createElement("i");
    signe.className = classe;
    Object.assign(signe.style, style);
    return signe;
  }

  function signeDe({ couleur, rayon, lacune, hachure }) {
    if (lacune) return marque("signe-lacune");
    if (hachure) return marque("signe-absent", { color: couleur });
    if (couleur) return marque("signe-classe", { backgroundColor: couleur });
    return marque("signe-cercle", { width: `${2 * rayon}px`, height: `${2 * rayon}px` });
  }

  /* What each mark means, always in the map: a picture of it keeps its legend. */
  atlas.Legende = class {
    constructor(carte, config) {
      const controle = L.control({ position: "bottomleft" });
      controle.onAdd = () => {
        this.boite = L.DomUtil.create("div", "atlas-legende");
        L.DomEvent.disableClickPropagation(this.boite);
        L.DomEvent.disableScrollPropagation(this.boite);
        return this.boite;
      };
      controle.addTo(carte);
      this.ouverte = carte.getContainer().clientHeight > 500 && carte.getContainer().clientWidth > 720;
    }

    /* `comptes`: how many marks of each family are shown, when the legend says it. */
    montrer({ couleur, couches, symbole, selection }, familles, comptes) {
      const nom = JSON.stringify([couleur && couleur.legende, couches, symbole, selection, comptes]);
      if (nom === this.nom) return;
      this.nom = nom;
      this.boite.replaceChildren();
      if (couleur) this.indicateur(couleur.legende);
      this.fond(couches, couleur);
      if (couches.includes("projets")) this.projets(familles, selection, comptes);
    }

    indicateur({ titre, precision, methode, explication, lignes, absents, palette, autres_contours: autres }) {
      L.DomUtil.create("strong", "", this.boite).textContent = titre;
      L.DomUtil.create("small", "", this.boite).textContent = precision;
      const liste = L.DomUtil.create("ul", "", this.boite);
      [...lignes, ...(absents || [])].forEach((l) => ligne(liste, signeDe(l), l.texte, l.effectif));
      if (autres) ligne(liste, marque("signe-autre"), autres);
      if (palette) L.DomUtil.create("small", "", this.boite).textContent = palette;
      if (!methode) return;
      const nommee = L.DomUtil.create("small", "", this.boite);
      nommee.textContent = methode;
      nommee.title = explication;
    }

    fond(couches, couleur) {
      const liste = L.DomUtil.create("ul", "", this.boite);
      if (!couleur || !couleur.classes) ligne(liste, marque("signe-territoire"), "Territoire d’industrie");
      if (couches.includes("regions")) ligne(liste, marque("signe-region"), "Limite de région");
      if (couches.includes("departements")) ligne(liste, marque("signe-departement"), "Limite de département");
      if (couches.includes("epci")) ligne(liste, marque("signe-epci"), "Limite d’EPCI");
      if (couches.includes("acv")) ligne(liste, marque("signe-acv"), "Action cœur de ville");
      if (couches.includes("pvd")) ligne(liste, marque("signe-pvd"), "Petite ville de demain");
    }

    projets(familles, selection, comptes) {
      const repli = L.DomUtil.create("details", "", this.boite);
      repli.open = this.ouverte || Boolean(comptes); // two marks and their numbers are short
      repli.addEventListener("toggle", () => (this.ouverte = repli.open));
      L.DomUtil.create("summary", "", repli).textContent = comptes || !selection ? "Projets France Relance" : "Projets de la sélection";
      const liste = L.DomUtil.create("ul", "", repli);
      const dire = (rang) => comptes && comptes[rang].toLocaleString("fr-FR");
      familles.forEach((f, rang) => ligne(liste, atlas.signe(f.forme, f.couleur), f.libelle, dire(rang) || undefined));
      if (!comptes) ligne(liste, marque("signe-grappe"), "Plusieurs projets réunis");
    }
  };

  Object.assign(atlas, { boutons, pleinEcran });
})();
