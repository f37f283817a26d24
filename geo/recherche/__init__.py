"""One field to find a place or an enterprise: what can be found, under which spellings, in milliseconds."""

from geo.recherche.classement import LIMITE
from geo.recherche.ecritures import LONGUEUR_MAX, normaliser
from geo.recherche.index import Index
from geo.recherche.reponses import Groupe, Reponse, Reponses

__all__ = ["LIMITE", "LONGUEUR_MAX", "Groupe", "Index", "Reponse", "Reponses", "normaliser"]
