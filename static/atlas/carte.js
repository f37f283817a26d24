/* The map inside its frame: mounted once, then told what to show.
   Python sends a small state (components/map.py); the frame answers with the reader's click and announces what it
   has drawn on document.body.dataset: couches, visibles, version. */
(function () {
  "use strict";

  const atlas = window.atlas;
  const PROGRAMMES = { acv: "Action cœur de ville", pvd: "Petites villes de demain" };
  let montee = null;

  /* Say what is drawn, once the canvas has been painted. */
  atlas.annoncer = function () {
    cancelAnimationFrame(atlas.attente);
    atlas.attente = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!montee || !montee.fond) return;
        const annonce = document.body.dataset;
        annonce.couches = [...montee.fond, ...montee.couches.dessinees()].join(",");
        annonce.couleur = (atlas.etat.couleur && atlas.etat.couleur.legende.titre) || "";
        annonce.visibles = String(montee.visibles);
        annonce.version = String(Number(annonce.version || 0) + 1);
      }),
    );
  };

  /* Texts go in as text, never as HTML: names come from files. */
  function bulle(lignes) {
    const boite = document.createElement("div");
    lignes.filter(Boolean).forEach((texte, rang) => {
      const ligne = document.createElement(rang ? "span" : "strong");
      ligne.textContent = texte;
      boite.appendChild(ligne);
    });
    return boite;
  }

  /* One tooltip for the whole map, moved from thing to thing. */
  function surveiller(carte, couche, lignes) {
    const info = carte.atlasInfo;
    couche.on("mouseover", (e) => info.setLatLng(e.latlng).setContent(bulle(lignes())).addTo(carte));
    couche.on("mousemove", (e) => info.setLatLng(e.latlng));
    couche.on("mouseout remove", () => info.remove());
  }

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

  function habiller(carte, config) {
    emprunterPolice();
    nommer(carte.zoomControl._zoomInButton, "Zoomer");
    nommer(carte.zoomControl._zoomOutButton, "Dézoomer");
    carte.setMinZoom(config.zoom.min).setMaxZoom(config.zoom.max);
    document.documentElement.lang = "fr";
    document.title = config.titre;
    if (window.frameElement) window.frameElement.title = config.titre;
    const boite = carte.getContainer();
    boite.setAttribute("role", "application");
    // Leaflet takes the focus under the finger: the page must not scroll between the touch and the click
    boite.focus = () => HTMLElement.prototype.focus.call(boite, { preventScroll: true });
    boite.setAttribute("aria-label", config.titre);
    carte.atlasInfo = L.tooltip({ className: "atlas-bulle", opacity: 1, offset: [10, 0] });
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(carte);
    carte.attributionControl.setPrefix(false);
    carte.attributionControl.addAttribution(config.mention);
    atlas.boutons(carte, config.vues);
    atlas.pleinEcran(carte);
    atlas.voirLaFrance = () => cadrer(carte, config.vues[0].bornes, marges);
    atlas.voirLaFrance();
    suivreLaTaille(carte);
  }

  /* The country stands beside the legend and the overseas maps, or above the legend on a phone. */
  function marges(carte) {
    const large = carte.getContainer().clientWidth >= 720;
    return large
      ? { paddingTopLeft: [165, 0], paddingBottomRight: [105, 0] }
      : { paddingTopLeft: [0, 40], paddingBottomRight: [0, 150] };
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
    const projets = atlas.projets(colonnes);
    const points = new atlas.Points(carte, projets, config, (marque, projet) =>
      surveiller(carte, marque, () => [projet.entreprise, projet.commune, projet.filiere]),
    );
    let fonds = null;
    const surTerritoire = (couche, element) => {
      surveiller(carte, couche, () => [element.properties.nom, valeurDe(element.id)]);
      couche.on("mouseover", () => fonds.survoler(element.id, true));
      couche.on("mouseout", () => fonds.survoler(element.id, false));
      couche.on("click", (e) => {
        L.DomEvent.stopPropagation(e);
        envoyer(element.id);
      });
    };
    fonds = new atlas.Fonds(carte, topologie, config, surTerritoire, () => atlas.devant());
    carte.on("click", (e) => {
      const id = fonds.sous(e.layerPoint); // a project covers its TI
      if (id || (atlas.etat && atlas.etat.choisi)) envoyer(id);
    });
    const cercles = new atlas.Cercles(carte, fonds, config);
    const couches = new atlas.Couches(carte, config, fonds, (marque, nom, couche) =>
      surveiller(carte, marque, () => [nom, PROGRAMMES[couche]]),
    );
    const groupements = new atlas.Groupements(carte, config);
    const legende = new atlas.Legende(carte, config);
    const medaillons = new atlas.Medaillons(carte, config, fonds, (bornes) => carte.fitBounds(bornes));
    montee = { carte, fonds, points, cercles, couches, groupements, legende, medaillons };
    Object.assign(montee, { n: projets.length, visibles: 0, fond: null });
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
    montee.fonds.devant();
    montee.groupements.devant();
    montee.cercles.devant();
    montee.couches.devant();
    montee.points.devant();
  };

  /* Show a state; only what differs from the map is drawn again. */
  function montrer(etat) {
    const { carte, fonds, points, cercles, couches, groupements, legende, medaillons } = montee;
    const premier = montee.fond === null;
    const avec = (nom) => etat.couches.includes(nom);
    if (fonds.millesime !== etat.millesime) fonds.choisir(null);
    fonds.montrer(etat.millesime, {
      couleur: etat.couleur,
      traits: [...["epci", "departements"].filter(avec), ...((etat.couleur && etat.couleur.traits) || [])],
      transparent: avec("ign"),
    });
    fonds.choisir(etat.choisi);
    cercles.montrer(etat.couleur);
    couches.montrer(etat);
    groupements.montrer(etat.groupements);
    const rien = new Uint8Array(montee.n);
    montee.visibles = points.montrer(avec("projets") ? atlas.bits(etat.visibles, montee.n) : rien);
    atlas.devant();
    legende.montrer(etat);
    medaillons.montrer();
    montee.fond = [`ti_${etat.millesime}`, "regions", ...(avec("projets") ? ["projets"] : [])];
    // whoever clicked knows where it is; a link, the table or the search does not
    const ailleurs = etat.choisi && etat.choisi !== montee.choisi && (premier || etat.choisi !== envoyer.dernier);
    montee.choisi = etat.choisi;
    const bornes = ailleurs ? fonds.bornes(etat.choisi) : null;
    if (bornes) cadrer(carte, bornes, () => ({ maxZoom: 9, padding: [40, 40] }));
    atlas.annoncer();
  }

  Object.assign(atlas, { habiller, peupler });
})();
