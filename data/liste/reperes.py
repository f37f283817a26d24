"""What is known of places to put a list on the map: communes by code and by name, EPCI by their outlines.

The processed tables hold no outline of communes. A point is therefore found in an EPCI by its outline
(about 250 m), and its commune is deduced: the nearest commune point of that EPCI. The page says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data import chargement
from geo.communes import COMMUNES_ENTIERES, ELLIPSOIDE, Localisateur
from geo.noms import cle, cle_commune
from geo.projets import TOLERANCE_KM
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas import Atlas

__all__ = ["Reperes", "distances_km", "reperes"]

RAYON_DES_ILES: Final = 0.06
"""Degrees around the point of an island without EPCI, whose outline no table holds: about 5 km."""

PRES_DES_COTES: Final = 0.075
"""Degrees within which an outline is tried for a point that lies in none: a little over `TOLERANCE_KM`."""

RECEMMENT: Final = 2000
"""People still write, as if it were of today, the name of a commune that was merged after this year."""

ILE: Final = "île-"
"""Beginning of the zone of an island without EPCI (a letter: an EPCI comes first where both meet)."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Reperes:
    """Places of the 18 régions, geography of 1 January 2021.

    Attributes:
        communes: The table `communes`, by code, with its `zone` (SIREN of the EPCI, or that of an island).
        departement_de: Département of each commune.
        region_de: Région of each commune.
        nom_de: Name of each commune.
        anciens: Code of 2021 of the communes that vanished since 2018, and of the arrondissements' cities.
        par_nom: Codes of the communes that bear a name (`cle_commune`), or bore it after `RECEMMENT`; of an
            older name, when no other has it.
        formes_de: Names (`cle_commune`) of each commune, of today and of before.
        desservies: Communes that each postal code serves.
        departements: Name of each département.
        regions: Name of each région.
        contours: Outlines of the zones.
        zones: Their ids, in the same order.
        localisateur: Index of the same outlines.
    """

    communes: pd.DataFrame
    departement_de: Mapping[str, str]
    region_de: Mapping[str, str]
    nom_de: Mapping[str, str]
    anciens: Mapping[str, str]
    par_nom: Mapping[str, tuple[str, ...]]
    formes_de: Mapping[str, tuple[str, ...]]
    desservies: Mapping[str, tuple[str, ...]]
    departements: Mapping[str, str]
    regions: Mapping[str, str]
    contours: Any
    zones: np.ndarray
    localisateur: Localisateur

    def zones_des_points(self, longitudes: np.ndarray, latitudes: np.ndarray) -> np.ndarray:
        """Zone of each point (degrees), None outside; within 5 km of an outline, the nearest zone."""
        trouvees = np.array(self.localisateur.communes(longitudes, latitudes), dtype=object)
        dehors = np.flatnonzero(pd.isna(trouvees) & np.isfinite(longitudes) & np.isfinite(latitudes))
        if len(dehors):
            proches = self._au_bord(longitudes[dehors], latitudes[dehors])
            trouvees[dehors] = proches
        return trouvees

    def _au_bord(self, longitudes: np.ndarray, latitudes: np.ndarray) -> np.ndarray:
        """Nearest zone within 5 km of each point, None beyond."""
        points = shapely.points(longitudes, latitudes)
        arbre = shapely.STRtree(self.contours)
        lesquels, formes = arbre.query(points, predicate="dwithin", distance=PRES_DES_COTES)
        bouts = shapely.get_coordinates(
            shapely.get_point(shapely.shortest_line(points[lesquels], self.contours[formes]), 1)
        )
        km = distances_km(longitudes[lesquels], latitudes[lesquels], bouts[:, 0], bouts[:, 1])
        proches = np.full(len(points), None, dtype=object)
        for i in np.lexsort((formes, km))[::-1]:
            if km[i] <= TOLERANCE_KM:
                proches[lesquels[i]] = self.zones[formes[i]]
        return proches

    def code_2021(self, code: str) -> str | None:
        """INSEE code of 2021 of a code of any year since 2018; None when it is not one of the 18 régions."""
        if code in self.nom_de:
            return code
        entiere = next((ville for prefixe, ville in COMMUNES_ENTIERES if code.startswith(prefixe)), None)
        return self.anciens.get(code, entiere)


def distances_km(
    longitudes: np.ndarray, latitudes: np.ndarray, autres_longitudes: np.ndarray, autres_latitudes: np.ndarray
) -> np.ndarray:
    """Distance in km on the WGS 84 ellipsoid, point by point; all in degrees."""
    if not len(longitudes):
        return np.empty(0)
    metres: np.ndarray = ELLIPSOIDE.inv(longitudes, latitudes, autres_longitudes, autres_latitudes)[2]
    return metres / 1000


@garde(taille=1)
def reperes(atlas: Atlas) -> Reperes:
    """The places of an atlas, put together once.

    Raises:
        DonneesIllisibles: The outlines or the table of vanished communes are not what the build wrote.
    """
    passages = chargement.lire("passages")
    passages = passages[passages["objet"] == "commune"]
    communes = atlas.communes.set_index("code", drop=False)
    iles = ILE + communes["code"]
    communes = communes.assign(zone=communes["siren_epci"].fillna(iles).astype("str"))
    formes = _formes(communes)
    return Reperes(
        communes=communes,
        departement_de=communes["departement"].to_dict(),
        region_de=communes["region"].to_dict(),
        nom_de=communes["nom"].to_dict(),
        anciens=dict(zip(passages["code"], passages["code_2021"], strict=True)),
        par_nom=_par_nom(communes, passages, atlas.autres_noms),
        formes_de=_formes_de(communes, atlas.autres_noms),
        desservies=_desservies(atlas.codes_postaux),
        departements=dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True)),
        regions=atlas.nom_region,
        contours=formes.geometry.to_numpy(),
        zones=formes["code"].to_numpy(dtype=object),
        localisateur=Localisateur(formes),
    )


def _formes(communes: pd.DataFrame) -> pd.DataFrame:
    """Outlines of the EPCI and of the islands that have none: code, geometry."""
    contours = chargement.lire("contours_fins")
    epci = contours[contours["couche"] == "epci"].rename(columns={"id": "code"})[["code", "geometry"]]
    iles = communes[communes["zone"].str.startswith(ILE) & communes["latitude"].notna()]
    ronds = shapely.points(iles["longitude"], iles["latitude"])
    autres = gpd.GeoDataFrame(
        {"code": iles["zone"].to_numpy()}, geometry=shapely.buffer(ronds, RAYON_DES_ILES), crs=epci.crs
    )
    return pd.concat([epci, autres], ignore_index=True).sort_values("code", ignore_index=True)


def _par_nom(
    communes: pd.DataFrame, passages: pd.DataFrame, autres: pd.DataFrame
) -> dict[str, tuple[str, ...]]:
    """Codes by comparison key: names of today and of not long ago, then older ones that nobody bears."""
    noms: dict[str, set[str]] = {}
    for nom, code in zip(communes["nom"], communes["code"], strict=True):
        for forme in {cle_commune(nom), cle(nom)}:
            noms.setdefault(forme, set()).add(code)
    recents = autres[(autres["annee"] >= RECEMMENT) & autres["commune"].isin(communes["code"])]
    for nom, code in zip(recents["nom"], recents["commune"], strict=True):
        noms.setdefault(cle_commune(nom), set()).add(code)
    anciens = autres[autres["commune"].isin(communes["code"])]
    restes: dict[str, set[str]] = {}
    for table, colonnes in ((passages, ("libelle", "code_2021")), (anciens, ("nom", "commune"))):
        for nom, code in zip(table[colonnes[0]], table[colonnes[1]], strict=True):
            if cle_commune(nom) not in noms:
                restes.setdefault(cle_commune(nom), set()).add(code)
    return {forme: tuple(sorted(codes)) for forme, codes in {**restes, **noms}.items()}


def _formes_de(communes: pd.DataFrame, autres: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The names of each commune, as comparison keys, that of today first."""
    paires = zip(communes["code"], communes["nom"], strict=True)
    formes = {code: {cle_commune(nom): None} for code, nom in paires}
    for nom, code in zip(autres["nom"], autres["commune"], strict=True):
        if code in formes:
            formes[code][cle_commune(nom)] = None
    return {code: tuple(siennes) for code, siennes in formes.items()}


def _desservies(postaux: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Communes of each postal code, sorted."""
    servies: dict[str, set[str]] = {}
    for postal, commune in zip(postaux["code_postal"], postaux["commune"], strict=True):
        servies.setdefault(postal, set()).add(commune)
    return {postal: tuple(sorted(communes)) for postal, communes in servies.items()}
