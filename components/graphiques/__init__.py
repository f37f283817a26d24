"""The charts: one pure function a kind, how a page shows one, and how it is taken away as an image."""

from components.graphiques import compares, comptes, graphique, images
from components.graphiques.compares import classement, segments
from components.graphiques.comptes import Serie
from components.graphiques.graphique import Graphique
from components.graphiques.parts import parts

__all__ = [
    "Graphique",
    "Serie",
    "classement",
    "compares",
    "comptes",
    "graphique",
    "images",
    "parts",
    "segments",
]
