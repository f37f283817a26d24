"""The atlas and its map layers, loaded once per server and shared by every session.

Not a Streamlit cache: the server opens the atlas before its first reader comes, outside any session.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from data import layers, load

if TYPE_CHECKING:
    from pathlib import Path

    from geo.atlas import Atlas

__all__ = ["atlas"]

_verrou = Lock()


def atlas() -> Atlas:
    """The atlas, once the map layers are known to match it (made at first start if need be).

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    with _verrou:
        return _ouvrir(load.dossier())


@lru_cache(maxsize=1)
def _ouvrir(dossier: Path) -> Atlas:
    charge = load.atlas(dossier)
    layers.fabriquer(dossier)
    return charge
