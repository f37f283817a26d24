"""The séance that is being prepared: its state, and the link that adds a view to it."""

from components.seance import etat, lien

__all__ = ["etat", "lien"]
