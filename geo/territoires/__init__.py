"""Territories: who belongs to them, what became of them, whom they touch, what they are made of."""

from geo.territoires import perimetres, regions
from geo.territoires.changements import LEGENDES, SORTES, changements
from geo.territoires.composition import composition
from geo.territoires.histoire import Etape, Suite, ailleurs, histoire
from geo.territoires.perimetres import METROPOLE_DU_GRAND_PARIS, Geographie
from geo.territoires.proches import NOMBRE_DE_PROCHES, RAYON_KM, Proche, plus_proches
from geo.territoires.regions import (
    codes_de,
    noms,
    projets_ailleurs,
    projets_de,
    territoires_classes,
    territoires_de,
)
from geo.territoires.voisins import frontieres, voisinages, voisins

__all__ = [
    "LEGENDES",
    "METROPOLE_DU_GRAND_PARIS",
    "NOMBRE_DE_PROCHES",
    "RAYON_KM",
    "SORTES",
    "Etape",
    "Geographie",
    "Proche",
    "Suite",
    "ailleurs",
    "changements",
    "codes_de",
    "composition",
    "frontieres",
    "histoire",
    "noms",
    "perimetres",
    "plus_proches",
    "projets_ailleurs",
    "projets_de",
    "regions",
    "territoires_classes",
    "territoires_de",
    "voisinages",
    "voisins",
]
