"""The search index, built once per server and shared by all sessions.

Apart from the field itself: the server may open it before its first reader comes, outside Streamlit.

Streamlit looks for garbage through every object of the server after each run: with the atlas and the index
this takes 130 ms, and an answer waits for it. Both live as long as the files: once built, they are put out of
the collector's sight, with all that was there by then.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from components.partage import donnees
from geo.recherche import Index
from memoire import SANS_ARGUMENT, garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["index", "ranger"]


def index() -> Index:
    """The index of the atlas that is open.

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    return _construire(donnees.atlas())


@garde(taille=1, d_avance=SANS_ARGUMENT)
def _construire(atlas: Atlas) -> Index:
    fait = Index.de(atlas)
    gc.unfreeze()  # an atlas that was mended has left, with what it kept
    ranger()
    return fait


def ranger() -> None:
    """Put what is there to stay out of the collector's sight."""
    gc.collect()
    gc.freeze()
