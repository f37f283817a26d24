"""A list of projects that a reader brings: read, checked row by row, placed, joined to the published ones.

It is data of his session alone: everything here works in memory and writes nothing. In order: `lire`,
`reconnaitre` (the reader may correct it), `controler`, `corriger` on the spot, `fusionner`; beside them
`enregistrer` and `rouvrir` (a file of ours that loses nothing), `rejets_csv` and the models.
"""

from data.liste.brut import LIGNES_MAX, OCTETS_MAX, Brut, ListeRefusee
from data.liste.colonnes import reconnaitre
from data.liste.controles import Liste, controler
from data.liste.corrections import (
    CELLULE_MAX,
    Correction,
    LigneACorriger,
    corriger,
    lignes_rejetees,
    lignes_trouvees,
)
from data.liste.declaration import CHAMPS_LISTE
from data.liste.fusion import Fusion, fusionner
from data.liste.lecture import lire
from data.liste.modele import dictionnaire, modele_csv, modele_xlsx
from data.liste.rejets import rejets_csv
from data.liste.sauvegarde import Sauvegarde, enregistrer, est_une_sauvegarde, rouvrir

__all__ = [
    "CELLULE_MAX",
    "CHAMPS_LISTE",
    "LIGNES_MAX",
    "OCTETS_MAX",
    "Brut",
    "Correction",
    "Fusion",
    "LigneACorriger",
    "Liste",
    "ListeRefusee",
    "Sauvegarde",
    "controler",
    "corriger",
    "dictionnaire",
    "enregistrer",
    "est_une_sauvegarde",
    "fusionner",
    "lignes_rejetees",
    "lignes_trouvees",
    "lire",
    "modele_csv",
    "modele_xlsx",
    "reconnaitre",
    "rejets_csv",
    "rouvrir",
]
