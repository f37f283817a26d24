"""Names on a map that do not cover one another, nor the marks: the most important first.

Each name tries places around its anchor, nearest first, and is left out rather than drawn over another.
A greedy choice is enough for the few dozen names of a page, and it is the same at each run.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matplotlib import patheffects

from exports.cartes.toile import ecrire
from exports.police import MM_PAR_POINT, largeur_mm
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exports.cartes.toile import Cadre
    from exports.police import Graisse

    Boite = tuple[float, float, float, float]

__all__ = ["Etiquette", "couper", "poser", "recouvre"]

INTERLIGNE: Final = 1.15
ECART_MM: Final = 1.4
"""Between a mark and its name."""

DECALAGES: Final = (
    (0, 0),
    (0, 1),
    (0, -1),
    (0, 2),
    (0, -2),
    (1, 1),
    (-1, 1),
    (1, -1),
    (-1, -1),
    (0, 3),
    (0, -3),
)
"""Where a name that has no mark is tried, in heights and half widths."""


@dataclass(frozen=True, kw_only=True)
class Etiquette:
    """A name to place.

    Attributes:
        x: Metres.
        y: Metres.
        texte: One line or several.
        taille: Points.
        graisse: Weight.
        couleur: Colour.
        marque: Whether it stands beside a mark, or on its anchor.
    """

    x: float
    y: float
    texte: str
    taille: float = 7.0
    graisse: Graisse = "normale"
    couleur: str = COULEURS["texte"]
    marque: bool = False


def couper(texte: str, largeur: int = 20) -> str:
    """A name on lines of about that many letters."""
    return "\n".join(textwrap.wrap(texte, largeur, break_long_words=False, break_on_hyphens=True))


def recouvre(une: Boite, autre: Boite) -> bool:
    """Whether two boxes (left, bottom, right, top) share some ground."""
    return une[0] < autre[2] and autre[0] < une[2] and une[1] < autre[3] and autre[1] < une[3]


def poser(
    cadre: Cadre,
    etiquettes: Iterable[Etiquette],
    obstacles: Sequence[Boite] = (),
    a_eviter: Sequence[Boite] = (),
) -> list[Boite]:
    """Draw the names that find room, the first ones first.

    Args:
        cadre: The frame.
        etiquettes: Most important first.
        obstacles: Boxes in millimetres from the lower left corner of the frame that names keep off.
        a_eviter: Boxes that names cover only when there is no room elsewhere.

    Returns:
        Boxes of the names that were drawn, in the same millimetres.
    """
    prises: list[Boite] = []
    for etiquette in etiquettes:
        libres = [b for b in _essais(cadre, etiquette) if _libre(cadre, b, (*prises, *obstacles))]
        if libres:
            couts = [rang + 2 * sum(recouvre(b, a) for a in a_eviter) for rang, b in enumerate(libres)]
            boite = libres[couts.index(min(couts))]
            prises.append(boite)
            _tracer(cadre, etiquette, boite)
    return prises


def _libre(cadre: Cadre, boite: Boite, autres: Sequence[Boite]) -> bool:
    dedans = boite[0] > 1 and boite[1] > 1 and boite[2] < cadre.largeur - 1 and boite[3] < cadre.hauteur - 1
    return dedans and not any(recouvre(boite, autre) for autre in autres)


def _essais(cadre: Cadre, etiquette: Etiquette) -> Iterable[Boite]:
    """Boxes around the anchor, nearest first."""
    x = (etiquette.x - cadre.axe.get_xlim()[0]) / cadre.m_par_mm
    y = (etiquette.y - cadre.axe.get_ylim()[0]) / cadre.m_par_mm
    lignes = etiquette.texte.count("\n") + 1
    haut = lignes * etiquette.taille * INTERLIGNE * MM_PAR_POINT
    large = largeur_mm(etiquette.texte, etiquette.taille, etiquette.graisse) + 0.6
    if etiquette.marque:
        e = ECART_MM
        coins: tuple[tuple[float, float], ...] = (
            (e, -haut / 2),
            (-e - large, -haut / 2),
            (-large / 2, e),
            (-large / 2, -e - haut),
            (e, e),
            (e, -e - haut),
            (-e - large, e),
            (-e - large, -e - haut),
        )
    else:
        coins = tuple((-large / 2 * (1 - dx), -haut / 2 + dy * haut * 0.8) for dx, dy in DECALAGES)
    return [(x + dx, y + dy, x + dx + large, y + dy + haut) for dx, dy in coins]


def _tracer(cadre: Cadre, etiquette: Etiquette, boite: Boite) -> None:
    axe = cadre.axe
    ecrire(
        axe,
        axe.get_xlim()[0] + (boite[0] + boite[2]) / 2 * cadre.m_par_mm,
        axe.get_ylim()[0] + (boite[1] + boite[3]) / 2 * cadre.m_par_mm,
        etiquette.texte,
        taille=etiquette.taille,
        graisse=etiquette.graisse,
        couleur=etiquette.couleur,
        ha="center",
        va="center",
        linespacing=INTERLIGNE - 0.1,
        zorder=8,
        path_effects=[patheffects.withStroke(linewidth=1.8, foreground="#ffffffd0")],
    )
