"""The régions of a territory, each a link to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseRegion
from components.html import balise, enumerer

if TYPE_CHECKING:
    from components.html import Html
    from geo.atlas import Fiche

__all__ = ["regions_liees"]


def regions_liees(fiche: Fiche) -> Html:
    """HTML of the names of its régions, « Normandie et Bretagne », on the perimeters of its millésime."""
    t = fiche.territoire
    codes = str(t["regions"]).split(",")
    return enumerer(
        [
            balise(
                "a",
                nom,
                href=AdresseRegion(code=code, millesime=int(t["millesime"])).lien(),
                target="_self",
            )
            for code, nom in zip(codes, fiche.regions, strict=True)
        ]
    )
