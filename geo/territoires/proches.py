"""The territories nearest to a commune that belongs to none.

More than half of the communes of France are in no Territoire d'industrie: their official, who typed his
commune, is told so, and where the programme is at work near him.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyproj import Geod

from geo.atlas import REGIONS_D_OUTRE_MER
from geo.millesimes import MILLESIME_PAR_DEFAUT, colonne_ti

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["NOMBRE_DE_PROCHES", "RAYON_KM", "Proche", "plus_proches"]

NOMBRE_DE_PROCHES = 3
"""Territories named."""

RAYON_KM = 300.0
"""Beyond this distance, in km, nothing is near."""

ELLIPSOIDE = Geod(ellps="WGS84")


@dataclass(frozen=True, kw_only=True)
class Proche:
    """One territory near a commune.

    Attributes:
        id_ti: Its id in the millésime asked for.
        lib_ti: Its name.
        distance_km: Distance in km, to one decimal.
        code_commune: INSEE code of its nearest commune.
        commune: Name of that commune.
    """

    id_ti: str
    lib_ti: str
    distance_km: float
    code_commune: str
    commune: str


def plus_proches(
    atlas: Atlas, code_commune: str, *, millesime: int = MILLESIME_PAR_DEFAUT, nombre: int = NOMBRE_DE_PROCHES
) -> tuple[Proche, ...]:
    """The territories nearest to a commune, the nearest first, equal distances by id.

    A distance goes as the crow flies, on the WGS 84 ellipsoid, from the commune's point (columns latitude and
    longitude of `communes`) to the nearest such point among the communes of the TI: it is not the distance to
    the border of the TI, nor that by road. Each overseas région stays by itself; the mainland and Corsica are
    together. Nothing beyond `RAYON_KM`. A commune inside a TI has that TI first, at 0 km; an unknown commune
    and one without a point have none.
    """
    ligne = atlas.communes[atlas.communes["code"] == code_commune]
    if ligne.empty or math.isnan(ligne["latitude"].iloc[0]):
        return ()
    membres = _membres(atlas.communes, ligne["region"].iloc[0], colonne_ti(millesime))
    membres = membres.assign(distance_km=_distances_km(ligne.iloc[0], membres))
    membres = membres[membres["distance_km"] <= RAYON_KM].sort_values(["distance_km", "id_ti", "code"])
    territoires = atlas.territoires_de(millesime).set_index("id_ti")["lib_ti"]
    return tuple(
        Proche(
            id_ti=membre.id_ti,
            lib_ti=territoires[membre.id_ti],
            distance_km=round(membre.distance_km, 1),
            code_commune=membre.code,
            commune=membre.nom,
        )
        for membre in membres.drop_duplicates("id_ti").head(nombre).itertuples(index=False)
    )


def _membres(communes: pd.DataFrame, region: str, colonne: str) -> pd.DataFrame:
    """Communes with a point that belong to a TI and lie in the same part of the world."""
    la_bas = communes["region"].isin(REGIONS_D_OUTRE_MER)
    ensemble = communes["region"] == region if region in REGIONS_D_OUTRE_MER else ~la_bas
    gardees = communes[ensemble & communes[colonne].notna() & communes["latitude"].notna()]
    return gardees[["code", "nom", "latitude", "longitude", colonne]].rename(columns={colonne: "id_ti"})


def _distances_km(depart: pd.Series, membres: pd.DataFrame) -> list[float]:
    """Geodesic distance in km from one commune's point to each of the others."""
    n = len(membres)
    metres = ELLIPSOIDE.inv(
        [depart["longitude"]] * n,
        [depart["latitude"]] * n,
        membres["longitude"].tolist(),
        membres["latitude"].tolist(),
    )[2]
    return [m / 1000 for m in metres]
