"""Communes through time and by what people write of them: merges, postal codes, the point where one lies."""

from geo.communes import codes_postaux, histoire, passages
from geo.communes.actuelles import Actuelle, actuelle, nom_de, territoire_de
from geo.communes.codes_postaux import COMMUNES_ENTIERES, code_postal, departement_du_code_postal
from geo.communes.localisation import ELLIPSOIDE, Localisateur

__all__ = [
    "COMMUNES_ENTIERES",
    "ELLIPSOIDE",
    "Actuelle",
    "Localisateur",
    "actuelle",
    "code_postal",
    "codes_postaux",
    "departement_du_code_postal",
    "histoire",
    "nom_de",
    "passages",
    "territoire_de",
]
