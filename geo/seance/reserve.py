"""What a séance holds beyond its views, for a question from the room: the territories of its régions.

A view of France touches every région; a view of a territory, of a région or of a selection touches its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from francais import liste
from geo.atlas import OM
from geo.indicateurs import LA_FRANCE, Objet
from geo.millesimes import colonne_ti
from geo.seance.seance import Vue
from geo.territoires import codes_de, territoires_de

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.seance.seance import Seance

__all__ = ["Reserve", "reserve"]


@dataclass(frozen=True, kw_only=True)
class Reserve:
    """What is held.

    Attributes:
        regions: Codes of the régions, in the order of their names.
        annees: Millésimes of the views, the latest last.
    """

    regions: tuple[str, ...]
    annees: tuple[int, ...]

    def vues(self, atlas: Atlas) -> tuple[Vue, ...]:
        """France, the régions and their territories, as views with a map; none when no région is held."""
        if not self.regions:
            return ()
        siennes = [LA_FRANCE, *(Objet(sorte="region", code=code) for code in self.regions)]
        return tuple(
            Vue(objet=objet, millesime=annee)
            for annee in self.annees
            for objet in (*siennes, *(Objet(sorte="ti", code=ti) for ti in self.territoires(atlas, annee)))
        )

    def territoires(self, atlas: Atlas, annee: int) -> list[str]:
        """Ids of the territories of a millésime that are held, in order."""
        return sorted({ti for code in self.regions for ti in territoires_de(atlas, code, annee)["id_ti"]})

    def ailleurs(self, atlas: Atlas) -> list[tuple[str, str]]:
        """Ids and names of the territories that are not held, each pair once, by name."""
        paires: set[tuple[str, str]] = set()
        for annee in self.annees:
            table = atlas.territoires_de(annee)
            tenus = set(self.territoires(atlas, annee))
            autres = table[~table["id_ti"].isin(tenus)]
            paires |= set(zip(autres["id_ti"], autres["lib_ti"].str.strip(), strict=True))
        return sorted(paires, key=lambda paire: (paire[1], paire[0]))

    def dite(self, atlas: Atlas) -> str:
        """What is said of a territory that is not held, after its name."""
        if not self.regions:
            return "n’est pas dans cette séance, qui ne garde aucune région."
        noms = [atlas.nom_region[code] for code in self.regions]
        gardees = "région gardée" if len(noms) == 1 else "régions gardées"
        return f"n’est pas dans cette séance ({gardees}\u00a0: {liste(noms)})."

    def aussi(self, atlas: Atlas, vue: Vue) -> list[str]:
        """Other names that lead to a territory: its groupements and its communes; none for other views."""
        if vue.objet is None or vue.objet.sorte != "ti":
            return []
        membres = atlas.groupements
        siens = membres[(membres["millesime"] == vue.millesime) & (membres["id_ti"] == vue.objet.code)]
        ici = atlas.communes[colonne_ti(vue.millesime)] == vue.objet.code
        return list(dict.fromkeys([*siens["libelle"], *atlas.communes.loc[ici, "nom"]]))


def reserve(atlas: Atlas, seance: Seance) -> Reserve:
    """What a séance holds."""
    touchees = {code for vue in seance.vues for code in _regions(atlas, vue)}
    ordre = sorted(touchees, key=lambda code: (atlas.nom_region[code].casefold(), code))
    return Reserve(regions=tuple(ordre), annees=tuple(sorted({vue.millesime for vue in seance.vues})))


def _regions(atlas: Atlas, vue: Vue) -> set[str]:
    """Régions that a view touches."""
    objet = vue.objet
    if objet is None:
        tis = [Objet(sorte="ti", code=ti) for ti in vue.filtre.ti]
        siennes = (_regions(atlas, Vue(objet=ti, millesime=vue.millesime)) for ti in tis)
        return {code for code in vue.filtre.regions if code in atlas.nom_region}.union(*siennes)
    if objet.sorte == "region":
        return set(codes_de(objet.code))
    if objet.sorte == "ti":
        fiche = atlas.fiche(objet.code, vue.millesime)
        return set() if fiche is None else set(str(fiche.territoire["regions"]).split(","))
    return set(atlas.nom_region) - {OM}
