"""The search field of every page, and where an answer leads."""

from components.recherche import champ
from components.recherche.champ import CADRAGES

__all__ = ["CADRAGES", "champ"]
