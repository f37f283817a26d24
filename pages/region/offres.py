"""What « Région » lets a reader take away: the files of the région that its address says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseRegion, barre
from components.emporter import documents
from components.partage import donnees
from geo.indicateurs import Objet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.emporter import Offre

__all__ = ["offres"]


def offres() -> Sequence[Offre]:
    """The sheet and the deck of the région shown, and its map; nothing before one is chosen."""
    adresse, _ = AdresseRegion.lire(barre.parametres(), donnees.atlas())
    if adresse.code is None:
        return ()
    lien = AdresseRegion(code=adresse.code, millesime=adresse.millesime).lien()
    return documents(("pdf", "pptx"), Objet(sorte="region", code=adresse.code), adresse.millesime, lien)
