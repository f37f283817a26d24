"""The outlines of the map: one set of borders for territories, EPCI, groupements, départements and régions.

Communes are first joined into atoms: the largest pieces that no layer cuts. The atoms are simplified all
together, and every layer is dissolved from them, so that a territory lies exactly on the borders of its EPCI
and of its région, at the national scale as in a close view. The tolerance is that of the scale, halved for
what it would deform (`geo.contours.fidelite`) until it does no more: small territories, a border beside a
project.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.contours.couverture import arrondir, fondre, simplifier
from geo.contours.fidelite import Temoins, distances, fautifs, temoins_de
from geo.contours.projections import MAINLAND, WGS84, en_metres, projection
from geo.millesimes import MILLESIMES, colonne_ti

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contours.couverture import Formes

__all__ = [
    "COUCHES",
    "FINE",
    "NATIONALE",
    "Finesse",
    "contours",
    "couche_ti",
    "projection",
]

REPRISES = 8
"""How many times what is at fault is drawn finer, at most: the last tolerance is that of a few metres."""


@dataclass(frozen=True, kw_only=True)
class Finesse:
    """How much detail a set of outlines keeps.

    Attributes:
        tolerance_m: Metres: details whose area is below its square are smoothed out.
        pas: Degrees: grid of the coordinates, written with four decimals at most.
        outre_mer: The tolerance overseas, as a share: these territories are small and looked at from nearer.
        ilot: Islands whose area is below this share of the square of the tolerance are left out.
    """

    tolerance_m: float
    pas: float
    outre_mer: float = 0.5
    ilot: float = 0.16

    def tolerance_en(self, epsg: int) -> float:
        """Tolerance in the territory of a projection, in metres."""
        return self.tolerance_m * (1.0 if epsg == MAINLAND else self.outre_mer)


NATIONALE = Finesse(tolerance_m=1650.0, pas=5e-4)
"""For the whole country on a screen: a pixel is a kilometre or more, and the EPCI must fit in 130 kB."""

FINE = Finesse(tolerance_m=250.0, pas=1e-4)
"""For a close view of a région."""


def couche_ti(millesime: int) -> str:
    """Name of the layer of the territories of one millésime."""
    return f"ti_{millesime}"


COUCHES = (*(couche_ti(m) for m in MILLESIMES), "epci", "groupements", "departements", "regions")
"""Every layer, in order."""


def contours(
    communes: pd.DataFrame,
    groupements: pd.DataFrame,
    contours_communes: gpd.GeoDataFrame,
    *,
    finesse: Finesse,
    projets: pd.DataFrame | None = None,
) -> gpd.GeoDataFrame:
    """Generalised outlines of every layer, from the outlines of communes.

    Args:
        communes: Columns `code`, `siren`, `siren_epci`, `siren_ept`, `departement`, `region` and one
            `id_ti_…` per millésime (missing outside of any). A commune without an outline is left out.
        groupements: Columns `siren`, `type` (EPCI, EPT, commune), of all millésimes. The layer `groupements`
            draws the EPT and the single communes; the EPCI have their own layer.
        contours_communes: Columns `code`, `geometry` (WGS 84), a coverage: see `geo.communes.passages`.
        finesse: How much detail is kept.
        projets: Columns `latitude`, `longitude` of the projects that no outline may put outside their
            territory.

    Returns:
        Columns `couche` (see `COUCHES`), `id`, `ecart_m` (metres: the most that the drawn border of its atoms
        is from the true one, islets that are not drawn aside), `geometry` (WGS 84, on the grid of `finesse`),
        in the order of the layers then by id. Within a layer neighbours share their vertices, without gap nor
        overlap (but for `groupements`, where a single commune may lie inside an EPT). The area of a territory
        is off by `fidelite.ECART_DE_SURFACE` at most.

    Raises:
        ContourPerdu: When an outline is too small to be drawn.
    """
    dessinees = communes[communes["code"].isin(contours_communes["code"])]
    cles = _cles(dessinees, groupements)
    atomes = _atomes(cles, contours_communes, dessinees["code"])
    terres = _terres(atomes, finesse)
    formes = _generaliser(atomes, terres, finesse, temoins_de(projets, atomes.geometry.to_numpy()))
    ecarts = distances(terres, formes, atomes["departements"])
    couches = [_couche(nom, formes, ecarts, ids) for nom, ids in _appartenances(atomes)]
    return gpd.GeoDataFrame(pd.concat(couches, ignore_index=True), crs=WGS84)


def _cles(communes: pd.DataFrame, groupements: pd.DataFrame) -> pd.DataFrame:
    """What tells two atoms apart: one column per layer; a missing value is an empty text."""
    isoles = communes["siren"].where(communes["siren"].isin(_sirens(groupements, "commune")))
    epts = communes["siren_ept"].where(communes["siren_ept"].isin(_sirens(groupements, "EPT")))
    colonnes = {couche_ti(m): communes[colonne_ti(m)] for m in MILLESIMES}
    colonnes |= {"epci": communes["siren_epci"], "isoles": isoles, "epts": epts}
    colonnes |= {"departements": communes["departement"], "regions": communes["region"]}
    return pd.DataFrame(colonnes).fillna("").astype("str")


def _sirens(groupements: pd.DataFrame, sorte: str) -> pd.Series:
    return groupements.loc[groupements["type"] == sorte, "siren"]


def _atomes(cles: pd.DataFrame, contours_communes: gpd.GeoDataFrame, codes: pd.Series) -> gpd.GeoDataFrame:
    groupes = cles.groupby(list(cles.columns), sort=True).ngroup().to_numpy()
    formes = contours_communes.set_index("code").geometry.reindex(codes).to_numpy()
    fondues = fondre(np.asarray(formes, dtype=object), groupes)
    uniques = cles.assign(rang=groupes).drop_duplicates("rang").sort_values("rang", ignore_index=True)
    return gpd.GeoDataFrame(uniques.drop(columns="rang"), geometry=[*fondues.values()], crs=WGS84)


def _terres(atomes: gpd.GeoDataFrame, finesse: Finesse) -> Formes:
    """The atoms without the islets that are too small for the scale."""
    terres: Formes = atomes.geometry.to_numpy().copy()
    for epsg, rangs, metres in en_metres(terres, atomes["departements"]):
        gardees = _sans_ilots(metres, finesse.ilot * finesse.tolerance_en(epsg) ** 2)
        terres[rangs] = gpd.GeoSeries(gardees, crs=epsg).to_crs(WGS84).to_numpy()
    return terres


def _generaliser(atomes: gpd.GeoDataFrame, terres: Formes, finesse: Finesse, temoins: Temoins) -> Formes:
    """The atoms simplified and rounded, those at fault with half the tolerance, again and again."""
    ids = atomes[[couche_ti(m) for m in MILLESIMES]].to_numpy()
    vraies = atomes.geometry.to_numpy()
    reprises = np.zeros(len(atomes), dtype=np.int64)
    formes: Formes = terres
    for _ in range(REPRISES):
        simples = _simplifier(terres, atomes["departements"], finesse, reprises)
        formes = arrondir(simples, pas=finesse.pas)
        faux = fautifs(ids, vraies, formes, atomes["departements"], temoins)
        if not faux.any():
            break
        reprises[faux] += 1
    return formes


def _simplifier(
    terres: Formes, departements: pd.Series, finesse: Finesse, reprises: np.ndarray[Any, Any]
) -> Formes:
    """Simplify each territory of the Republic in its own projection, back in WGS 84."""
    simples: Formes = terres.copy()
    for epsg, rangs, metres in en_metres(terres, departements):
        faites = simplifier(metres, finesse.tolerance_en(epsg) / 2.0 ** reprises[rangs])
        simples[rangs] = gpd.GeoSeries(faites, crs=epsg).to_crs(WGS84).to_numpy()
    return simples


def _sans_ilots(formes: Formes, surface_m2: float) -> Formes:
    """Leave out the islands below an area, unless nothing else would remain of a shape."""
    terres = shapely.get_parts(shapely.coverage_union_all(formes))
    ilots = shapely.STRtree(terres[shapely.area(terres) < surface_m2])
    morceaux, rangs = shapely.get_parts(formes, return_index=True)
    petits = np.zeros(len(morceaux), dtype=bool)
    petits[ilots.query(shapely.point_on_surface(morceaux), predicate="within")[0]] = True
    petits &= np.isin(rangs, rangs[~petits])
    return np.array([*fondre(morceaux[~petits], rangs[~petits]).values()], dtype=object)


def _appartenances(atomes: gpd.GeoDataFrame) -> Iterator[tuple[str, list[pd.Series]]]:
    for couche in COUCHES:
        if couche == "groupements":
            yield couche, [atomes["epts"], atomes["isoles"]]
        else:
            yield couche, [atomes[couche]]


def _couche(
    nom: str, formes: Formes, ecarts: np.ndarray[Any, Any], appartenances: list[pd.Series]
) -> gpd.GeoDataFrame:
    fondues: dict[str, shapely.Geometry] = {}
    plus_grands: dict[str, float] = {}
    for ids in appartenances:
        dedans = (ids != "").to_numpy()
        fondues |= fondre(formes[dedans], ids[dedans].to_numpy())
        plus_grands |= pd.Series(ecarts[dedans]).groupby(ids[dedans].to_numpy()).max().to_dict()
    fondues = dict(sorted(fondues.items()))
    metres = np.ceil([plus_grands[i] for i in fondues]).astype("int64")
    table = {"couche": nom, "id": pd.Series([*fondues], dtype="str"), "ecart_m": metres}
    return gpd.GeoDataFrame(table, geometry=[*fondues.values()], crs=WGS84)
