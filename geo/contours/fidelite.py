"""What a drawn outline must keep of the true one, whatever its scale, and how far it is from it.

One tolerance for the whole country deforms what is small: a territory of one commune lost a sixth of its
area, and projects near a border fell on the other side of it. What is at fault here is drawn again, finer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from geo.contours.projections import en_metres

if TYPE_CHECKING:
    import pandas as pd

    from geo.contours.couverture import Formes

__all__ = ["ECART_DE_SURFACE", "Temoins", "distances", "fautifs", "temoins_de"]

Booleens = np.ndarray[Any, np.dtype[np.bool_]]
Reels = np.ndarray[Any, np.dtype[np.float64]]

ECART_DE_SURFACE: Final = 0.03
"""By how much of its area the drawn outline of a territory may be off."""


@dataclass(frozen=True, kw_only=True)
class Temoins:
    """The projects that must stay on their side of every border.

    Attributes:
        points: Where they are, WGS 84.
        morceaux: Rank of the piece of the coverage that truly holds each.
    """

    points: Formes
    morceaux: np.ndarray[Any, np.dtype[np.int64]]


def temoins_de(projets: pd.DataFrame | None, formes: Formes) -> Temoins:
    """The placed projects with the piece that holds them; those that no piece holds are left out.

    Args:
        projets: Columns latitude, longitude (missing when not placed); None for no project.
        formes: The true pieces, WGS 84.
    """
    places = np.empty((0, 2)) if projets is None else projets[["longitude", "latitude"]].dropna().to_numpy()
    points = shapely.points(places.astype("float64"))
    lesquels, morceaux = shapely.STRtree(formes).query(points, predicate="within")
    return Temoins(points=np.asarray(points, dtype=object)[lesquels], morceaux=morceaux)


def fautifs(
    ids: np.ndarray[Any, Any], vraies: Formes, dessinees: Formes, departements: pd.Series, temoins: Temoins
) -> Booleens:
    """Which pieces must be drawn finer.

    Args:
        ids: Territory of each piece (row) in each millésime (column); empty outside of any.
        vraies: The true pieces, WGS 84.
        dessinees: The drawn ones.
        departements: Code of the département of each piece.
        temoins: The projects.

    Returns:
        True for every piece of a territory whose drawn area is off by more than `ECART_DE_SURFACE`, and for
        the piece of a project that would be drawn outside its territory, in one millésime or more.
    """
    aires = [_aires(formes, departements) for formes in (vraies, dessinees)]
    faux = _mal_places(ids, dessinees, temoins)
    for colonne in ids.T:
        noms, rangs = np.unique(colonne, return_inverse=True)
        vraie, dessinee = (np.bincount(rangs, weights=aire, minlength=len(noms)) for aire in aires)
        deformes = (noms != "") & (np.abs(dessinee - vraie) > ECART_DE_SURFACE * vraie)
        faux |= deformes[rangs]
    return faux


def _aires(formes: Formes, departements: pd.Series) -> Reels:
    aires = np.zeros(len(formes))
    for _, rangs, metres in en_metres(formes, departements):
        aires[rangs] = shapely.area(metres)
    return aires


def _mal_places(ids: np.ndarray[Any, Any], dessinees: Formes, temoins: Temoins) -> Booleens:
    """The pieces that hold a project which is drawn in another territory, or on none."""
    vus, ou = shapely.STRtree(dessinees).query(temoins.points, predicate="within")
    lus = np.full((len(temoins.points), ids.shape[1]), "", dtype=object)
    lus[vus] = ids[ou]
    vrais = ids[temoins.morceaux]
    dehors = ((vrais != "") & (vrais != lus)).any(axis=1)
    faux = np.zeros(len(dessinees), dtype=bool)
    faux[temoins.morceaux[dehors]] = True
    return faux


def distances(vraies: Formes, dessinees: Formes, departements: pd.Series) -> Reels:
    """How far each drawn piece is from the true one: the most that a true vertex is from the drawn border.

    Args:
        vraies: The true pieces, without the islets that are not drawn, WGS 84.
        dessinees: The drawn ones.
        departements: Code of the département of each piece.

    Returns:
        Metres, one a piece.
    """
    ecarts = np.zeros(len(vraies))
    des_vraies = en_metres(vraies, departements)
    des_dessinees = en_metres(dessinees, departements)
    for (_, rangs, vrais), (_, _, traces) in zip(des_vraies, des_dessinees, strict=True):
        for rang, vrai, bord in zip(rangs, vrais, shapely.boundary(traces), strict=True):
            ecarts[rang] = shapely.distance(shapely.points(shapely.get_coordinates(vrai)), bord).max()
    return ecarts
