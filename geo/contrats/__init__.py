"""What every table promises: its columns, its closed lists of words, and the error that names a fault."""

from geo.contrats.champs import BOOLEEN, BOOLEEN_VIDE, DATE, ENTIER_VIDE, REEL, TEXTE, Champ, Table
from geo.contrats.projets import STADES, TABLE_PROJETS, TI_PAR_MILLESIME
from geo.contrats.recherche import (
    ANCIEN_NOM,
    ANCIENNE_COMMUNE,
    ARRONDISSEMENT,
    COMMUNE_RECENTE,
    SORTES_DE_NOM,
)
from geo.contrats.tables import TABLES, dictionnaire, valider

__all__ = [
    "ANCIENNE_COMMUNE",
    "ANCIEN_NOM",
    "ARRONDISSEMENT",
    "BOOLEEN",
    "BOOLEEN_VIDE",
    "COMMUNE_RECENTE",
    "DATE",
    "ENTIER_VIDE",
    "REEL",
    "SORTES_DE_NOM",
    "STADES",
    "TABLES",
    "TABLE_PROJETS",
    "TEXTE",
    "TI_PAR_MILLESIME",
    "Champ",
    "Table",
    "dictionnaire",
    "valider",
]
