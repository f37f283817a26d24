"""The search index, built once per server and shared by all sessions.

Apart from the field itself: the server may open it before its first reader comes, outside Streamlit.

Streamlit looks for garbage through every object of the server after each run: with the atlas and the index
this takes 130 ms, and an answer waits for it. Both live as long as the server: once built, they are put out
of the collector's sight, with all that was there by then.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from components.partage import donnees
from components.partage.une_fois import UneFois
from data import chargement
from geo.recherche.index import Index

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["index"]


def index() -> Index:
    """The index of the atlas that is open.

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    return _construire(chargement.dossier())


@UneFois
def _construire(_dossier: Path) -> Index:
    fait = Index.de(donnees.atlas())
    gc.collect()
    gc.freeze()
    return fait
