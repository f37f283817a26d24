"""« Annuler »: what a reader prepared is never lost by a gesture that replaces it."""

from components.annulation.annulation import Prepare, garder, offrir

__all__ = ["Prepare", "garder", "offrir"]
