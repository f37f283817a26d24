"""The scripts and sheets of `static/atlas`: read by one door, fetched once by the browser."""

from components.statiques import fichiers, modules
from components.statiques.amorce import amorce, feuille, versions

__all__ = ["amorce", "feuille", "fichiers", "modules", "versions"]
