"""The atlas and its map layers, loaded once and shared by every session, until the files are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import chargement
from data.couches import magasin
from memoire import garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["atlas"]


def atlas() -> Atlas:
    """The atlas, once the map layers are known to match it (made at first start if need be).

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    return _ouvrir()


@garde(taille=1, depend=chargement.etat)
def _ouvrir() -> Atlas:
    dossier = chargement.dossier()
    charge = chargement.atlas(dossier)
    magasin.fabriquer(dossier)
    return charge
