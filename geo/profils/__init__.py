"""What a set of projects is made of, beside what another one is made of, and which places lead in it."""

from geo.profils.palmares import communes_en_tete, projets_en_tete, territoires_en_tete
from geo.profils.profil import DECIMALES_INDICE, FORMULE, PEU, familles
from geo.profils.region import AUTRES, Profils, profils_de
from geo.profils.repartitions import par_annee, par_mois, repartition

__all__ = [
    "AUTRES",
    "DECIMALES_INDICE",
    "FORMULE",
    "PEU",
    "Profils",
    "communes_en_tete",
    "familles",
    "par_annee",
    "par_mois",
    "profils_de",
    "projets_en_tete",
    "repartition",
    "territoires_en_tete",
]
