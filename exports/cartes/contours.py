"""The outlines that maps are drawn from, each projected once for the place where it is drawn.

The processed file holds them in WGS 84; a map of the mainland is in Lambert-93 and one of an overseas région
in its own projection, in metres, so that a scale means something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import geopandas as gpd

from data import chargement
from geo.contours import MAINLAND, OUTRE_MER
from memoire import garde

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LIEUX", "METROPOLE", "Lieu", "couche", "lieu_de", "placer"]

WGS84: Final = 4326


@dataclass(frozen=True, kw_only=True)
class Lieu:
    """A part of the country that is drawn in one projection.

    Attributes:
        nom: What its frame says.
        epsg: Metric projection.
        cadre: West, south, east, north in degrees.
        region: Code of the région that it is, overseas.
    """

    nom: str
    epsg: int
    cadre: tuple[float, float, float, float]
    region: str = ""


METROPOLE: Final = Lieu(nom="France métropolitaine", epsg=MAINLAND, cadre=(-6.0, 41.0, 10.0, 52.0))

LIEUX: Final = (
    Lieu(nom="Guadeloupe", epsg=OUTRE_MER["971"], cadre=(-62.0, 15.7, -60.9, 16.6), region="01"),
    Lieu(nom="Martinique", epsg=OUTRE_MER["972"], cadre=(-61.3, 14.3, -60.7, 15.0), region="02"),
    Lieu(nom="Guyane", epsg=OUTRE_MER["973"], cadre=(-55.0, 2.0, -51.5, 6.0), region="03"),
    Lieu(nom="La Réunion", epsg=OUTRE_MER["974"], cadre=(55.1, -21.5, 55.9, -20.8), region="04"),
    Lieu(nom="Mayotte", epsg=OUTRE_MER["976"], cadre=(44.9, -13.1, 45.4, -12.5), region="06"),
)
"""The five overseas régions, in the order of their codes."""


def lieu_de(region: str) -> Lieu:
    """Where a région is drawn."""
    return next((lieu for lieu in LIEUX if lieu.region == region), METROPOLE)


@garde(taille=2, depend=chargement.etat)
def _contours(*, fins: bool) -> gpd.GeoDataFrame:
    return chargement.lire("contours_fins" if fins else "contours")


@garde(taille=72, depend=chargement.etat)
def couche(nom: str, lieu: Lieu, *, fins: bool = True) -> gpd.GeoDataFrame:
    """One layer in one place: read only, shared by all readers.

    Args:
        nom: As in `geo.contours.traces.COUCHES`.
        lieu: Where it is drawn; what lies elsewhere is left out.
        fins: The finer outlines (250 m), or those of the national view.

    Returns:
        Column `geometry` in metres of the projection of the place, by id.

    Raises:
        DonneesIllisibles: The file of outlines is not what the build wrote.
    """
    table = _contours(fins=fins)
    table = table[table["couche"] == nom].set_index("id")[["geometry"]]
    ouest, sud, est, nord = lieu.cadre
    return table.cx[ouest:est, sud:nord].to_crs(lieu.epsg)


def placer(points: pd.DataFrame, lieu: Lieu) -> gpd.GeoSeries:
    """Points (latitude, longitude) in metres of a place, in their order; those elsewhere are left out.

    Args:
        points: Columns latitude, longitude (WGS 84), without gaps.
        lieu: Where they are drawn.
    """
    ouest, sud, est, nord = lieu.cadre
    ici = points[points["longitude"].between(ouest, est) & points["latitude"].between(sud, nord)]
    lieux = gpd.GeoSeries.from_xy(ici["longitude"], ici["latitude"], index=ici.index, crs=WGS84)
    return lieux.to_crs(lieu.epsg)
