"""What a sentence calls a place: its name, with the article that French gives to a région."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from francais import typographie
from geo.atlas import OM
from geo.indicateurs import nom_objet
from geo.sens.ecriture import Place

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.indicateurs import Objet

__all__ = ["sujet"]

SANS_ARTICLE: Final = frozenset({"04", "06", "84", "93"})
"""La Réunion has its own; Mayotte, Auvergne-Rhône-Alpes and Provence-Alpes-Côte d'Azur have none."""

MASCULINS: Final = frozenset({"24", "44"})
PLURIELS: Final = frozenset({"32", "52"})
"""Codes of the régions; the others are feminine."""

VOYELLES: Final = frozenset("AEÉIÎOU")


def sujet(atlas: Atlas, objet: Objet, millesime: int) -> Place:
    """The subject of a sentence: « Nord Cotentin », « La Bretagne », « Les Hauts-de-France »."""
    nom = typographie(nom_objet(atlas, objet, millesime=millesime).strip())
    pluriel = objet.sorte == "region" and objet.code in PLURIELS
    return Place(
        nom=f"{_article(objet, nom)}{nom.lower() if objet.code == OM else nom}",
        pluriel=pluriel,
        territoire=objet.sorte == "ti",
    )


def _article(objet: Objet, nom: str) -> str:
    if objet.sorte != "region" or objet.code in SANS_ARTICLE:
        return ""
    if nom[0] in VOYELLES:
        return "L’"
    if objet.code in PLURIELS:
        return "Les "
    return "Le " if objet.code in MASCULINS else "La "
