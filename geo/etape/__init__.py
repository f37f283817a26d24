"""What the « Point d'étape » of 2021 publishes, and what our own tables give beside."""

from geo.etape.ecriture import JOUR, NON_PUBLIE, PublieDit, dire, explication, face, phrase
from geo.etape.enjeux import Enjeu, enjeux
from geo.etape.faits import faits, territoires_par_region
from geo.etape.financement import dotation, financements
from geo.etape.formules import FORMULES, FRANCE, Formule, assiette_regions, calculer
from geo.etape.nationale import CALCULS, PRINCIPAUX, Chiffre, chiffres_nationaux
from geo.etape.regions import PUBLIES, ChiffreRegion, chiffres_de_region, financeurs

__all__ = [
    "CALCULS",
    "FORMULES",
    "FRANCE",
    "JOUR",
    "NON_PUBLIE",
    "PRINCIPAUX",
    "PUBLIES",
    "Chiffre",
    "ChiffreRegion",
    "Enjeu",
    "Formule",
    "PublieDit",
    "assiette_regions",
    "calculer",
    "chiffres_de_region",
    "chiffres_nationaux",
    "dire",
    "dotation",
    "enjeux",
    "explication",
    "face",
    "faits",
    "financements",
    "financeurs",
    "phrase",
    "territoires_par_region",
]
