"""Room that letters take on a slide, measured with a typeface wider than those that will draw them.

A deck cannot carry its letters: each machine draws Arial with what it has. DejaVu Sans, that matplotlib
brings, is wider than Arial and than its usual stand-ins: what fits with it fits with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import matplotlib as mpl
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from exports.police import MM_PAR_POINT
from memoire import garde, rien_que_le_code

__all__ = ["INTERLIGNE", "ajuster", "couper", "hauteur", "largeur", "lignes"]

INTERLIGNE: Final = 1.17
"""Height of a line as a share of the size of its letters."""

PAS: Final = 0.5
"""Points between two sizes that are tried."""

INCONNUE: Final = 0.6
"""Width of a letter that the typeface does not have, as a share of its size."""


@garde(taille=2, depend=rien_que_le_code)
def _avances(*, gras: bool) -> dict[int, float]:
    nom = "DejaVuSans-Bold.ttf" if gras else "DejaVuSans.ttf"
    with TTFont(Path(mpl.get_data_path()) / "fonts" / "ttf" / nom, lazy=True) as ttf:
        largeurs, unite = ttf["hmtx"].metrics, ttf["head"].unitsPerEm
        return {code: largeurs[glyphe][0] / unite for code, glyphe in ttf.getBestCmap().items()}


def largeur(texte: str, taille: float, *, gras: bool = False) -> float:
    """Width of a text on one line, in millimetres, its letters `taille` points high."""
    avances = _avances(gras=gras)
    return sum(avances.get(ord(lettre), INCONNUE) for lettre in texte) * taille * MM_PAR_POINT


def lignes(texte: str, taille: float, large: float, *, gras: bool = False) -> list[str]:
    """The lines of a text in a width; a word wider than it stands alone on its line."""
    trouvees: list[str] = []
    for mot in texte.split(" "):
        essai = f"{trouvees[-1]} {mot}" if trouvees else mot
        if trouvees and largeur(essai, taille, gras=gras) <= large:
            trouvees[-1] = essai
        else:
            trouvees.append(mot)
    return trouvees


def hauteur(paragraphes: tuple[str, ...], taille: float, large: float, *, gras: bool = False) -> float:
    """Height of some paragraphs in a width, millimetres."""
    combien = sum(len(lignes(texte, taille, large, gras=gras)) for texte in paragraphes)
    return combien * taille * INTERLIGNE * MM_PAR_POINT


def ajuster(
    paragraphes: tuple[str, ...],
    taille: float,
    boite: tuple[float, float],
    *,
    mini: float,
    gras: bool = False,
) -> float:
    """Size at which some paragraphs fit in a box (width, height), `mini` times the size at least."""
    corps = taille
    while corps - PAS >= mini * taille and not _tient(paragraphes, corps, boite, gras=gras):
        corps -= PAS
    return corps


def _tient(paragraphes: tuple[str, ...], taille: float, boite: tuple[float, float], *, gras: bool) -> bool:
    large, haut = boite
    mots = {mot for texte in paragraphes for mot in texte.split(" ")}
    return hauteur(paragraphes, taille, large, gras=gras) <= haut and all(
        largeur(mot, taille, gras=gras) <= large for mot in mots
    )


def couper(texte: str, taille: float, large: float, *, gras: bool = False) -> str:
    """A free text that ends by « … » when its line is too short for it."""
    if largeur(texte, taille, gras=gras) <= large:
        return texte
    while texte and largeur(f"{texte}…", taille, gras=gras) > large:
        texte = texte[:-1].rstrip(" ,;:.-–")
    return f"{texte}…"
