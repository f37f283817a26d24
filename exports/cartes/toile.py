"""The sheet that a map is drawn on, in millimetres: frames, scale bar, title, source.

Everything is placed in millimetres of paper, so that a map keeps its letters legible at any size, and a
frame knows its scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from exports.police import police
from francais import ESPACE_FINE, nombre
from theme import COULEURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from exports.police import Graisse

    Emprise = tuple[float, float, float, float]

__all__ = [
    "ECHELLE",
    "MARGE",
    "MM_PAR_POUCE",
    "Cadre",
    "au",
    "cadre",
    "echelle",
    "ecrire",
    "etendue",
    "feuille",
    "toile",
]

MM_PAR_POUCE: Final = 25.4
ECHELLE: Final = (0.0, 0.0, 42.0, 8.0)
"""Where the scale bar stands in its frame, millimetres: left, bottom, right, top."""

MARGE: Final = 0.07
"""Room left around what a frame shows, as a share of its size."""


@dataclass(frozen=True, kw_only=True)
class Cadre:
    """A frame of a map.

    Attributes:
        axe: Where matplotlib draws, in metres.
        largeur: Millimetres of paper.
        hauteur: Millimetres of paper.
        m_par_mm: Metres of ground in a millimetre of paper.
    """

    axe: Axes
    largeur: float
    hauteur: float
    m_par_mm: float

    @property
    def denominateur(self) -> float:
        """Scale 1 : this."""
        return 1000 * self.m_par_mm


def toile(largeur_mm: float, hauteur_mm: float) -> Figure:
    """A blank sheet."""
    pouces = (largeur_mm / MM_PAR_POUCE, hauteur_mm / MM_PAR_POUCE)
    return Figure(figsize=pouces, dpi=300, facecolor=COULEURS["fond"])


def _axe(figure: Figure, boite: Emprise) -> Axes:
    """Axes on a box: left, bottom, width, height in millimetres from the lower left corner."""
    pouces = figure.get_size_inches() * MM_PAR_POUCE
    gauche, bas, largeur, hauteur = boite
    rect = (gauche / pouces[0], bas / pouces[1], largeur / pouces[0], hauteur / pouces[1])
    axe: Axes = figure.add_axes(rect)
    axe.set_xticks([])
    axe.set_yticks([])
    return axe


def feuille(figure: Figure, boite: Emprise) -> Axes:
    """A transparent box whose unit is the millimetre, for letters and legends."""
    axe = _axe(figure, boite)
    axe.set_xlim(0, boite[2])
    axe.set_ylim(0, boite[3])
    axe.axis("off")
    return axe


def cadre(
    figure: Figure, boite: Emprise, emprise: Emprise, *, marge: float = MARGE, trait: bool = True
) -> Cadre:
    """A frame that shows an extent whole, as large as it can, without stretching it.

    Args:
        figure: The sheet.
        boite: Left, bottom, width, height in millimetres.
        emprise: West, south, east, north in metres.
        marge: Room left around, as a share.
        trait: Whether the frame has a border.
    """
    axe = _axe(figure, boite)
    x0, y0, x1, y1 = etendue(boite, emprise, marge)
    axe.set_xlim(x0, x1)
    axe.set_ylim(y0, y1)
    axe.set_facecolor(COULEURS["mer"])
    for bord in axe.spines.values():
        bord.set_visible(trait)
        bord.set_edgecolor(COULEURS["trait"])
        bord.set_linewidth(0.6)
    return Cadre(axe=axe, largeur=boite[2], hauteur=boite[3], m_par_mm=(x1 - x0) / boite[2])


def etendue(boite: Emprise, emprise: Emprise, marge: float) -> Emprise:
    """What a frame shows, in metres: the extent at its centre, and its margin at least around it."""
    x0, y0, x1, y1 = emprise
    m_par_mm = (1 + 2 * marge) * max((x1 - x0) / boite[2], (y1 - y0) / boite[3])
    demi_x, demi_y = m_par_mm * boite[2] / 2, m_par_mm * boite[3] / 2
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return (x - demi_x, y - demi_y, x + demi_x, y + demi_y)


def ecrire(
    axe: Axes, x: float, y: float, texte: str, *, graisse: Graisse = "normale", **style: object
) -> None:
    """A text in the typeface of the atlas; `graisse`, `taille` (points), `couleur`, and matplotlib's own."""
    taille = style.pop("taille", 8)
    couleur = style.pop("couleur", COULEURS["texte"])
    axe.text(
        x,
        y,
        texte,
        fontproperties=police(graisse),
        fontsize=taille,
        color=couleur,
        **style,  # type: ignore[arg-type]
    )


def _ronde(longueur: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above a length."""
    ordre: float = 10.0 ** math.floor(math.log10(longueur))
    return max(pas * ordre for pas in (1, 2, 5) if pas * ordre <= longueur)


def echelle(
    cadre: Cadre, *, x: float = 3.0, y: float = 3.0, largeur: float = 28.0, rapport: bool = True
) -> None:
    """A scale bar in a corner of a frame, with the scale of the paper in words.

    Args:
        cadre: The frame.
        x: Millimetres from its left.
        y: Millimetres from its bottom.
        largeur: Millimetres, at most.
        rapport: Whether the words give the scale, which is false once the picture is enlarged.
    """
    metres = _ronde(largeur * cadre.m_par_mm)
    axe = cadre.axe
    gauche, bas = (axe.get_xlim()[0] + x * cadre.m_par_mm, axe.get_ylim()[0] + y * cadre.m_par_mm)
    pas = 0.8 * cadre.m_par_mm
    trait: dict[str, Any] = {
        "color": COULEURS["texte"],
        "linewidth": 0.8,
        "zorder": 9,
        "solid_capstyle": "butt",
    }
    axe.plot([gauche, gauche, gauche + metres, gauche + metres], [bas + pas, bas, bas, bas + pas], **trait)
    mots = f"{nombre(metres / 1000, 0 if metres >= 1000 else 1)}{ESPACE_FINE}km"  # noqa: PLR2004  a kilometre
    if rapport:
        mots = f"{mots} · {au(cadre)}"
    ecrire(axe, gauche, bas + 1.3 * cadre.m_par_mm, mots, taille=6.5, zorder=9)


def au(cadre: Cadre) -> str:
    """The scale in words, to two figures: « 1 : 450 000 »."""
    ordre = 10 ** (math.floor(math.log10(cadre.denominateur)) - 1)
    return f"1\u00a0:\u00a0{nombre(round(cadre.denominateur / ordre) * ordre)}"
