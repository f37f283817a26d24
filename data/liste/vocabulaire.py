"""The other words that a reader's list may have for a stade."""

from __future__ import annotations

from typing import Final

__all__ = ["STADES_RECONNUS"]

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
