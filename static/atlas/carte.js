/* The map inside its frame: mounted once, then told what to show.
   Python sends a small state (components/map.py); the frame answers with the reader's click and announces what it
   has drawn on document.body.dataset: couches, visibles, version. */
(function () {
  "use strict";

  const atlas = window.atlas;
  let montee = null;

  /* Say what is drawn, once the canvas has been painted. */
  atlas.annoncer = function () {
    cancelAnimationFrame(atlas.attente);
    atlas.attente = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!montee || !montee.couches) return;
        const annonce = document.body.dataset;
        annonce.couches = montee.couches.join(",");
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
    window.Streamlit.setComponentValue({ territoire: id, numero: `${Date.now()}-${envoyer.numero}` });
  }

  function boutons(carte, vues) {
    const controle = L.control({ position: "topright" });
    controle.onAdd = () => {
      const barre = L.DomUtil.create("div", "atlas-vues");
      barre.setAttribute("role", "group");
      barre.setAttribute("aria-label", "Aller à");
      L.DomEvent.disableClickPropagation(barre);
      vues.forEach(({ nom, abrege, bornes }) => {
        const bouton = L.DomUtil.create("button", "", barre);
        bouton.type = "button";
        bouton.title = nom;
        L.DomUtil.create("span", "entier", bouton).textContent = nom;
        L.DomUtil.create("span", "abrege", bouton).textContent = abrege;
        bouton.setAttribute("aria-label", `Aller à : ${nom}`);
        bouton.addEventListener("click", () => carte.fitBounds(bornes));
      });
      return barre;
    };
    controle.addTo(carte);
  }

  /* What each mark means, always in the map: a picture of it keeps its legend. */
  function legende(carte, textes) {
    const controle = L.control({ position: "bottomleft" });
    controle.onAdd = () => {
      const liste = L.DomUtil.create("ul", "atlas-legende");
      textes.forEach(([sorte, texte]) => {
        const ligne = L.DomUtil.create("li", "", liste);
        L.DomUtil.create("i", `signe-${sorte}`, ligne);
        ligne.appendChild(document.createTextNode(texte));
      });
      return liste;
    };
    controle.addTo(carte);
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
    boite.setAttribute("aria-label", config.titre);
    carte.atlasInfo = L.tooltip({ className: "atlas-bulle", opacity: 1, offset: [10, 0] });
    legende(carte, config.legende);
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(carte);
    carte.attributionControl.setPrefix(false);
    carte.attributionControl.addAttribution(config.mention);
    boutons(carte, config.vues);
    cadrer(carte, config.vues[0].bornes);
    suivreLaTaille(carte);
  }

  /* Frame a view, and again if the frame takes its size before the reader has moved the map. */
  function cadrer(carte, bornes, options = {}) {
    carte.atlasCadre = { bornes, options };
    carte.fitBounds(bornes, { animate: false, ...options });
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
      surveiller(carte, couche, () => [element.properties.nom]);
      couche.on("mouseover", () => fonds.survoler(element.id, true));
      couche.on("mouseout", () => fonds.survoler(element.id, false));
      couche.on("click", (e) => {
        L.DomEvent.stopPropagation(e);
        envoyer(element.id);
      });
    };
    fonds = new atlas.Fonds(carte, topologie, config, surTerritoire, () => points.devant());
    carte.on("click", (e) => {
      const id = fonds.sous(e.layerPoint); // a project covers its TI
      if (id || (atlas.etat && atlas.etat.choisi)) envoyer(id);
    });
    montee = { carte, fonds, points, n: projets.length, visibles: 0, couches: null };
    atlas.montrer = montrer;
    if (atlas.etat) montrer(atlas.etat);
  }

  /* Show a state; only what differs from the map is drawn again. */
  function montrer(etat) {
    const { carte, fonds, points } = montee;
    const premier = montee.couches === null;
    if (fonds.millesime !== etat.millesime) fonds.choisir(null);
    fonds.montrer(etat.millesime);
    fonds.choisir(etat.choisi);
    const rien = new Uint8Array(montee.n);
    montee.visibles = points.montrer(etat.projets ? atlas.bits(etat.visibles, montee.n) : rien);
    points.devant();
    montee.couches = [`ti_${etat.millesime}`, "regions", ...(etat.projets ? ["projets"] : [])];
    const bornes = premier && etat.choisi ? fonds.bornes(etat.choisi) : null;
    if (bornes) cadrer(carte, bornes, { maxZoom: 9, padding: [40, 40] });
    atlas.annoncer();
  }

  Object.assign(atlas, { habiller, peupler });
})();
