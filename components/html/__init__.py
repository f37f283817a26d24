"""What is written into a page by hand: text escaped, small tables."""

from components.html.ecran import poser
from components.html.tables import table, tracer
from components.html.texte import RIEN, Html, balise, enumerer, gabarit, joindre, markdown, sans_sens, style

__all__ = [
    "RIEN",
    "Html",
    "balise",
    "enumerer",
    "gabarit",
    "joindre",
    "markdown",
    "poser",
    "sans_sens",
    "style",
    "table",
    "tracer",
]
