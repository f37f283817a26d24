"""What the sheet of a territory or of a région says, before any page: screen, PDF and deck only draw it."""

from geo.fiche.chiffres import Chiffre, Face, Reference, chiffres, la_france, la_region
from geo.fiche.commune import MESURE_DES_DISTANCES, SANS_EPCI, Appartenance, Commune, Pres, commune
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
    "Pres",
    "Reference",
    "chiffres",
    "commune",
    "composition_dite",
    "contenu_region",
    "contenu_territoire",
    "dire",
    "la_france",
    "la_region",
    "laureats",
    "libelle",
    "membre",
    "note",
    "rapprochements",
    "references_de",
    "sources",
    "tete",
    "voisinage",
]
