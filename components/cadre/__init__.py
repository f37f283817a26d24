"""The shell around every page, its notices, and the French message when something breaks."""

from components.cadre import coquille, parcours, reprise
from components.cadre.avis import annoncer, dire
from components.cadre.garde import en_francais

__all__ = ["annoncer", "coquille", "dire", "en_francais", "parcours", "reprise"]
