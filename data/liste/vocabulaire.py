"""The closed lists of a reader's list, and the other words that mean the same."""

from __future__ import annotations

from typing import Final

__all__ = ["NATURES", "STADES_RECONNUS"]

NATURES: Final = {
    "nouveau_site": "Nouveau site",
    "extension": "Extension",
    "modernisation": "Modernisation",
    "industrialisation": "Industrialisation",
    "rd_demonstrateur": "R&D ou démonstrateur",
    "energie": "Énergie",
    "formation": "Formation",
    "autre": "Autre",
}
"""What the money buys: word of the table `projets`, and as a reader writes it."""

STADES_RECONNUS: Final = {
    "Émergence": ("emergent", "idee", "en emergence", "projet", "intention"),
    "Étude": ("etudes", "en etude", "a l etude", "etude en cours", "faisabilite"),
    "Lauréat": ("laureats", "laureate", "aide accordee", "retenu"),
    "En travaux": (
        "travaux",
        "chantier",
        "en chantier",
        "en construction",
        "construction",
        "travaux en cours",
    ),
    "En service": ("service", "mis en service", "en activite", "installe", "livre", "termine", "realise"),
    "Abandonné": ("abandon", "abandonnee", "annule", "arrete"),
}
"""Other words for each stade, as comparison keys (`geo.noms.cle`)."""
