"""The legend of a map, inside the picture: lines of signs and words, and the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Rectangle

from exports.cartes.marques import FORMES, GRANDS
from exports.cartes.toile import ecrire
from exports.police import largeur_mm
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

__all__ = ["LIGNE_MM", "Entree", "hauteur", "legender", "ranger"]

LIGNE_MM: Final = 4.2
"""Height of a line of the legend."""

SIGNE_MM: Final = 5.2
"""Width of a sign and the gap before its words."""

ENTRE_MM: Final = 3.5
"""Between two entries."""

TAILLE: Final = 7.0


@dataclass(frozen=True, kw_only=True)
class Entree:
    """One line of a legend.

    Attributes:
        texte: Its words.
        couleur: Fill of its sign.
        forme: Shape of `theme.Famille`, « aplat », « trait », « disque », « cerne » or « lacune ».
        bord: Colour of the edge of an « aplat ».
        rayon: Millimetres, of a « disque ».
    """

    texte: str
    couleur: str
    forme: str = "aplat"
    bord: str = COULEURS["encre_claire"]
    rayon: float = 1.0


def ranger(entrees: Sequence[Entree], largeur: float) -> list[list[Entree]]:
    """The entries on lines of at most that many millimetres, in their order."""
    lignes: list[list[Entree]] = [[]]
    reste = largeur
    for entree in entrees:
        besoin = _largeur(entree)
        if lignes[-1] and besoin > reste:
            lignes.append([])
            reste = largeur
        lignes[-1].append(entree)
        reste -= besoin + ENTRE_MM
    return lignes


def hauteur(entrees: Sequence[Entree], largeur: float) -> float:
    """Millimetres that the entries need."""
    return sum(_haut(ligne) for ligne in ranger(entrees, largeur))


def _haut(ligne: Sequence[Entree]) -> float:
    """A line is as high as its largest disc."""
    return max([LIGNE_MM, *(2 * e.rayon + 0.8 for e in ligne if e.forme == "disque")])


def legender(
    axe: Axes, entrees: Sequence[Entree], *, haut: float, largeur: float, gauche: float = 0.0
) -> None:
    """Draw the entries.

    Args:
        axe: A box in millimetres (`exports.cartes.toile.feuille`).
        entrees: In their order.
        haut: Top of the first line.
        largeur: Room.
        gauche: Left of each line.
    """
    for ligne in ranger(entrees, largeur):
        x, y = gauche, haut - _haut(ligne) / 2
        haut -= _haut(ligne)
        for entree in ligne:
            _signe(axe, entree, x, y)
            ecrire(axe, x + _signe_mm(entree), y, entree.texte, taille=TAILLE, va="center_baseline")
            x += _largeur(entree) + ENTRE_MM


def _signe_mm(entree: Entree) -> float:
    return max(SIGNE_MM, 2 * entree.rayon + 1.4) if entree.forme == "disque" else SIGNE_MM


def _largeur(entree: Entree) -> float:
    return _signe_mm(entree) + largeur_mm(entree.texte, TAILLE)


def _signe(axe: Axes, entree: Entree, x: float, y: float) -> None:
    if entree.forme in FORMES or entree.forme == "disque":
        rayon = entree.rayon if entree.forme == "disque" else 1.0
        points = (2 * rayon * (1.45 if entree.forme in GRANDS else 1) / 25.4 * 72) ** 2
        axe.scatter(
            [x + max(1.9, rayon)],
            [y],
            s=points,
            marker=FORMES.get(entree.forme, "o"),
            c=entree.couleur,
            edgecolors="#ffffff" if entree.forme in FORMES else entree.bord,
            linewidths=0.4,
            clip_on=False,
        )
    elif entree.forme == "cerne":
        for points, plein in ((8.0, True), (36.0, False)):
            axe.scatter(
                [x + 1.9],
                [y],
                s=points,
                c=entree.couleur if plein else "none",
                edgecolors="none" if plein else entree.couleur,
                linewidths=0.8,
                clip_on=False,
            )
    elif entree.forme == "trait":
        axe.plot([x, x + 4], [y, y], color=entree.couleur, linewidth=1.2, clip_on=False)
    else:
        hachures = "//////" if entree.forme == "lacune" else None
        axe.add_patch(
            Rectangle(
                (x, y - 1.2),
                4,
                2.4,
                facecolor=entree.couleur,
                edgecolor=entree.bord,
                linewidth=0.5,
                clip_on=False,
                hatch=hachures,
            )
        )
