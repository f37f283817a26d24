"""Tables to take away: CSV, Excel, GeoJSON, GeoPackage, Parquet, each with its sources, filters and link."""

from exports.tables.colonnes import COLONNES
from exports.tables.comparaison import ecrire
from exports.tables.confrontation import ecrire_confrontation
from exports.tables.contexte import Contexte, Progres
from exports.tables.projets import FORMATS, Format, exporter
from exports.tables.tableur import neutraliser_le_texte

__all__ = [
    "COLONNES",
    "FORMATS",
    "Contexte",
    "Format",
    "Progres",
    "ecrire",
    "ecrire_confrontation",
    "exporter",
    "neutraliser_le_texte",
]
