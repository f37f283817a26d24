"""What « Carte » lets a reader take away: France as the address of the map colours it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseCarte, barre
from components.carte import compare_a
from components.emporter import cartes
from components.partage import donnees
from geo.indicateurs import INDICATEURS, LA_FRANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.emporter import Offre

__all__ = ["offres"]


def offres() -> Sequence[Offre]:
    """France as the map is coloured."""
    adresse, _ = AdresseCarte.lire(barre.parametres(), donnees.atlas())
    indicateur = adresse.couleur if adresse.couleur in INDICATEURS else ""
    autre = compare_a(adresse.couleur, adresse.millesime)
    return cartes(LA_FRANCE, adresse.millesime, indicateur=indicateur, autre=autre)
