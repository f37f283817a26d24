"""The names of files that are taken away: one rule, for the pages and for the command line."""

from __future__ import annotations

from geo.noms import cle

__all__ = ["en_nom"]


def en_nom(texte: str) -> str:
    """A text in small letters and dashes, as every system carries it: « Côte d’Azur » is « cote-d-azur »."""
    return cle(texte).replace(" ", "-")
