"""What the projects of a place are rows of, and how many of them may be elsewhere.

The list mixes the programme's own fund with the other schemes of France Relance, and places some projects by
a point that their postal code and their name contest: a count of projects says both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import accorder, nombre

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.indicateurs import Objet

__all__ = ["DU_PROGRAMME", "Laureats", "laureats"]

DU_PROGRAMME: Final = "Projets territoriaux"
"""Short name of the scheme that is the programme's own fund: the support of industrial investments in the
territories; the others are schemes of France Relance by sector or by aim."""


@dataclass(frozen=True, kw_only=True)
class Laureats:
    """The rows of the extract that a place counts.

    Attributes:
        territoriaux: Rows of the programme's own fund.
        autres: Rows of all other schemes.
        incertains: Rows that are here by a contested point.
        ailleurs: Those of them whose postal code and name say a commune out of the place.
        peut_etre: Rows placed elsewhere whose postal code and name say a commune of the place.
    """

    territoriaux: int
    autres: int
    incertains: int
    ailleurs: int
    peut_etre: int

    @property
    def dispositifs(self) -> str:
        """« 12 Projets territoriaux, 34 autres »; empty without a project."""
        if not self.territoriaux + self.autres:
            return ""
        siens = accorder(self.territoriaux, "Projet territorial", DU_PROGRAMME)
        return f"{siens}, {accorder(self.autres, 'autre')}"

    @property
    def lieux(self) -> str:
        """« dont 2 au lieu incertain »; empty where every place is sure."""
        return f"dont {nombre(self.incertains)} au lieu incertain" if self.incertains else ""

    @property
    def doute(self) -> str:
        """Whether the count of the place depends on contested points, one French sentence; may be empty."""
        phrases = []
        if self.incertains:
            sujet = accorder(self.incertains, "lieu incertain", "lieux incertains")
            fin = f", {nombre(self.ailleurs)} hors d’ici" if self.ailleurs else ""
            phrases.append(f"{sujet} : code postal et nom disent une autre commune{fin}")
        if self.peut_etre:
            sujet = accorder(self.peut_etre, "projet placé", "projets placés")
            phrases.append(f"{sujet} ailleurs, peut-être ici")
        return f"{' ; '.join(phrases)}." if phrases else ""


def laureats(atlas: Atlas, objet: Objet, millesime: int) -> Laureats:
    """The rows of the extract that a place counts, told apart.

    Args:
        atlas: The atlas.
        objet: A place of any kind.
        millesime: Year of the perimeters.
    """
    par, code = objet.partition(millesime)
    ici = (atlas.assiettes.projets[par] == code).to_numpy()
    projets = atlas.projets[ici]
    dites = atlas.communes.loc[(atlas.assiettes.communes[par] == code).to_numpy(), "code"]
    contestes = atlas.projets["lieu_incertain"].to_numpy()
    ici_aussi = atlas.projets["code_commune_dite"].isin(dites).to_numpy()
    return Laureats(
        territoriaux=int((projets["mesure_light"] == DU_PROGRAMME).sum()),
        autres=int((projets["mesure_light"] != DU_PROGRAMME).sum()),
        incertains=int((ici & contestes).sum()),
        ailleurs=int((ici & contestes & ~ici_aussi).sum()),
        peut_etre=int((~ici & ici_aussi).sum()),
    )
