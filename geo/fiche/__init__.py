"""What the sheet of a territory or of a région says, before any page: screen, PDF and deck only draw it."""

from geo.fiche.chiffres import Chiffre, Face, Reference, chiffres, la_france, la_region
from geo.fiche.communaux import COMMUNAUX, chiffres_de_commune, sources_de_commune
from geo.fiche.commune import (
    MESURE_DES_DISTANCES,
    SANS_EPCI,
    Appartenance,
    Commune,
    Lieu,
    Pres,
    commune,
    lieu,
)
from geo.fiche.comparaison import ECARTS, CaseDite, dire, libelle, note, tete
from geo.fiche.contenu import (
    Contenu,
    composition_dite,
    contenu_region,
    contenu_territoire,
    membre,
    references_de,
    sources,
    voisinage,
)
from geo.fiche.laureats import Laureats, laureats
from geo.fiche.rapprochements import DEPARTEMENT, PROFIL, VOISINS, rapprochements

__all__ = [
    "COMMUNAUX",
    "DEPARTEMENT",
    "ECARTS",
    "MESURE_DES_DISTANCES",
    "PROFIL",
    "SANS_EPCI",
    "VOISINS",
    "Appartenance",
    "CaseDite",
    "Chiffre",
    "Commune",
    "Contenu",
    "Face",
    "Laureats",
    "Lieu",
    "Pres",
    "Reference",
    "chiffres",
    "chiffres_de_commune",
    "commune",
    "composition_dite",
    "contenu_region",
    "contenu_territoire",
    "dire",
    "la_france",
    "la_region",
    "laureats",
    "libelle",
    "lieu",
    "membre",
    "note",
    "rapprochements",
    "references_de",
    "sources",
    "sources_de_commune",
    "tete",
    "voisinage",
]
