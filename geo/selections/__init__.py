"""Selections of projects that a reader names: kept, written to a file and read back, set side by side."""

from geo.selections.confrontation import Confrontation, EnCommun, Rangee, confronter, filtre_du_lieu
from geo.selections.fichier import OCTETS_MAX, ecrire_fichier, lire_fichier, nom_du_fichier
from geo.selections.selections import (
    NOM_MAX,
    NOMMEES_MAX,
    Nommee,
    Selections,
    ecrire_mot,
    lire_mot,
)

__all__ = [
    "NOMMEES_MAX",
    "NOM_MAX",
    "OCTETS_MAX",
    "Confrontation",
    "EnCommun",
    "Nommee",
    "Rangee",
    "Selections",
    "confronter",
    "ecrire_fichier",
    "ecrire_mot",
    "filtre_du_lieu",
    "lire_fichier",
    "lire_mot",
    "nom_du_fichier",
]
