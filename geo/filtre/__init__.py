"""Narrowing projects down: one filter, its address, its facets and counts, the selection and its figures."""

from geo.filtre.bits import bits, visibles
from geo.filtre.chiffres import Chiffres, chiffres
from geo.filtre.coches import Coches, ProjetsCoches, Repertoire
from geo.filtre.facettes import FACETTE_DE, FACETTES, MANQUANT, NATURES, SOURCES, TYPES, Facette
from geo.filtre.filtre import TRIS, Filtre, Tri
from geo.filtre.miens import LESQUELS, Miens, Montant
from geo.filtre.ordre import ordre
from geo.filtre.pertes import perte
from geo.filtre.preparation import Preparee, preparer
from geo.filtre.puces import decrire, mois_en_lettres
from geo.filtre.retraits import retraits
from geo.filtre.selection import Selection, filtrer, selectionner
from geo.filtre.texte import TexteCherche
from geo.filtre.vocabulaires import Vocabulaires, vocabulaires

__all__ = [
    "FACETTES",
    "FACETTE_DE",
    "LESQUELS",
    "MANQUANT",
    "NATURES",
    "SOURCES",
    "TRIS",
    "TYPES",
    "Chiffres",
    "Coches",
    "Facette",
    "Filtre",
    "Miens",
    "Montant",
    "Preparee",
    "ProjetsCoches",
    "Repertoire",
    "Selection",
    "TexteCherche",
    "Tri",
    "Vocabulaires",
    "bits",
    "chiffres",
    "decrire",
    "filtrer",
    "mois_en_lettres",
    "ordre",
    "perte",
    "preparer",
    "retraits",
    "selectionner",
    "visibles",
    "vocabulaires",
]
