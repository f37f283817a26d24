"""The atlas and its map layers, loaded once per server and shared by every session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.partage.une_fois import UneFois
from data import chargement
from data.couches import magasin

if TYPE_CHECKING:
    from pathlib import Path

    from geo.atlas.atlas import Atlas

__all__ = ["atlas"]


def atlas() -> Atlas:
    """The atlas, once the map layers are known to match it (made at first start if need be).

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    return _ouvrir(chargement.dossier())


@UneFois
def _ouvrir(dossier: Path) -> Atlas:
    charge = chargement.atlas(dossier)
    magasin.fabriquer(dossier)
    return charge
