"""The ground under a map of territories: land, départements, régions, the other territories, and an inset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from exports.cartes.contours import METROPOLE, couche
from exports.cartes.toile import cadre, etendue
from geo.contours import couche_ti
from theme import COULEURS

if TYPE_CHECKING:
    import geopandas as gpd
    from matplotlib.figure import Figure

    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Cadre, Emprise

__all__ = ["Encart", "placer_encart", "remplir", "situer", "terrain"]


def remplir(cadre_: Cadre, formes: gpd.GeoDataFrame, **style: object) -> None:
    """Draw what a frame shows of some outlines, in a style of matplotlib (`facecolor`, `zorder`…)."""
    axe = cadre_.axe
    x0, x1 = axe.get_xlim()
    y0, y1 = axe.get_ylim()
    vues = formes.cx[x0:x1, y0:y1]
    if len(vues):
        vues.plot(ax=axe, aspect=None, **style)
        axe.set_xlim(x0, x1)
        axe.set_ylim(y0, y1)
        axe.set(xlabel="", ylabel="")


def terrain(cadre_: Cadre, lieu: Lieu, millesime: int, *, fins: bool = True) -> None:
    """Land, the limits of départements and régions, and every territory of the millésime in a pale fill."""
    regions = couche("regions", lieu, fins=fins)
    remplir(cadre_, regions, facecolor=COULEURS["terre"], edgecolor="none", zorder=1)
    territoires = couche(couche_ti(millesime), lieu, fins=fins)
    pale = {"facecolor": "#dde6ee", "edgecolor": "#ffffff", "linewidth": 0.5}
    remplir(cadre_, territoires, **pale, zorder=2)
    remplir(
        cadre_,
        couche("departements", lieu, fins=fins),
        facecolor="none",
        edgecolor="#cfc9bc",
        linewidth=0.4,
        linestyle=(0, (4, 2)),
        zorder=3,
    )
    remplir(cadre_, regions, facecolor="none", edgecolor="#9a9383", linewidth=0.8, zorder=3)


@dataclass(frozen=True, kw_only=True)
class Encart:
    """Where the small map stands in the large one.

    Attributes:
        boite: Left, bottom, right, top in millimetres from the lower left corner of the large frame.
        marge: Room that the large frame leaves around its subject, so that nothing of it is hidden.
    """

    boite: Emprise
    marge: float


def placer_encart(boite: Emprise, forme: gpd.GeoDataFrame, *, marge: float) -> Encart:
    """The corner where a small map hides nothing of the subject, or least; the lower left has the scale.

    Args:
        boite: The large frame on the sheet, millimetres.
        forme: The subject.
        marge: Room around it, at least.
    """
    cote = min(26.0, 0.26 * min(boite[2], boite[3]))
    droite, haut = boite[2] - cote - 1.5, boite[3] - cote - 1.5
    coins = [(1.5, haut), (droite, haut), (droite, 1.5)]
    essais = []
    for plus in (0.0, 0.05, 0.1, 0.16, 0.23, 0.3):
        x0, y0, x1, _ = etendue(boite, tuple(forme.total_bounds), marge + plus)
        m = (x1 - x0) / boite[2]
        for x, y in coins:
            bord = 1.5
            coin = shapely.box(
                x0 + (x - bord) * m,
                y0 + (y - bord) * m,
                x0 + (x + cote + bord) * m,
                y0 + (y + cote + bord) * m,
            )
            cache = float(forme.intersection(coin).area.sum()) / m**2
            encart = Encart(boite=(x, y, x + cote, y + cote), marge=marge + plus)
            if not cache:
                return encart
            essais.append((cache, encart))
    return min(essais, key=lambda essai: essai[0])[1]


def situer(figure: Figure, boite: Emprise, encart: Encart, lieu: Lieu, forme: gpd.GeoDataFrame) -> None:
    """A small map: where in France, or in its région overseas.

    Args:
        figure: The sheet.
        boite: The large frame on the sheet, millimetres.
        encart: Where the small one stands.
        lieu: Where it is.
        forme: What is shown on it.
    """
    regions = couche("regions", lieu, fins=lieu is not METROPOLE)
    if lieu is not METROPOLE:
        regions = regions.loc[[lieu.region]]
    x0, y0, x1, y1 = encart.boite
    petit = cadre(
        figure, (boite[0] + x0, boite[1] + y0, x1 - x0, y1 - y0), tuple(regions.total_bounds), marge=0.04
    )
    petit.axe.set_zorder(5)
    remplir(petit, regions, facecolor=COULEURS["terre"], edgecolor="#b5ae9f", linewidth=0.35, zorder=1)
    remplir(petit, forme, facecolor=COULEURS["ocre"], edgecolor=COULEURS["ocre"], linewidth=0.8, zorder=2)
