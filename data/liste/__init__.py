"""A list of projects that a reader brings: read, checked row by row, placed, joined to the published ones.

It is data of his session alone: everything here works in memory and writes nothing. In order: `lire`,
`reconnaitre` (the reader may correct it), `controler`, `fusionner`; beside them `rejets_csv` and the models.
"""

from data.liste.brut import LIGNES_MAX, OCTETS_MAX, Brut, ListeRefusee
from data.liste.colonnes import reconnaitre
from data.liste.controles import Liste, controler
from data.liste.declaration import CHAMPS_LISTE
from data.liste.fusion import Fusion, fusionner
from data.liste.lecture import lire
from data.liste.modele import dictionnaire, modele_csv, modele_xlsx
from data.liste.rejets import rejets_csv

__all__ = [
    "CHAMPS_LISTE",
    "LIGNES_MAX",
    "OCTETS_MAX",
    "Brut",
    "Fusion",
    "Liste",
    "ListeRefusee",
    "controler",
    "dictionnaire",
    "fusionner",
    "lire",
    "modele_csv",
    "modele_xlsx",
    "reconnaitre",
    "rejets_csv",
]
