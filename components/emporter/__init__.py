"""What a reader takes away from a page: its files, made when he asks, and its link."""

from components.emporter import emporter
from components.emporter.bouton import offrir, oublier
from components.emporter.emporter import adresse_entiere
from components.emporter.fichiers import LIBELLES, TYPES, cartes, documents
from components.emporter.offre import Offre

__all__ = [
    "LIBELLES",
    "TYPES",
    "Offre",
    "adresse_entiere",
    "cartes",
    "documents",
    "emporter",
    "offrir",
    "oublier",
]
