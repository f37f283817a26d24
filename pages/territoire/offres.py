"""What « Territoire » lets a reader take away: the files of the territory that its address says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseTerritoire, barre
from components.emporter import documents
from components.partage import donnees
from geo.indicateurs import Objet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.emporter import Offre

__all__ = ["offres"]


def offres() -> Sequence[Offre]:
    """The sheet of the territory shown, and its map; nothing before one is chosen."""
    atlas = donnees.atlas()
    adresse, _ = AdresseTerritoire.lire(barre.parametres(), atlas)
    if adresse.ti is None or atlas.fiche(adresse.ti, adresse.millesime) is None:
        return ()
    lien = AdresseTerritoire(ti=adresse.ti, millesime=adresse.millesime).lien()
    return documents(("pdf",), Objet(sorte="ti", code=adresse.ti), adresse.millesime, lien)
