"""The outlines of the communes, one topology a département: asked for only when a reader names a commune.

Thirty-five thousand outlines cannot be one layer. Each département has its own, some thirty kilobytes on the
wire, generalised by itself: an outline of it is drawn as a line above the map, and tells nothing of who is
where.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.contours.couverture import ContourPerdu, simplifier
from geo.contours.projections import WGS84, en_metres
from geo.contours.topojson import encoder
from geo.contours.traces import Finesse

if TYPE_CHECKING:
    from geo.contours.couverture import Formes

__all__ = ["COMMUNALE", "OBJET", "contours_par_departement"]

COMMUNALE: Final = Finesse(tolerance_m=200.0, pas=2e-4)
"""For one commune among its neighbours."""

PETITE_M2: Final = 3e6
"""Area under which a commune keeps more of its outline: at 200 m, the smallest would be triangles."""

FINE_M: Final = 50.0
"""Tolerance of those, in metres."""

OBJET: Final = "communes"
"""Name of the one object of a topology."""


def contours_par_departement(communes: pd.DataFrame, contours_communes: gpd.GeoDataFrame) -> pd.DataFrame:
    """The outlines of the communes, generalised and encoded by département.

    Args:
        communes: Columns code, departement. A commune without an outline is left out.
        contours_communes: Columns code, geometry (WGS 84), a coverage: see `geo.communes.passages`.

    Returns:
        departement, communes (how many outlines), topologie: a TopoJSON (`geo.contours.topojson`) whose
        object `OBJET` has one geometry a commune, by INSEE code, without properties; sorted by département.

    Raises:
        ContourPerdu: When an outline is too small to be drawn.
    """
    departements = contours_communes["code"].map(communes.set_index("code")["departement"])
    formes = _generaliser(contours_communes.geometry.to_numpy(), departements)
    if shapely.is_empty(formes).any():
        perdus = sorted(contours_communes.loc[shapely.is_empty(formes), "code"])
        raise ContourPerdu(f"Le contour de {', '.join(perdus[:5])} disparaîtrait : diminuez sa tolérance.")
    table = gpd.GeoDataFrame({"id": contours_communes["code"]}, geometry=formes, crs=WGS84)
    lignes = [
        (str(code), len(siens), _ecrire(siens.sort_values("id")))
        for code, siens in table.groupby(departements)
    ]
    return pd.DataFrame(lignes, columns=["departement", "communes", "topologie"]).astype(
        {"departement": "str", "topologie": "str"}
    )


def _ecrire(siens: gpd.GeoDataFrame) -> str:
    return json.dumps(encoder({OBJET: siens}, pas=COMMUNALE.pas), separators=(",", ":"))


def _generaliser(vraies: Formes, departements: pd.Series) -> Formes:
    """Each territory of the Republic in its own projection, then on the grid, back in WGS 84."""
    simples: Formes = vraies.copy()
    for epsg, rangs, metres in en_metres(vraies, departements):
        fine = COMMUNALE.tolerance_en(epsg) * FINE_M / COMMUNALE.tolerance_m
        tolerances = np.where(shapely.area(metres) < PETITE_M2, fine, COMMUNALE.tolerance_en(epsg))
        faites = simplifier(metres, tolerances)
        simples[rangs] = gpd.GeoSeries(faites, crs=epsg).to_crs(WGS84).to_numpy()
    # one outline at a time: what narrows between two is not looked at, for a line that is drawn alone
    entieres = shapely.set_precision(simples, COMMUNALE.pas)
    echelle = round(1 / COMMUNALE.pas)
    arrondies: Formes = shapely.transform(entieres, lambda xy: np.round(xy * echelle) / echelle)
    return arrondies
