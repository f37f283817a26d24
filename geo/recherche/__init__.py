"""One field to find a place or an enterprise: what can be found, under which spellings, in milliseconds."""

from geo.recherche.ecritures import normaliser
from geo.recherche.index import LONGUEUR_MAX, Index, Reponse

__all__ = ["LONGUEUR_MAX", "Index", "Reponse", "normaliser"]
