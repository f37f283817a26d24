"""The head of every page: its title, its sentence, the millésime, and its name in the browser's tab."""

from components.entete.entete import dater, entete, nommer_l_onglet
from components.entete.millesime import millesime

__all__ = ["dater", "entete", "millesime", "nommer_l_onglet"]
