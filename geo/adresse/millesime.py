"""The millésime of an address: every address says it by the same word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geo.adresse.adresse import AdresseDePage
from geo.adresse.champs import Avis, champ
from geo.adresse.sortes import Choix
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ANNEES", "AVIS_DE_PAGE", "AdresseDuMillesime", "champ_millesime"]

ANNEES: Final[Mapping[str, int]] = {str(annee): annee for annee in MILLESIMES}
"""Word -> year."""

AVIS_DE_PAGE: Final = Avis(
    fausse=f"Le millésime {{dite}} n’existe pas : voici celui de {MILLESIME_PAR_DEFAUT}."
)
"""What the pages say of a year without map."""


def champ_millesime(avis: Avis | None = None) -> Any:
    """The field: read before the others, which are looked for in its year."""
    return champ(
        defaut=MILLESIME_PAR_DEFAUT,
        mot="millesime",
        nom="Millésime",
        sens="Année du périmètre des Territoires d’industrie.",
        sorte=Choix(ANNEES),
        avis=avis or Avis(),
        d_abord=True,
    )


@dataclass(frozen=True, kw_only=True)
class AdresseDuMillesime(AdresseDePage[()]):
    """What every page says: for what stands above all of them.

    Attributes:
        millesime: Year of the perimeters.
    """

    millesime: int = champ_millesime(AVIS_DE_PAGE)
