"""The selection of projects in the format that the reader chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.tables import classeur, csv_francais, geographie

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from exports.tables.contexte import Contexte, Fichier, Progres

    Ecrire = Callable[[pd.DataFrame, Contexte, Progres | None], Fichier]

__all__ = ["FORMATS", "exporter"]

FORMATS: Final[dict[str, tuple[str, Ecrire]]] = {
    "csv": ("CSV, pour un tableur", csv_francais.ecrire),
    "xlsx": ("Excel, avec dictionnaire", classeur.ecrire),
    "geojson": ("GeoJSON", geographie.geojson),
    "gpkg": ("GeoPackage", geographie.geopackage),
    "parquet": ("Parquet", geographie.parquet),
}
"""Word of a format -> what a reader reads, and what writes it."""


def exporter(
    projets: pd.DataFrame, format_: str, contexte: Contexte, progres: Progres | None = None
) -> Fichier:
    """Write a selection.

    Args:
        projets: Rows of `geo.projets.ensemble`, in the order to write; none is allowed.
        format_: Word of `FORMATS`.
        contexte: What the file says of itself.
        progres: Called with the share done, between 0 and 1.
    """
    return FORMATS[format_][1](projets, contexte, progres)
