"""Maps for files: the outlines, classes and colours of the screen, drawn on the server without a browser."""

from exports.cartes.changements import carte_des_changements
from exports.cartes.france import carte_france
from exports.cartes.image import png, svg
from exports.cartes.region import carte_region
from exports.cartes.selection import carte_selection
from exports.cartes.territoire import carte_territoire

__all__ = [
    "carte_des_changements",
    "carte_france",
    "carte_region",
    "carte_selection",
    "carte_territoire",
    "png",
    "svg",
]
