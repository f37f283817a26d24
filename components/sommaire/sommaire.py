"""The table of contents of a long page: it stays in sight, and says where the reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise, poser
from components.statiques import amorce

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Partie", "sommaire"]

CLE: Final = "sommaire"
"""Key of its place: the sheet keeps it under the bar of the site."""

_composant = st.components.v2.component(
    "atlas_sommaire", html="", js=amorce("pages/sommaire.js"), isolate_styles=False
)


@dataclass(frozen=True, kw_only=True)
class Partie:
    """A part of the page.

    Attributes:
        nom: What a reader calls it, short.
        cle: Key of the container that holds it, or of the fold.
    """

    nom: str
    cle: str


def sommaire(parties: Sequence[Partie]) -> None:
    """Draw the links, in the order of the page; a press goes there, and opens what was closed.

    Args:
        parties: The parts, from the top.
    """
    liens = [
        balise("li", balise("a", partie.nom, href=f"#{partie.cle}", data_vers=partie.cle))
        for partie in parties
    ]
    with st.container(key=CLE):
        poser(balise("nav", balise("ul", *liens), classe="atlas-sommaire", aria_label="Sommaire"))
        _composant(key=f"{CLE}-suivi")
