"""What the open data are made from: the very objects that the pages share, handed over by `server.py`.

One copy of the atlas lives in a server, whoever asks: a reader of pages or a program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.filtre import Preparee, Vocabulaires

__all__ = ["Matiere"]


@dataclass(frozen=True, kw_only=True)
class Matiere:
    """The atlas and its projects, ready to be filtered; two are equal when they hold the same objects.

    Attributes:
        atlas: The atlas.
        preparee: Its published projects (`geo.projets.ensemble`), prepared.
        vocabulaires: Values of their facets.
    """

    atlas: Atlas
    preparee: Preparee
    vocabulaires: Vocabulaires
