"""What « France » lets a reader take away: France at the millésime that its address says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseFrance, barre
from components.emporter import cartes
from geo.indicateurs import LA_FRANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.emporter import Offre

__all__ = ["offres"]


def offres() -> Sequence[Offre]:
    """France at the millésime of the map, with what changed if the map says it."""
    adresse, _ = AdresseFrance.lire(barre.parametres())
    return cartes(LA_FRANCE, adresse.millesime, autre=adresse.changements)
