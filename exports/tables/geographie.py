"""GeoJSON, GeoPackage and GeoParquet: the selection for whoever draws his own maps (WGS 84)."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio

from exports.tables.colonnes import COLONNES, lisible, valeurs

if TYPE_CHECKING:
    from exports.tables.contexte import Contexte, Progres

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
        "colonnes": json.dumps({c.nom: c.sens for c in COLONNES}, ensure_ascii=False),
    }


def geojson(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> bytes:
    """The selection as GeoJSON (RFC 7946); sources, filters and link are members of the collection.

    Written part after part: 200 000 projects as objects would take two gigabytes.
    """
    entete = {
        "type": "FeatureCollection",
        "titre": contexte.titre,
        "jour": contexte.jour,
        "lien": contexte.lien,
        "filtres": list(contexte.filtres),
        "sources": list(contexte.sources),
        "colonnes": {c.nom: c.sens for c in COLONNES},
    }
    sortie = io.BytesIO()
    sortie.write(_json(entete)[:-1] + b',"features":[')
    for debut in range(0, len(projets), LOT):
        elements = _json(_elements(projets.iloc[debut : debut + LOT]))[1:-1]
        sortie.write((b"," if debut else b"") + elements)
        if progres:
            progres(min(1.0, (debut + LOT) / len(projets)))
    sortie.write(b"]}")
    return sortie.getvalue()


def _elements(projets: pd.DataFrame) -> list[dict[str, Any]]:
    table = lisible(projets)
    colonnes = [_simples(table[colonne.nom]) for colonne in COLONNES]
    noms = [colonne.nom for colonne in COLONNES]
    elements = []
    for cellules in zip(*colonnes, strict=True):
        proprietes = dict(zip(noms, cellules, strict=True))
        lieu = [proprietes["longitude"], proprietes["latitude"]]
        geometrie = {"type": "Point", "coordinates": lieu} if None not in lieu else None
        elements.append({"type": "Feature", "geometry": geometrie, "properties": proprietes})
    return elements


def _json(contenu: object) -> bytes:
    return json.dumps(contenu, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _simples(colonne: pd.Series) -> list[Any]:
    """Values that JSON holds: a day is written « 2021-03-31 »."""
    if pd.api.types.is_datetime64_any_dtype(colonne.dtype):
        colonne = colonne.dt.strftime("%Y-%m-%d")
    return valeurs(colonne)


def geopackage(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> bytes:
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
    return _complet(sortie.getvalue(), contexte)


def _complet(octets: bytes, contexte: Contexte) -> bytes:
    """The same GeoPackage with two tables that GIS software lists; its only date is the day of the export.

    Metadata are hidden behind several menus; tables of attributes stand beside the layer.
    """
    jour = f"{contexte.jour}T00:00:00.000Z"
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(octets)
        with base:
            base.execute("CREATE TABLE sources_et_filtres (fid INTEGER PRIMARY KEY, quoi TEXT, texte TEXT)")
            base.executemany("INSERT INTO sources_et_filtres (quoi, texte) VALUES (?, ?)", contexte.lignes())
            base.execute(
                "CREATE TABLE dictionnaire "
                "(fid INTEGER PRIMARY KEY, nom TEXT, colonne TEXT, sens TEXT, unite TEXT)"
            )
            base.executemany(
                "INSERT INTO dictionnaire (nom, colonne, sens, unite) VALUES (?, ?, ?, ?)",
                ((c.nom, c.entete, c.sens, c.unite) for c in COLONNES),
            )
            base.executemany(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
                ((nom, nom) for nom in ("sources_et_filtres", "dictionnaire")),
            )
            base.execute("UPDATE gpkg_contents SET last_change = ?", (jour,))
            base.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (jour,))
        return base.serialize()


def parquet(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> bytes:
    """The selection as GeoParquet; sources, filters and link are metadata of the file."""
    premiere = io.BytesIO()
    _points(projets).to_parquet(premiere, index=False)
    table = pq.read_table(io.BytesIO(premiere.getvalue()))
    propres = {cle.encode(): texte.encode() for cle, texte in _dit(contexte).items()}
    sortie = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **propres}), sortie)
    if progres:
        progres(1.0)
    return sortie.getvalue()
