"""Addresses: what a link says, declared once by the page that it opens, read by one reader, written back."""

from geo.adresse.adresse import AdresseDePage, AdresseRepetee
from geo.adresse.champs import Avis, Champ, Forme, Regles, champ, champs, imbriquee
from geo.adresse.citation import citer, court, nettoyer
from geo.adresse.lecture import Lecteur, Parametres
from geo.adresse.millesime import ANNEES, AVIS_DE_PAGE, AdresseDuMillesime, champ_millesime
from geo.adresse.sortes import Choix, Connu, Dire, Entier, Mois, Sorte, Vocabulaire

__all__ = [
    "ANNEES",
    "AVIS_DE_PAGE",
    "AdresseDePage",
    "AdresseDuMillesime",
    "AdresseRepetee",
    "Avis",
    "Champ",
    "Choix",
    "Connu",
    "Dire",
    "Entier",
    "Forme",
    "Lecteur",
    "Mois",
    "Parametres",
    "Regles",
    "Sorte",
    "Vocabulaire",
    "champ",
    "champ_millesime",
    "champs",
    "citer",
    "court",
    "imbriquee",
    "nettoyer",
]
