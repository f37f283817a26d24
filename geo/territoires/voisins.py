"""Which territories touch, and along how many kilometres.

The outlines of the communes are a coverage: two neighbours share the very same vertices. A border between two
territories is then the set of segments that are drawn twice, once on either side, and nothing has to be
intersected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from geo.millesimes import MILLESIMES, colonne_ti
from geo.territoires.changements import noms_des_territoires

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.atlas import Atlas
    from geo.contours import Formes

    Tableau = np.ndarray[Any, np.dtype[Any]]

__all__ = ["frontieres", "voisinages", "voisins"]

ELLIPSOIDE: Final = Geod(ellps="WGS84")


def frontieres(contours_communes: gpd.GeoDataFrame) -> pd.DataFrame:
    """The borders between communes.

    Args:
        contours_communes: code, geometry (WGS 84), a coverage: see `geo.communes.passages`.

    Returns:
        une, autre (codes), metres (on the ellipsoid), one row per pair of communes that share a border.
    """
    segments, communes = _segments(contours_communes.geometry.to_numpy())
    doubles = np.flatnonzero((segments[1:] == segments[:-1]).all(axis=1) & (communes[1:] != communes[:-1]))
    codes = contours_communes["code"].to_numpy()
    table = pd.DataFrame(
        {
            "une": codes[communes[doubles]],
            "autre": codes[communes[doubles + 1]],
            "metres": ELLIPSOIDE.inv(*segments[doubles].T)[2],
        }
    )
    return table.groupby(["une", "autre"], as_index=False)["metres"].sum()


def _segments(formes: Formes) -> tuple[Tableau, Tableau]:
    """Every segment of every outline (west end, then east end, in degrees) and the rank of its outline.

    Sorted, so that a segment and its double on the other side of a border follow one another.
    """
    morceaux, de_la_forme = shapely.get_parts(formes, return_index=True)
    anneaux, du_morceau = shapely.get_rings(morceaux, return_index=True)
    points, de_l_anneau = shapely.get_coordinates(anneaux, return_index=True)
    suivent = de_l_anneau[1:] == de_l_anneau[:-1]
    segments = np.hstack([points[:-1], points[1:]])[suivent]
    ouest, sud, est, nord = segments.T
    a_l_envers = (ouest > est) | ((ouest == est) & (sud > nord))
    segments[a_l_envers] = segments[a_l_envers][:, [2, 3, 0, 1]]
    rangs = de_la_forme[du_morceau[de_l_anneau[:-1][suivent]]]
    ordre = np.lexsort((rangs, *segments.T))
    return segments[ordre], rangs[ordre]


def voisinages(communes: pd.DataFrame, bords: pd.DataFrame) -> pd.DataFrame:
    """The territories that touch in each millésime, as the contract `voisinages` describes them.

    Args:
        communes: code, id_ti_2020 … id_ti_2023.
        bords: une, autre, metres, as `frontieres` gives them.

    Returns:
        millesime, id_ti, voisin, longueur_km (two decimals), each pair in both directions; two territories
        that share less than ten metres do not touch.
    """
    tables = []
    for millesime in MILLESIMES:
        ti = communes.set_index("code")[colonne_ti(millesime)]
        paires = pd.DataFrame(
            {"id_ti": bords["une"].map(ti), "voisin": bords["autre"].map(ti), "metres": bords["metres"]}
        ).dropna()
        paires = paires[paires["id_ti"] != paires["voisin"]]
        retour = paires.rename(columns={"id_ti": "voisin", "voisin": "id_ti"})
        tables.append(pd.concat([paires, retour]).assign(millesime=millesime))
    toutes = pd.concat(tables).groupby(["millesime", "id_ti", "voisin"], as_index=False)["metres"].sum()
    table = toutes.assign(longueur_km=(toutes["metres"] / 1000).round(2)).drop(columns="metres")
    return table[table["longueur_km"] > 0].reset_index(drop=True)


def voisins(atlas: Atlas, *, id_ti: str, millesime: int) -> pd.DataFrame:
    """The territories that touch one of them, the longest border first.

    Returns:
        id_ti, lib_ti, longueur_km (kilometres of shared border); empty for a territory that touches none, and
        for an unknown one.
    """
    table = atlas.voisinages
    lignes = table[(table["millesime"] == millesime) & (table["id_ti"] == id_ti)]
    lignes = lignes.sort_values(["longueur_km", "voisin"], ascending=[False, True])
    noms = lignes["voisin"].map(noms_des_territoires(atlas, millesime)).astype("str")
    return pd.DataFrame(
        {"id_ti": lignes["voisin"], "lib_ti": noms, "longueur_km": lignes["longueur_km"]}
    ).reset_index(drop=True)
