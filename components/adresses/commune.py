"""The address of a commune's page: which commune, among the territories of which millésime."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.adresses.sortes import SorteCommune
from geo.adresse import AVIS_DE_PAGE, AdresseDePage, Avis, champ, champ_millesime
from geo.atlas import Atlas

__all__ = ["AdresseCommune"]


def _commune(_: dict[str, Any], atlas: Atlas) -> SorteCommune:
    return SorteCommune(atlas)


@dataclass(frozen=True, kw_only=True)
class AdresseCommune(AdresseDePage[Atlas]):
    """What the page « Commune » shows.

    Attributes:
        code: INSEE code of a commune of 2021; None before any choice.
        millesime: Year of the perimeters.
    """

    page = "commune"

    code: str | None = champ(
        defaut=None,
        mot="code",
        nom="Commune",
        sorte=_commune,
        avis=Avis(fausse="La commune {dite} n’existe pas : cherchez-la par son nom, en haut de la page."),
    )
    millesime: int = champ_millesime(AVIS_DE_PAGE)
