"""The atlas: every validated table in one frozen object, and what figures are computed from."""

from geo.atlas import assiettes
from geo.atlas.assiettes import (
    DEPARTEMENT,
    EPCI,
    FRANCE,
    OM,
    OUTRE_MER,
    PAYS,
    REGION,
    REGIONS_D_OUTRE_MER,
    Assiettes,
    colonne_label,
)
from geo.atlas.atlas import TABLES_DE_L_ATLAS, Atlas, Fiche

__all__ = [
    "DEPARTEMENT",
    "EPCI",
    "FRANCE",
    "OM",
    "OUTRE_MER",
    "PAYS",
    "REGION",
    "REGIONS_D_OUTRE_MER",
    "TABLES_DE_L_ATLAS",
    "Assiettes",
    "Atlas",
    "Fiche",
    "assiettes",
    "colonne_label",
]
