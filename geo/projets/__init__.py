"""The published projects: from their rows to a table, cleaned, placed, joined and ordered by stade."""

from geo.projets import assemblage, siren
from geo.projets.assemblage import COLONNES_BRUTES, SEPARATEUR, TERRITOIRES
from geo.projets.bilan import bilan
from geo.projets.doublons import emplois_annonces
from geo.projets.ensemble import INCERTAIN, INSPIRANT, LAUREAT, TYPES, ensemble, lieux_dits, stades_corriges
from geo.projets.placement import COORDONNEES, COORDONNEES_REPAREES, INVERSION, NOM_RECONNU, TOLERANCE_KM
from geo.projets.stades import DATE_DU_DOCUMENT, LECTURES, apparier, lire_stade

__all__ = [
    "COLONNES_BRUTES",
    "COORDONNEES",
    "COORDONNEES_REPAREES",
    "DATE_DU_DOCUMENT",
    "INCERTAIN",
    "INSPIRANT",
    "INVERSION",
    "LAUREAT",
    "LECTURES",
    "NOM_RECONNU",
    "SEPARATEUR",
    "TERRITOIRES",
    "TOLERANCE_KM",
    "TYPES",
    "apparier",
    "assemblage",
    "bilan",
    "emplois_annonces",
    "ensemble",
    "lieux_dits",
    "lire_stade",
    "siren",
    "stades_corriges",
]
