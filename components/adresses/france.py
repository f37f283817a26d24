"""The address of the page « France »: which figure ranks the régions, which map, compared with which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from geo.adresse import ANNEES, AVIS_DE_PAGE, AdresseDePage, Avis, Choix, champ, champ_millesime
from geo.etape import FORMULES

__all__ = ["TRI", "AdresseFrance"]

TRI: Final = next(iter(FORMULES))
"""The figure by which the régions are ranked before any choice."""


def _autre_annee(lus: dict[str, Any]) -> Choix:
    return Choix({mot: annee for mot, annee in ANNEES.items() if annee != lus["millesime"]})


@dataclass(frozen=True, kw_only=True)
class AdresseFrance(AdresseDePage[()]):
    """What the page « France » shows.

    Attributes:
        millesime: Year of the map, and of what is inside and outside the territories.
        tri: Key of the figure that ranks the régions (`geo.etape.formules.FORMULES`).
        changements: Year with which the map is compared; None for the plain map.
    """

    page = "france"

    millesime: int = champ_millesime(AVIS_DE_PAGE)
    tri: str = champ(
        defaut=TRI,
        mot="tri",
        nom="Classement des régions",
        sorte=Choix.parmi(FORMULES),
        avis=Avis(
            fausse="Le chiffre {dite} n’existe pas : les régions sont classées par leurs lauréats du fonds."
        ),
    )
    changements: int | None = champ(
        defaut=None,
        mot="changements",
        nom="Ce qui a changé",
        sorte=_autre_annee,
        avis=Avis(fausse="La carte de {millesime} ne se compare pas à {dite} : la voici seule."),
    )
