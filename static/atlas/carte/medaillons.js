/* Overseas, always visible on the national view: five small maps of the same outlines and colours, which lead there. */
(function () {
  "use strict";

  const NATIONAL = 7; // zoom from which the reader looks at a place of its own
  const LARGE = 720; // pixels of a frame that has room for them
  const TAILLE = { largeur: 92, hauteur: 70, marge: 5 };

  /* Degrees to pixels inside a box, shapes kept. */
  function projection([[sud, ouest], [nord, est]]) {
    const { largeur, hauteur, marge } = TAILLE;
    const aplati = Math.cos(((sud + nord) / 2) * (Math.PI / 180));
    const echelle = Math.min((largeur - 2 * marge) / ((est - ouest) * aplati), (hauteur - 2 * marge) / (nord - sud));
    const gauche = (largeur - (est - ouest) * aplati * echelle) / 2;
    const haut = (hauteur - (nord - sud) * echelle) / 2;
    return ([lon, lat]) => [gauche + (lon - ouest) * aplati * echelle, haut + (nord - lat) * echelle];
  }

  function tracer(dessin, geometrie, placer) {
    const polygones = geometrie.type === "Polygon" ? [geometrie.coordinates] : geometrie.coordinates;
    dessin.beginPath();
    polygones.flat().forEach((anneau) => {
      anneau.forEach((point, rang) => dessin[rang ? "lineTo" : "moveTo"](...placer(point)));
      dessin.closePath();
    });
    dessin.fill("evenodd");
    dessin.stroke();
  }

  window.atlas.Medaillons = class {
    constructor(carte, config, fonds, aller) {
      Object.assign(this, { carte, fonds, style: config.style });
      const vues = config.vues.filter((vue) => vue.region);
      const sols = topojson.feature(fonds.national.topologie, fonds.national.topologie.objects.regions).features;
      const controle = L.control({ position: "topright" });
      controle.onAdd = () => {
        this.barre = L.DomUtil.create("div", "atlas-medaillons");
        this.barre.setAttribute("role", "group");
        this.barre.setAttribute("aria-label", "Outre-mer");
        L.DomEvent.disableClickPropagation(this.barre);
        return this.barre;
      };
      controle.addTo(carte);
      this.cartes = vues.map((vue) => this.creer(vue, sols.find((sol) => sol.id === vue.region), aller));
      carte.on("zoomend resize", () => this.paraitre());
      this.paraitre();
    }

    creer(vue, sol, aller) {
      const bouton = L.DomUtil.create("button", "", this.barre);
      bouton.type = "button";
      bouton.title = vue.nom;
      bouton.setAttribute("aria-label", `Aller à : ${vue.nom}`);
      bouton.addEventListener("click", () => aller(vue.bornes));
      const toile = L.DomUtil.create("canvas", "", bouton);
      const finesse = Math.ceil(window.devicePixelRatio || 1);
      toile.width = TAILLE.largeur * finesse;
      toile.height = TAILLE.hauteur * finesse;
      L.DomUtil.create("span", "", bouton).textContent = vue.nom;
      return { toile, finesse, sol, region: vue.region, placer: projection(vue.bornes) };
    }

    /* On the national view of a wide frame; elsewhere the buttons do. */
    paraitre() {
      const large = this.carte.getContainer().clientWidth >= LARGE;
      document.body.classList.toggle("atlas-national", large && this.carte.getZoom() < NATIONAL);
    }

    montrer() {
      const nom = `${this.fonds.peinture}|${this.fonds.choisi}`;
      if (nom === this.nom) return;
      this.nom = nom;
      const parRegion = this.fonds.ids().map((id) => this.fonds.national.couches(this.fonds.millesime).get(id).feature);
      this.cartes.forEach((carte) => this.dessiner(carte, parRegion));
    }

    dessiner({ toile, finesse, sol, region, placer }, territoires) {
      const dessin = toile.getContext("2d");
      dessin.setTransform(finesse, 0, 0, finesse, 0, 0);
      dessin.clearRect(0, 0, TAILLE.largeur, TAILLE.hauteur);
      dessin.fillStyle = this.style.terre;
      dessin.strokeStyle = this.style.discret;
      dessin.lineWidth = 0.8;
      tracer(dessin, sol.geometry, placer);
      territoires
        .filter(({ id }) => id.startsWith(`ti-${region}`))
        .forEach(({ id, geometry }) => {
          const style = id === this.fonds.choisi ? this.fonds.choix(id) : this.fonds.repos(id);
          dessin.fillStyle = style.fillColor;
          dessin.strokeStyle = style.color;
          tracer(dessin, geometry, placer);
        });
    }
  };
})();
