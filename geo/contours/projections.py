"""In which projection a place is measured: metres, areas and distances are those of its own territory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import geopandas as gpd
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from geo.contours.couverture import Formes

__all__ = ["MAINLAND", "OUTRE_MER", "WGS84", "en_metres", "projection"]

MAINLAND: Final = 2154
"""EPSG code of Lambert-93, for the mainland and Corsica."""

OUTRE_MER: Final = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}
"""EPSG code of the own projection of each overseas département."""

WGS84: Final = 4326


def projection(departement: str) -> int:
    """EPSG code of the metric projection in which a département is computed."""
    return OUTRE_MER.get(departement, MAINLAND)


def en_metres(formes: Formes, departements: pd.Series) -> Iterator[tuple[int, np.ndarray, Formes]]:
    """The shapes of each projection, in metres.

    Args:
        formes: Shapes in WGS 84.
        departements: Code of the département of each.

    Yields:
        EPSG code, ranks of its shapes, these shapes in metres.
    """
    codes = departements.map(projection).to_numpy()
    for epsg in np.unique(codes):
        rangs = np.flatnonzero(codes == epsg)
        yield int(epsg), rangs, gpd.GeoSeries(formes[rangs], crs=WGS84).to_crs(int(epsg)).to_numpy()
