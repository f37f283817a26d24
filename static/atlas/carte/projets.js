/* The projects that the map knows: those of the layer, then those that the page adds by their addresses (a list of the
   reader's own), told apart by filière, by stade, or by
   whether they are in a territory. Their order is that of the bits of a state. */
(function () {
  "use strict";

  const atlas = window.atlas;

  /* « 12:4 57:3 »: rank of the project, rank of its stade; what is not said is as the file says. */
  function corrections(texte) {
    const paires = (texte || "").split(" ").filter(Boolean).map((paire) => paire.split(":").map(Number));
    return new Map(paires);
  }

  /* What tells marks apart: the families, and the rank of the family of a project. */
  const SYMBOLES = {
    filiere({ familles }) {
      const rangs = new Map(familles.flatMap((f, rang) => f.filieres.map((nom) => [nom, rang])));
      return { familles, de: ({ filiere }) => rangs.get(filiere) ?? familles.length - 1 };
    },
    stade({ stades }, { corriges, laureat }) {
      return { familles: stades, de: ({ stade }, rang) => corriges.get(rang) ?? stade ?? laureat };
    },
    label({ labels }, { dedans }) {
      return { familles: labels, de: (_, rang) => (dedans[rang] ? 0 : 1) };
    },
  };

  atlas.Projets = class {
    constructor(carte, config, bulle, colonnes) {
      Object.assign(this, { carte, config, bulle, base: atlas.projets(colonnes), cle: null, points: null, n: 0 });
    }

    /* Whether the marks of a state are ready; when they are not, they are fetched and the state is shown again. */
    preparer(etat) {
      const cle = JSON.stringify([etat.symbole, etat.ajouts, etat.symbole === "stade" && etat.stades, etat.symbole === "label" && etat.dedans]);
      if (cle === this.cle) return true;
      if (!etat.ajouts.length) return this.poser(cle, etat, []);
      this.chercher(cle, etat);
      return this.points !== null || this.poser(null, { ...etat, symbole: "filiere" }, []);
    }

    async chercher(cle, etat) {
      if (this.attendue === cle) return;
      this.attendue = cle;
      try {
        const ajouts = await Promise.all(etat.ajouts.map(atlas.lire));
        if (this.attendue !== cle) return;
        this.poser(cle, etat, ajouts.flatMap(atlas.projets));
        atlas.montrer(atlas.etat);
      } catch (erreur) {
        console.warn(erreur);
      } finally {
        if (this.attendue === cle) this.attendue = null;
      }
    }

    poser(cle, { symbole, stades, dedans }, ajouts) {
      const projets = [...this.base, ...ajouts];
      const { laureat } = this.config;
      const dits = { corriges: corrections(stades), laureat, dedans: atlas.bits(dedans, projets.length) };
      const { familles, de } = SYMBOLES[symbole](this.config, dits);
      if (this.points) this.points.retirer();
      const habit = { style: this.config.style, familles, de };
      Object.assign(this, { cle, n: projets.length, familles, points: new atlas.Points(this.carte, projets, habit, this.bulle) });
      return true;
    }
  };
})();
