"""The indicators: declared once, computed for any place, ranked, compared, and put into classes."""

from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS, UNITES_COLLEES, Indicateur, de_la_fiche
from geo.indicateurs.classes import arrondir, classer
from geo.indicateurs.comparaison import MAXIMUM, Case, Ligne, comparer, sources
from geo.indicateurs.ecriture import MINIMUM, annees, valeur
from geo.indicateurs.effet_du_label import (
    GRANDEURS,
    Partage,
    emplois_industriels,
    part_industrielle,
    partages,
)
from geo.indicateurs.mesures import (
    DECIMALES_EXACTES,
    Mesure,
    etat_de,
    mesure,
    mesures_par_sorte,
    territoire_reference,
    valeurs,
)
from geo.indicateurs.nuances import classes_de, couleurs, intervalles
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, SORTES, TOUS_LES_TI, Objet, lire_objet, nom_objet
from geo.indicateurs.raisons import raison, raisons, vides_dits
from geo.indicateurs.rangs import ranger

__all__ = [
    "DECIMALES_EXACTES",
    "GRANDEURS",
    "HORS_TI",
    "INDICATEURS",
    "LA_FRANCE",
    "MAXIMUM",
    "MINIMUM",
    "SORTES",
    "TOUS_LES_TI",
    "UNITES_COLLEES",
    "Case",
    "Indicateur",
    "Ligne",
    "Mesure",
    "Objet",
    "Partage",
    "annees",
    "arrondir",
    "classer",
    "classes_de",
    "comparer",
    "couleurs",
    "de_la_fiche",
    "ecriture",
    "emplois_industriels",
    "etat_de",
    "intervalles",
    "lire_objet",
    "mesure",
    "mesures_par_sorte",
    "nom_objet",
    "part_industrielle",
    "partages",
    "raison",
    "raisons",
    "ranger",
    "sources",
    "territoire_reference",
    "valeur",
    "valeurs",
    "vides_dits",
]
