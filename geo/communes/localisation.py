"""In which commune a point lies, and how far it is from a commune, a postal code or a département.

Outlines stay in WGS 84, so that one locator serves the mainland and every overseas region. The nearest
point of an outline is found in degrees of equal length around the point (longitudes multiplied by the
cosine of its latitude); the distance to it is then measured on the ellipsoid, which no map projection
distorts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

__all__ = ["Localisateur"]

KM_PAR_DEGRE = 111.0
"""Length of a degree of latitude, rounded down: it only widens the box of candidates."""

ELLIPSOIDE = Geod(ellps="WGS84")


class Localisateur:
    """Spatial index of commune outlines.

    Args:
        contours: GeoDataFrame with columns code, geometry (EPSG:4326).
    """

    def __init__(self, contours: pd.DataFrame) -> None:
        """Sort the outlines by code, so that every answer is the same whatever their order."""
        tries = contours.sort_values("code")
        self._codes = tries["code"].to_numpy(dtype=object)
        self._formes = tries.geometry.to_numpy()
        self._rang = {code: rang for rang, code in enumerate(self._codes)}
        self._arbre = shapely.STRtree(self._formes)

    def communes(self, longitudes: np.ndarray, latitudes: np.ndarray) -> list[str | None]:
        """Commune of each point (degrees, WGS 84), None outside of all; on a border, the smallest code."""
        trouvees: list[str | None] = [None] * len(longitudes)
        rangs = np.flatnonzero(np.isfinite(longitudes) & np.isfinite(latitudes))
        points = shapely.points(longitudes[rangs], latitudes[rangs])
        lesquels, formes = self._arbre.query(points, predicate="intersects")
        for i in np.lexsort((-formes, lesquels)):
            trouvees[int(rangs[lesquels[i]])] = str(self._codes[formes[i]])
        return trouvees

    def distance_km(self, longitude: float, latitude: float, codes: Sequence[str]) -> float:
        """Distance in km from a point to the nearest of some communes: 0 inside, NaN without an outline."""
        rangs = [self._rang[code] for code in codes if code in self._rang]
        if not rangs:
            return math.nan
        return min(_distances_km(longitude, latitude, self._formes[rangs]))

    def plus_proche(self, longitude: float, latitude: float, *, rayon_km: float) -> tuple[str, float] | None:
        """Nearest commune within a radius, with its distance in km; None when there is none."""
        haut = rayon_km / KM_PAR_DEGRE
        large = haut / max(math.cos(math.radians(latitude)), 0.01)
        cadre = shapely.box(longitude - large, latitude - haut, longitude + large, latitude + haut)
        rangs = np.sort(self._arbre.query(cadre))
        if not len(rangs):
            return None
        distances = _distances_km(longitude, latitude, self._formes[rangs])
        meilleur = int(np.argmin(distances))
        if distances[meilleur] > rayon_km:
            return None
        return str(self._codes[rangs[meilleur]]), distances[meilleur]


def _distances_km(longitude: float, latitude: float, formes: np.ndarray) -> list[float]:
    """Distance in km, on the ellipsoid, from a point to each outline."""
    echelle = np.array([max(math.cos(math.radians(latitude)), 0.01), 1.0])
    point = shapely.Point(longitude * echelle[0], latitude)
    lignes = shapely.shortest_line(point, shapely.transform(formes, lambda xy: xy * echelle))
    bouts = shapely.get_coordinates(shapely.get_point(lignes, 1)) / echelle
    depart = np.broadcast_to([longitude, latitude], bouts.shape)
    metres = ELLIPSOIDE.inv(depart[:, 0], depart[:, 1], bouts[:, 0], bouts[:, 1])[2]
    return [float(m) / 1000 for m in metres]
