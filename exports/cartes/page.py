"""What every map for files has: a title above, a legend and a source below, the frame between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.cartes.legende import Entree, hauteur, legender
from exports.cartes.toile import ecrire, feuille, toile
from exports.police import largeur_mm
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["SOURCE", "Habillage", "habiller"]

SOURCE: Final = (
    "Sources : ANCT (Territoires d’industrie), INSEE, IGN, DGE (France Relance, avril 2022) – "
    "Licence Ouverte 2.0"
)
"""What a map cites when it is told nothing else; the sheet and the deck cite every source in full."""

_TITRE_MM: Final = 11.0
_MARGE_MM: Final = 3.0
_SOURCE_MM: Final = 4.0


@dataclass(frozen=True, kw_only=True)
class Habillage:
    """What stands around a map.

    Attributes:
        titre: Above; empty for a map inside a page that has its own.
        precision: Under the title.
        entrees: Legend.
        intitule: Words above the legend.
        source: Below; empty likewise.
    """

    titre: str
    precision: str = ""
    entrees: Sequence[Entree] = ()
    intitule: str = ""
    source: str = SOURCE


def habiller(
    largeur_mm_: float, hauteur_mm: float, habillage: Habillage
) -> tuple[Figure, tuple[float, float, float, float]]:
    """A sheet with its title, legend and source.

    Returns:
        The figure, and the box that is left for frames: left, bottom, width, height in millimetres.
    """
    figure = toile(largeur_mm_, hauteur_mm)
    axe = feuille(figure, (0, 0, largeur_mm_, hauteur_mm))
    marge = _MARGE_MM if habillage.titre else 0.0
    large, haut, bas = largeur_mm_ - 2 * marge, hauteur_mm - marge, marge
    if habillage.titre:
        _titrer(axe, habillage, marge, haut, large)
        haut -= _TITRE_MM
    if habillage.source:
        ecrire(axe, marge, bas, habillage.source, taille=5.5, couleur=COULEURS["discret"], va="bottom")
        bas += _SOURCE_MM
    legende = hauteur(habillage.entrees, large) if habillage.entrees else 0.0
    legender(axe, habillage.entrees, haut=bas + legende, largeur=large, gauche=marge)
    bas += legende
    if habillage.intitule:
        ecrire(axe, marge, bas + 1.2, habillage.intitule, taille=7, graisse="demi", va="bottom")
        bas += 4.6
    bas += 1.0 if bas else 0.0
    return figure, (marge + 0.3, bas + 0.3, large - 0.6, haut - bas - 0.6)


def _titrer(axe: Axes, habillage: Habillage, x: float, y: float, large: float) -> None:
    taille, encre = _taille(habillage.titre, large), COULEURS["encre"]
    ecrire(axe, x, y, habillage.titre, taille=taille, graisse="grasse", couleur=encre, va="top")
    ecrire(axe, x, y - 5.8, habillage.precision, taille=7.5, couleur=COULEURS["discret"], va="top")


def _taille(titre: str, largeur: float) -> float:
    """Points with which a title fits on its line."""
    return min(13.0, 13.0 * largeur / max(1.0, largeur_mm(titre, 13.0, "grasse")))
