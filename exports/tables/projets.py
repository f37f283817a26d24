"""The projects in the format that the reader chooses: each format is declared here once.

The page « Projets », the open data (routes, description, page) and the tests read these declarations: a
format that is added here is offered by the page, and served and described to programs if it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.tables import classeur, csv_francais, geographie
from exports.tables.contexte import Fichier

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from exports.tables.contexte import Contexte, Progres

    Ecrire = Callable[[pd.DataFrame, Contexte, Progres | None], bytes]

__all__ = ["FORMATS", "Format", "exporter"]


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format of the projects.

    Attributes:
        libelle: What its button says on the page « Projets ».
        types: What it is (MIME); the first one is sent, a program that accepts any of them is served.
        ecrire: What writes it: rows of `geo.projets.ensemble` in the order to write, what the file says of
            itself, what is told the share done.
        ouvert: What the open data call it, « GeoParquet »; empty when they do not serve it.
        entetes: Whether its columns bear their French headers, as in a spreadsheet, and not their words.
    """

    libelle: str
    types: tuple[str, ...]
    ecrire: Ecrire
    ouvert: str = ""
    entetes: bool = False


FORMATS: Final = {
    "csv": Format(
        libelle="CSV, pour un tableur",
        types=("text/csv", "text/plain"),
        ecrire=csv_francais.ecrire,
        ouvert="CSV",
        entetes=True,
    ),
    "xlsx": Format(
        libelle="Excel, avec dictionnaire",
        types=("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        ecrire=classeur.ecrire,
        entetes=True,
    ),
    "geojson": Format(
        libelle="GeoJSON",
        types=("application/geo+json", "application/json"),
        ecrire=geographie.geojson,
        ouvert="GeoJSON",
    ),
    "gpkg": Format(
        libelle="GeoPackage",
        types=("application/geopackage+sqlite3",),
        ecrire=geographie.geopackage,
    ),
    "parquet": Format(
        libelle="Parquet",
        types=("application/vnd.apache.parquet", "application/octet-stream"),
        ecrire=geographie.parquet,
        ouvert="GeoParquet",
    ),
}
"""Word of a format, which is the end of its files' names -> the format, in the order of the page."""


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
    declare = FORMATS[format_]
    octets = declare.ecrire(projets, contexte, progres)
    return Fichier(nom=f"projets.{format_}", type_mime=declare.types[0], octets=octets)
