"""What the « Point d'étape » of 2021 publishes, and what our own tables give beside."""

from geo.etape.ecriture import JOUR, NON_PUBLIE, PublieDit, dire, explication, face, phrase
from geo.etape.enjeux import Enjeu, enjeux
from geo.etape.faits import NATIONAL, faits, territoires_par_region
from geo.etape.financement import dotation, financements
from geo.etape.formules import FORMULES, FRANCE, Formule, assiette_regions, calculer, encadres
from geo.etape.nationale import CALCULS, PRINCIPAUX, Chiffre, chiffres_nationaux
from geo.etape.precision import ENVIRON, Encadre
from geo.etape.regions import PUBLIES, ChiffreRegion, chiffres_de_region, financeurs

__all__ = [
    "CALCULS",
    "ENVIRON",
    "FORMULES",
    "FRANCE",
    "JOUR",
    "NATIONAL",
    "NON_PUBLIE",
    "PRINCIPAUX",
    "PUBLIES",
    "Chiffre",
    "ChiffreRegion",
    "Encadre",
    "Enjeu",
    "Formule",
    "PublieDit",
    "assiette_regions",
    "calculer",
    "chiffres_de_region",
    "chiffres_nationaux",
    "dire",
    "dotation",
    "encadres",
    "enjeux",
    "explication",
    "face",
    "faits",
    "financements",
    "financeurs",
    "phrase",
    "territoires_par_region",
]
