"""Names on a map that do not cover one another, nor the marks: the most important first.

Each name tries places around its anchor, nearest first, and is left out rather than drawn over another.
A greedy choice is enough for the few dozen names of a page, and it is the same at each run.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from matplotlib import patheffects

from exports.cartes.toile import ecrire
from exports.police import MM_PAR_POINT, largeur_mm
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from exports.cartes.toile import Cadre
    from exports.police import Graisse

    Boite = tuple[float, float, float, float]
    Boites = npt.NDArray[np.float64]
    Points = npt.NDArray[np.float64]

__all__ = ["Etiquette", "couper", "poser", "recouvre", "semer"]

INTERLIGNE: Final = 1.15
ECART_MM: Final = 1.4
"""Between a mark and its name."""

ELOIGNEMENTS: Final = (ECART_MM, 2.6, 4.2)
"""Distances at which a name is tried around its mark."""

MAILLES: Final = 16
"""Places that are tried across an outline."""

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
"""Where a name that has neither mark nor outline is tried, in heights and half widths."""

TRAIT: Final = 0.5
"""What crossing one point of a line costs, in heights of the name away from its anchor."""

MARQUE: Final = 12.0
"""What covering a mark costs, in the same heights: a name does so only where every place does."""

SEMIS_MM: Final = 1.5
"""Between two points of the lines that names keep off."""


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
        forme: Outline in which a name without a mark may stand anywhere; None to stay about its anchor.
    """

    x: float
    y: float
    texte: str
    taille: float = 7.0
    graisse: Graisse = "normale"
    couleur: str = COULEURS["texte"]
    marque: bool = False
    forme: BaseGeometry | None = None


def couper(texte: str, largeur: int = 20) -> str:
    """A name on lines of about that many letters."""
    return "\n".join(textwrap.wrap(texte, largeur, break_long_words=False, break_on_hyphens=True))


def recouvre(une: Boite, autre: Boite) -> bool:
    """Whether two boxes (left, bottom, right, top) share some ground."""
    return une[0] < autre[2] and autre[0] < une[2] and une[1] < autre[3] and autre[1] < une[3]


def semer(formes: Iterable[BaseGeometry], cadre: Cadre) -> Points:
    """Points along the borders of outlines, for names to keep off: shape (n, 2), millimetres of the frame."""
    traits = [shapely.segmentize(f.boundary, SEMIS_MM * cadre.m_par_mm) for f in formes]
    coins = (cadre.axe.get_xlim()[0], cadre.axe.get_ylim()[0])
    points: Points = (shapely.get_coordinates(traits) - coins) / cadre.m_par_mm
    return points


def poser(
    cadre: Cadre,
    etiquettes: Iterable[Etiquette],
    obstacles: Sequence[Boite] = (),
    marques: Sequence[Boite] = (),
    traits: Points | None = None,
) -> list[Boite]:
    """Draw the names that find room, the first ones first: the same rule as on the screen.

    Each takes the free place where the distance from its anchor and the lines that it crosses are least
    (`static/atlas/carte/etiquettes.js`).

    Args:
        cadre: The frame.
        etiquettes: Most important first.
        obstacles: Boxes in millimetres from the lower left corner of the frame that names keep off.
        marques: Boxes of the marks, that names cover only when there is no room elsewhere.
        traits: Points of the lines that names would rather not cross (`semer`).

    Returns:
        Boxes of the names that were drawn, in the same millimetres.
    """
    prises = list(obstacles)
    posees: list[Boite] = []
    points = np.empty((0, 2)) if traits is None else traits
    lignes = np.hstack([points, points])  # boxes without a size
    for etiquette in etiquettes:
        essais, couts = _essais(cadre, etiquette)
        couts += MARQUE * _recouverts(essais, _boites(marques)) + TRAIT * _recouverts(essais, lignes)
        couts[_recouverts(essais, _boites(prises)) > 0] = np.inf
        couts[~_dedans(cadre, essais)] = np.inf
        if np.isfinite(couts).any():
            g, b, d, h = essais[int(couts.argmin())].tolist()
            prises.append((g, b, d, h))
            posees.append((g, b, d, h))
            _tracer(cadre, etiquette, (g, b, d, h))
    return posees


def _boites(suite: Sequence[Boite]) -> Boites:
    return np.array(suite, dtype=np.float64).reshape(-1, 4)


def _recouverts(essais: Boites, autres: Boites) -> Points:
    """How many of the other boxes each box shares some ground with."""
    gauche, bas, droite, haut = essais.T[:, :, None]
    x0, y0, x1, y1 = autres.T[:, None, :]
    combien: Points = (
        ((gauche < x1) & (x0 < droite) & (bas < y1) & (y0 < haut)).sum(axis=1).astype(np.float64)
    )
    return combien


def _dedans(cadre: Cadre, essais: Boites) -> npt.NDArray[np.bool_]:
    """Whether each box is inside the frame, a millimetre from its border."""
    bords = np.array((cadre.largeur - 1, cadre.hauteur - 1))
    dedans: npt.NDArray[np.bool_] = np.all((essais[:, :2] > 1) & (essais[:, 2:] < bords), axis=1)
    return dedans


def _essais(cadre: Cadre, etiquette: Etiquette) -> tuple[Boites, Points]:
    """Boxes around the anchor, shape (n, 4), and how far each is, in heights of the name."""
    coins = (cadre.axe.get_xlim()[0], cadre.axe.get_ylim()[0])
    ancre = (np.array((etiquette.x, etiquette.y)) - coins) / cadre.m_par_mm
    lignes = etiquette.texte.count("\n") + 1
    haut = lignes * etiquette.taille * INTERLIGNE * MM_PAR_POINT
    large = largeur_mm(etiquette.texte, etiquette.taille, etiquette.graisse) + 0.6
    if etiquette.marque:
        centres, loin = _autour(large, haut)
        centres = ancre + centres
    elif etiquette.forme is None:
        centres = ancre + np.array(DECALAGES) * (large / 2, 0.8 * haut)
        loin = np.arange(len(DECALAGES), dtype=np.float64)
    else:
        centres = np.vstack([ancre, (_maille(etiquette.forme) - coins) / cadre.m_par_mm])
        loin = np.hypot(*(centres - ancre).T) / haut
    demi = np.array((large, haut)) / 2
    return np.hstack([centres - demi, centres + demi]), loin


def _autour(large: float, haut: float) -> tuple[Points, Points]:
    """Centres of a name beside its mark, and their ranks: right, left, above, below, then the corners."""
    cotes = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))
    demi = np.array((large, haut)) / 2
    centres = np.vstack([np.array(cotes) * (demi + ecart) for ecart in ELOIGNEMENTS])
    return centres, np.arange(len(centres), dtype=np.float64) / len(cotes)


def _maille(forme: BaseGeometry) -> Points:
    """Places of a grid that are inside an outline, metres."""
    x0, y0, x1, y1 = forme.bounds
    pas = max(x1 - x0, y1 - y0) / MAILLES
    x, y = np.meshgrid(np.arange(x0 + pas / 2, x1, pas), np.arange(y0 + pas / 2, y1, pas))
    points = np.column_stack([x.ravel(), y.ravel()])
    dedans: Points = points[shapely.contains_xy(forme, points)]
    return dedans


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
