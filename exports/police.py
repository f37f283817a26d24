"""The typeface of the files: the one of the pages, from a pinned package, with its French spaces and minus.

A file that is taken away is read where nothing of ours is installed: its letters travel with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import font_source_sans_pro  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from matplotlib.font_manager import FontProperties

from memoire import garde, rien_que_le_code

__all__ = ["MM_PAR_POINT", "NOM", "Graisse", "fichier", "largeur_mm", "police"]

Graisse = Literal["normale", "demi", "grasse", "italique"]

NOM: Final = "Source Sans Pro"
"""Name of the family (Adobe, licence SIL OFL 1.1)."""

MM_PAR_POINT: Final = 25.4 / 72
"""Millimetres in a typographic point."""

_FICHIERS: Final[dict[Graisse, str]] = {
    "normale": "SourceSansPro-Regular.ttf",
    "demi": "SourceSansPro-Semibold.ttf",
    "grasse": "SourceSansPro-Bold.ttf",
    "italique": "SourceSansPro-It.ttf",
}


def fichier(graisse: Graisse = "normale") -> Path:
    """The TrueType file of a weight."""
    return Path(font_source_sans_pro.__file__).parent / "files" / _FICHIERS[graisse]


@garde(taille=len(_FICHIERS), depend=rien_que_le_code)
def police(graisse: Graisse = "normale") -> FontProperties:
    """A weight for matplotlib, without touching its global list of fonts."""
    return FontProperties(fname=str(fichier(graisse)))


@garde(taille=4096, depend=rien_que_le_code)
def largeur_mm(texte: str, taille: float, graisse: Graisse = "normale") -> float:
    """Width of the widest line of a text, in millimetres.

    Args:
        texte: One line or several.
        taille: Points.
        graisse: Weight.
    """
    lignes = [ligne for ligne in texte.split("\n") if ligne.strip()]
    avances = _avances(graisse)
    return max((sum(avances.get(ord(c), _CADRATIN) for c in ligne) for ligne in lignes), default=0.0) * (
        taille * MM_PAR_POINT
    )


_CADRATIN: Final = 0.6
"""Width of a letter that the typeface does not have, as a share of its size."""


@garde(taille=len(_FICHIERS), depend=rien_que_le_code)
def _avances(graisse: Graisse) -> dict[int, float]:
    """Width of each letter as a share of the size."""
    with TTFont(fichier(graisse), lazy=True) as ttf:
        largeurs, unite = ttf["hmtx"].metrics, ttf["head"].unitsPerEm
        return {code: largeurs[nom][0] / unite for code, nom in ttf.getBestCmap().items()}
