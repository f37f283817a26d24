"""The addresses of the pages: one frozen state a page, read from its query and written back."""

from components.adresses import barre
from components.adresses.carte import APPARTENANCE, AdresseCarte
from components.adresses.commune import AdresseCommune
from components.adresses.comparer import VUES, AdresseComparer
from components.adresses.france import AdresseFrance
from components.adresses.projets import SYMBOLES, AdresseProjets
from components.adresses.region import FACE_A_LA_FRANCE, AdresseRegion
from components.adresses.territoire import FRANCE, REGION, REGION_ET_FRANCE, AdresseTerritoire

__all__ = [
    "APPARTENANCE",
    "FACE_A_LA_FRANCE",
    "FRANCE",
    "REGION",
    "REGION_ET_FRANCE",
    "SYMBOLES",
    "VUES",
    "AdresseCarte",
    "AdresseCommune",
    "AdresseComparer",
    "AdresseFrance",
    "AdresseProjets",
    "AdresseRegion",
    "AdresseTerritoire",
    "barre",
]
