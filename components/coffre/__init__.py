"""What a reader asks his own browser to keep: nothing of it is written on the server."""

from components.coffre.coffre import Garde, Reponse, coffre, demander, en_attente

__all__ = ["Garde", "Reponse", "coffre", "demander", "en_attente"]
