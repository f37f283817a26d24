/* The map inside its frame: mounted once, then told what to show.
   Python sends a small state (components/carte/carte.py); the frame answers with the reader's click and announces what it
   has drawn on document.body.dataset: couches, visibles, version. */
(function () {
  "use strict";

  const atlas = window.atlas;
  const PROGRAMMES = { acv: "Action cœur de ville", pvd: "Petites villes de demain" };
  let montee = null;

  /* A reader whose system asks for less motion sees one view, then the other: nothing slides nor swells in between. */
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const { panBy } = L.Map.prototype;
    L.Map.mergeOptions({ fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false, inertia: false });
    L.Map.include({
      panBy(decalage, options) {
        return panBy.call(this, decalage, { ...options, animate: false });
      },
    });
  }

  /* Say what is drawn, once it has been painted: a message sent from an animation frame comes after its painting.
     Another animation frame would wait for whatever else the page does, its charts for instance. */
  const peint = new MessageChannel();
  atlas.annoncer = function () {
    cancelAnimationFrame(atlas.attente);
    atlas.attente = requestAnimationFrame(() => peint.port2.postMessage(null));
  };

  peint.port1.onmessage = function () {
    if (!montee || !montee.fond) return;
    const annonce = document.body.dataset;
    annonce.couches = [...montee.fond, ...montee.couches.dessinees()].join(",");
    annonce.couleur = (atlas.etat.couleur && atlas.etat.couleur.legende.titre) || "";
    annonce.visibles = String(montee.visibles);
    annonce.version = String(Number(annonce.version || 0) + 1);
  };

  function envoyer(id) {
    envoyer.numero = (envoyer.numero || 0) + 1;
    envoyer.dernier = id;
    window.Streamlit.setComponentValue({ territoire: id, numero: `${Date.now()}-${envoyer.numero}` });
  }

  /* The typeface of the page, from the page itself: the frame has no fonts of its own. */
  function emprunterPolice() {
    try {
      const regles = [...window.parent.document.styleSheets].flatMap((feuille) => [...feuille.cssRules]);
      const police = (regle) => regle instanceof window.parent.CSSFontFaceRule && /Source Sans/.test(regle.cssText);
      const polices = regles.filter(police);
      const feuille = document.createElement("style");
      feuille.textContent = polices
        .map((regle) => regle.cssText.replace(/url\("([^"]+)"\)/g, (_, u) => `url("${new URL(u, regle.parentStyleSheet.href || window.parent.location)}")`))
        .join("\n");
      document.head.appendChild(feuille);
    } catch (erreur) {
      console.warn(erreur);
    }
  }

  /* Leaflet speaks English. */
  function nommer(bouton, nom) {
    bouton.title = nom;
    bouton.setAttribute("aria-label", nom);
  }

  /* The name of the frame follows what it shows: a map that changed its script would be mounted anew. */
  function intituler(carte, titre) {
    if (document.title === titre) return;
    document.title = titre;
    if (window.frameElement) window.frameElement.title = titre;
    carte.getContainer().setAttribute("aria-label", titre);
  }

  function habiller(carte, config) {
    emprunterPolice();
    nommer(carte.zoomControl._zoomInButton, "Zoomer");
    nommer(carte.zoomControl._zoomOutButton, "Dézoomer");
    carte.setMinZoom(config.zoom.min).setMaxZoom(config.zoom.max);
    document.documentElement.lang = "fr";
    intituler(carte, (atlas.etat && atlas.etat.titre) || "Carte");
    const boite = carte.getContainer();
    boite.setAttribute("role", "application");
    // Leaflet takes the focus under the finger: the page must not scroll between the touch and the click
    boite.focus = () => HTMLElement.prototype.focus.call(boite, { preventScroll: true, focusVisible: false });
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(carte);
    carte.attributionControl.setPrefix(false);
    carte.attributionControl.addAttribution(config.mention);
    atlas.boutons(carte, config.vues);
    atlas.pleinEcran(carte);
    cadrer(carte, config.vues[0].bornes, marges);
    atlas.voirLaFrance = () => {
      cadrer(carte, config.vues[0].bornes, marges);
      if (atlas.etat && atlas.etat.zone) envoyer(null); // the address leaves the place that it framed
    };
    suivreLaTaille(carte);
  }

  /* The country stands beside the legend and the overseas maps, or above the legend on a phone. */
  function marges(carte) {
    if (atlas.marges) return atlas.marges(true); // a projected map has no legend (seance/carte.js)
    const large = carte.getContainer().clientWidth >= 720;
    return large
      ? { paddingTopLeft: [180, 0], paddingBottomRight: [114, 0] }
      : { paddingTopLeft: [0, 36], paddingBottomRight: [0, 190] };
  }

  /* What is framed stands free of the legend, of the overseas maps and of the buttons. */
  function autour(carte) {
    const maxZoom = atlas.etat && atlas.etat.groupements.length ? 11 : 9; // a sheet shows its territory, the map what surrounds it
    if (atlas.marges) return { maxZoom, ...atlas.marges(false) };
    const { paddingTopLeft, paddingBottomRight } = marges(carte);
    const [gauche, haut] = paddingTopLeft;
    const [droite, bas] = paddingBottomRight;
    const seule = document.querySelector(".atlas-legende[open], .atlas-legende");
    const legende = gauche && seule ? seule.offsetWidth : gauche;
    const dessous = atlas.etat && atlas.etat.symbole === "label" ? 110 : 60; // its legend is always open
    return { maxZoom, paddingTopLeft: [legende + 20, haut + 20], paddingBottomRight: [droite + 20, Math.min(bas, dessous) + 20] };
  }

  /* Frame a view, and again if the frame takes its size before the reader has moved the map. */
  function cadrer(carte, bornes, options) {
    carte.atlasCadre = { bornes, options };
    carte.fitBounds(bornes, { animate: false, ...options(carte) });
  }

  function suivreLaTaille(carte) {
    const lacher = () => (carte.atlasCadre = null);
    carte.getContainer().addEventListener("pointerdown", lacher, { capture: true });
    carte.getContainer().addEventListener("wheel", lacher, { capture: true, passive: true });
    carte.getContainer().addEventListener("keydown", lacher, { capture: true });
    new ResizeObserver(() => {
      carte.invalidateSize({ animate: false, pan: false });
      const cadre = carte.atlasCadre;
      if (cadre) cadrer(carte, cadre.bornes, cadre.options);
    }).observe(carte.getContainer());
  }

  /* The layers have come: make what draws them, then show what the page asked for meanwhile. */
  function peupler(carte, config, topologie, colonnes) {
    const bulle = new atlas.Bulle(carte);
    const projets = new atlas.Projets(carte, config, bulle, colonnes);
    let fonds = null;
    let epci = null;
    const surTerritoire = (couche, element) => {
      bulle.surveiller(couche, (lieu) => [epci.sous(lieu), element.properties.nom, valeurDe(element.id)]);
      couche.on("mouseover", () => fonds.survoler(element.id, true));
      couche.on("mouseout", () => fonds.survoler(element.id, false));
      couche.on("click", (e) => {
        L.DomEvent.stopPropagation(e);
        envoyer(element.id);
      });
    };
    fonds = new atlas.Fonds(carte, topologie, config, surTerritoire, () => atlas.devant());
    epci = new atlas.Epci(fonds);
    bulle.sol = (lieu) => {
      const nom = epci.sous(lieu);
      return nom && [nom, "hors des territoires d’industrie"];
    };
    const absents = new atlas.Absents(carte, fonds, config.style, bulle);
    carte.on("click", (e) => {
      const id = fonds.sous(e.layerPoint); // a project covers its TI
      if (id || (atlas.etat && atlas.etat.choisi)) envoyer(id);
    });
    const cercles = new atlas.Cercles(carte, fonds, config);
    atlas.disqueSur = (lieu) => projets.points && projets.points.disqueSur(lieu);
    const couches = new atlas.Couches(carte, config, fonds, (marque, nom, couche) =>
      bulle.surveiller(marque, () => [nom, PROGRAMMES[couche]]),
    );
    const groupements = new atlas.Groupements(carte, config);
    const legende = new atlas.Legende(carte, config);
    const medaillons = new atlas.Medaillons(carte, config, fonds, (bornes) => carte.fitBounds(bornes));
    const cadreur = atlas.cadreur(carte, () => {
      const bornes = projets.points.bornes();
      if (bornes) cadrer(carte, bornes, autour);
    });
    montee = { carte, fonds, absents, projets, cadreur, cercles, couches, groupements, legende, medaillons };
    Object.assign(montee, { visibles: 0, fond: null });
    atlas.montrer = montrer;
    if (atlas.etat) montrer(atlas.etat);
  }

  /* What the indicator says of a TI: one figure a TI, in the order of the ids. */
  function valeurDe(id) {
    const couleur = atlas.etat && atlas.etat.couleur;
    if (!couleur) return "";
    const valeur = couleur.valeurs.split("|")[montee.fonds.ids().indexOf(id)];
    if (!valeur) return "non renseigné";
    return couleur.unite ? `${valeur} ${couleur.unite}`.replaceAll(" ", "\u202f") : valeur;
  }

  /* Marks stand above outlines, the chosen TI included: borders, circles, towns, then projects. */
  atlas.devant = function () {
    montee.absents.suivre();
    montee.fonds.devant();
    montee.groupements.devant();
    montee.cercles.devant();
    montee.couches.devant();
    montee.projets.points.devant();
  };

  /* Show a state; only what differs from the map is drawn again. */
  function montrer(etat) {
    const { carte, fonds, absents, projets, cercles, couches, groupements, legende, medaillons } = montee;
    intituler(carte, etat.titre);
    const prets = projets.preparer(etat);
    const premier = montee.fond === null;
    const avec = (nom) => etat.couches.includes(nom);
    if (fonds.millesime !== etat.millesime) fonds.choisir(null);
    fonds.montrer(etat.millesime, {
      couleur: etat.couleur,
      traits: [...["epci", "departements", "regions"].filter(avec), ...((etat.couleur && etat.couleur.traits) || [])],
      transparent: avec("ign"),
    });
    absents.montrer(etat.couleur && etat.couleur.absents);
    fonds.choisir(etat.choisi);
    cercles.montrer(etat.couleur);
    couches.montrer(etat);
    groupements.montrer(etat.groupements);
    const rien = new Uint8Array(projets.n);
    if (prets) montee.visibles = projets.points.montrer(avec("projets") ? atlas.bits(etat.visibles, projets.n) : rien);
    montee.cadreur.hidden = !etat.selection;
    atlas.devant();
    legende.montrer(etat, projets.familles, etat.symbole === "label" ? projets.points.comptes() : null);
    medaillons.montrer();
    montee.fond = [`ti_${etat.millesime}`, ...["regions", ...(prets ? ["projets"] : [])].filter(avec)];
    // whoever clicked knows where it is; a link, the table or the search does not
    const ailleurs = etat.choisi && etat.choisi !== montee.choisi && (premier || etat.choisi !== envoyer.dernier);
    montee.choisi = etat.choisi;
    const bornes = ailleurs ? fonds.bornes(etat.choisi) : null;
    const zone = etat.zone && etat.zone !== montee.zone ? fonds.bornesDe(etat.zone.split(" ")[0]) : null;
    montee.zone = etat.zone;
    if (bornes || zone) cadrer(carte, bornes || zone, autour);
    atlas.annoncer();
  }

  Object.assign(atlas, { habiller, peupler });
})();
