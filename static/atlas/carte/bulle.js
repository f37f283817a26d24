/* One tooltip for the whole map, moved from thing to thing: what the pointer is on speaks, else the ground may. */
(function () {
  "use strict";

  /* Texts go in as text, never as HTML: names come from files. */
  function contenu(lignes) {
    const boite = document.createElement("div");
    lignes.forEach((texte, rang) => {
      const ligne = document.createElement(rang ? "span" : "strong");
      ligne.textContent = texte;
      boite.appendChild(ligne);
    });
    return boite;
  }

  window.atlas.Bulle = class {
    constructor(carte) {
      Object.assign(this, { carte, sujet: null, sol: () => null });
      this.info = L.tooltip({ className: "atlas-bulle", opacity: 1, offset: [10, 0] });
      carte.on("mousemove", (e) => this.sujet || this.dire(this.sol(e.latlng), e.latlng));
      carte.on("mouseout", () => this.sujet || this.info.remove());
    }

    /* What a layer says when the pointer is on it: lines of text, from the place if need be. */
    surveiller(couche, lignes) {
      couche.on("mouseover mousemove", (e) => {
        this.sujet = couche;
        this.dire(lignes(e.latlng), e.latlng);
      });
      couche.on("mouseout remove", () => {
        if (this.sujet !== couche) return;
        this.sujet = null;
        this.info.remove();
      });
    }

    dire(lignes, lieu) {
      if (!lignes) {
        this.info.remove();
        return;
      }
      const textes = lignes.filter(Boolean);
      const nom = textes.join("\n");
      this.info.setLatLng(lieu);
      if (nom !== this.nom) this.info.setContent(contenu(textes));
      this.nom = nom;
      this.info.addTo(this.carte);
    }
  };
})();
