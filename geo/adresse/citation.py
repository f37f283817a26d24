"""How a notice quotes what a link gets wrong: short, on one line, without what cannot be printed.

A link is typed, cut by a mail programme, or made to harm: a value of ten thousand characters, or one that
turns the direction of the text around, must not become the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from francais import accorder, liste

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CITEES_MAX", "LONGUEUR_CITEE", "citer", "court", "enumerer", "nettoyer"]

LONGUEUR_CITEE: Final = 40
"""Characters of a quoted value."""

CITEES_MAX: Final = 3
"""Values quoted in one notice; the others are counted."""


def nettoyer(texte: str) -> str:
    """A text on one line, single spaces, without anything that cannot be printed."""
    visibles = "".join(c for c in " ".join(texte.split()) if c.isprintable())
    return " ".join(visibles.split())


def court(valeur: str) -> str:
    """A value cut short, without what cannot be printed."""
    propre = nettoyer(valeur[: 10 * LONGUEUR_CITEE])
    return propre if len(propre) <= LONGUEUR_CITEE else f"{propre[:LONGUEUR_CITEE].rstrip()}…"


def citer(valeur: str) -> str:
    """The same between French quotes."""
    return f"« {court(valeur)} »"


def enumerer(valeurs: Sequence[str]) -> str:
    """Quoted values as a sentence says them: « a », « b », « c » et 12 autres."""
    reste = len(valeurs) - CITEES_MAX
    citees = [citer(valeur) for valeur in valeurs[:CITEES_MAX]]
    return liste([*citees, *([accorder(reste, "autre")] if reste > 0 else [])])
