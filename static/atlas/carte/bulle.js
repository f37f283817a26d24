/* One tooltip for the whole map, moved from thing to thing: what the pointer is on speaks, else the ground may. */

/** @typedef {(string | null | undefined | false)[]} Lignes */

/**
 * Texts go in as text, never as HTML: names come from files.
 * @param {string[]} lignes
 */
function contenu(lignes) {
  const boite = document.createElement("div");
  lignes.forEach((texte, rang) => {
    const ligne = document.createElement(rang ? "span" : "strong");
    ligne.textContent = texte;
    boite.appendChild(ligne);
  });
  return boite;
}

export class Bulle {
  /** @type {L.Layer | null} */
  sujet = null;
  /** @type {string | undefined} */
  nom;
  /** @type {(lieu: L.LatLng) => Lignes | null} */
  sol = () => null;

  /** @param {L.Map} carte */
  constructor(carte) {
    this.carte = carte;
    this.info = L.tooltip({ className: "atlas-bulle", opacity: 1, offset: [10, 0] });
    carte.on("mousemove", (e) => {
      if (!this.sujet) this.dire(this.sol(e.latlng), e.latlng);
    });
    carte.on("mouseout", () => {
      if (!this.sujet) this.info.remove();
    });
  }

  /**
   * What a layer says when the pointer is on it: lines of text, from the place if need be.
   * @param {L.Layer} couche
   * @param {(lieu: L.LatLng) => Lignes} lignes
   */
  surveiller(couche, lignes) {
    couche.on("mouseover mousemove", (e) => {
      const { latlng } = /** @type {L.LeafletMouseEvent} */ (e);
      this.sujet = couche;
      this.dire(lignes(latlng), latlng);
    });
    couche.on("mouseout remove", () => {
      if (this.sujet !== couche) return;
      this.sujet = null;
      this.info.remove();
    });
  }

  /**
   * @param {Lignes | null} lignes
   * @param {L.LatLng} lieu
   */
  dire(lignes, lieu) {
    if (!lignes) {
      this.info.remove();
      return;
    }
    const textes = lignes.filter((texte) => typeof texte === "string").filter(Boolean);
    const nom = textes.join("\n");
    this.info.setLatLng(lieu);
    if (nom !== this.nom) this.info.setContent(contenu(textes));
    this.nom = nom;
    this.info.addTo(this.carte);
  }
}
