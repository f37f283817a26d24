"""The address of the page « France »: which figure ranks the régions, which map, compared with which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from components.adresses.millesime import lire_millesime
from geo.etape.formules import FORMULES
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TRI", "AdresseFrance"]

TRI: Final = next(iter(FORMULES))
"""The figure by which the régions are ranked before any choice."""

CITE: Final = 40
"""Characters of a wrong value that a notice repeats."""


@dataclass(frozen=True, kw_only=True)
class AdresseFrance:
    """What the page « France » shows.

    Attributes:
        millesime: Year of the map, and of what is inside and outside the territories.
        tri: Key of the figure that ranks the régions (`geo.etape.formules.FORMULES`).
        changements: Year with which the map is compared; None for the plain map.
    """

    millesime: int = MILLESIME_PAR_DEFAUT
    tri: str = TRI
    changements: int | None = None

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = {}
        if self.millesime != MILLESIME_PAR_DEFAUT:
            parametres["millesime"] = str(self.millesime)
        if self.tri != TRI:
            parametres["tri"] = self.tri
        if self.changements:
            parametres["changements"] = str(self.changements)
        return parametres

    @classmethod
    def lire(cls, parametres: Mapping[str, str]) -> tuple[AdresseFrance, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
        """
        avis: list[str] = []
        millesime = lire_millesime(parametres, avis)
        return cls(
            millesime=millesime,
            tri=_tri(parametres, avis),
            changements=_changements(parametres, millesime, avis),
        ), avis


def _tri(parametres: Mapping[str, str], avis: list[str]) -> str:
    demande = parametres.get("tri", TRI)
    if demande in FORMULES:
        return demande
    avis.append(
        f"Le chiffre « {demande[:CITE]} » n’existe pas : les régions sont classées par leurs lauréats."
    )
    return TRI


def _changements(parametres: Mapping[str, str], millesime: int, avis: list[str]) -> int | None:
    demande = parametres.get("changements", "")
    autres = {str(annee): annee for annee in MILLESIMES if annee != millesime}
    if demande in autres or not demande:
        return autres.get(demande)
    avis.append(f"La carte de {millesime} ne se compare pas à « {demande[:CITE]} » : la voici seule.")
    return None
