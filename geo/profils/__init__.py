"""What a set of projects is made of, beside what another one is made of, and which places lead in it."""

from geo.profils.palmares import communes_en_tete, projets_en_tete, territoires_en_tete
from geo.profils.profil import DECIMALES_INDICE, FORMULE, PEU, PEU_DIT, dire_les_muets, familles
from geo.profils.region import AUTRES, RESTE, Profils, profils_de
from geo.profils.repartitions import par_annee, par_mois, repartition
from geo.profils.ressemblance import FORMULE_DU_PROFIL, semblables

__all__ = [
    "AUTRES",
    "DECIMALES_INDICE",
    "FORMULE",
    "FORMULE_DU_PROFIL",
    "PEU",
    "PEU_DIT",
    "RESTE",
    "Profils",
    "communes_en_tete",
    "dire_les_muets",
    "familles",
    "par_annee",
    "par_mois",
    "profils_de",
    "projets_en_tete",
    "repartition",
    "semblables",
    "territoires_en_tete",
]
