"""GeoJSON, GeoPackage and GeoParquet: the selection for whoever draws his own maps (WGS 84)."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio

from exports.colonnes import COLONNES, lisible
from exports.contexte import Fichier

if TYPE_CHECKING:
    from exports.contexte import Contexte, Progres

__all__ = ["geojson", "geopackage", "parquet"]

CRS: Final = "EPSG:4326"
LOT: Final = 10_000


def _points(projets: pd.DataFrame) -> gpd.GeoDataFrame:
    """The projects as points; those that are not placed have no geometry."""
    table = lisible(projets).reset_index(drop=True)
    return gpd.GeoDataFrame(
        table, geometry=gpd.points_from_xy(table["longitude"], table["latitude"]), crs=CRS
    ).pipe(_sans_lieu)


def _sans_lieu(points: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return points.set_geometry(points.geometry.where(points["latitude"].notna(), None))


def _dit(contexte: Contexte) -> dict[str, str]:
    """What the file says of itself, by words that metadata accept."""
    return {
        "titre": contexte.titre,
        "jour": contexte.jour,
        "lien": contexte.lien,
        "filtres": "\n".join(contexte.filtres),
        "sources": "\n".join(contexte.sources),
    }


def geojson(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> Fichier:
    """The selection as GeoJSON (RFC 7946); sources, filters and link are members of the collection."""
    table = lisible(projets)
    colonnes = [[_simple(valeur) for valeur in table[colonne.nom]] for colonne in COLONNES]
    noms = [colonne.nom for colonne in COLONNES]
    elements = []
    for rang, valeurs in enumerate(zip(*colonnes, strict=True), start=1):
        proprietes = dict(zip(noms, valeurs, strict=True))
        lieu = [proprietes["longitude"], proprietes["latitude"]]
        geometrie = {"type": "Point", "coordinates": lieu} if None not in lieu else None
        elements.append({"type": "Feature", "geometry": geometrie, "properties": proprietes})
        if progres and rang % LOT == 0:
            progres(rang / len(table))
    collection = {
        "type": "FeatureCollection",
        "titre": contexte.titre,
        "jour": contexte.jour,
        "lien": contexte.lien,
        "filtres": list(contexte.filtres),
        "sources": list(contexte.sources),
        "colonnes": {c.nom: c.sens for c in COLONNES},
        "features": elements,
    }
    texte = json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Fichier(nom="projets.geojson", type_mime="application/geo+json", octets=texte.encode("utf-8"))


def _simple(valeur: Any) -> Any:
    if pd.isna(valeur):
        return None
    if isinstance(valeur, pd.Timestamp):
        return valeur.strftime("%Y-%m-%d")
    return valeur.item() if hasattr(valeur, "item") else valeur


def geopackage(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> Fichier:
    """The selection as a GeoPackage: a layer « projets », its sources and filters as metadata."""
    points = _points(projets)
    for nom in ("siren_valide", "accord_commune"):
        points[nom] = points[nom].astype("boolean")
    sortie = io.BytesIO()
    pyogrio.write_dataframe(
        points,
        sortie,
        layer="projets",
        driver="GPKG",
        dataset_metadata=_dit(contexte),
        layer_metadata={"titre": contexte.titre},
    )
    if progres:
        progres(1.0)
    return Fichier(nom="projets.gpkg", type_mime="application/geopackage+sqlite3", octets=sortie.getvalue())


def parquet(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> Fichier:
    """The selection as GeoParquet; sources, filters and link are metadata of the file."""
    premiere = io.BytesIO()
    _points(projets).to_parquet(premiere, index=False)
    table = pq.read_table(io.BytesIO(premiere.getvalue()))
    propres = {cle.encode(): texte.encode() for cle, texte in _dit(contexte).items()}
    sortie = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **propres}), sortie)
    if progres:
        progres(1.0)
    return Fichier(
        nom="projets.parquet", type_mime="application/vnd.apache.parquet", octets=sortie.getvalue()
    )
