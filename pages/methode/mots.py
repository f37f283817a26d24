"""The words of the atlas, each in one line, for who meets them for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.html import balise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html import Html

__all__ = ["mots"]


def mots(lexique: Mapping[str, str]) -> Html:
    """A word and what it means, one under the other, in the order of the lexicon."""
    paires = (
        balise(nom, texte)
        for paire in lexique.items()
        for nom, texte in zip(("dt", "dd"), paire, strict=True)
    )
    return balise("dl", *paires, classe="atlas-mots")
