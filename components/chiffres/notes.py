"""What the « i » of each indicator says: told to the page once, and not again with each choice.

A choice sends the cards of a place again; what an indicator is does not depend on the place. The page keeps
these texts and puts each into its note when a reader opens it (`static/atlas/commun/notes.js`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.statiques import amorce
from geo.indicateurs import INDICATEURS, ecriture

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.indicateurs import Indicateur

__all__ = ["CLE", "notes"]

CLE: Final = "atlas-notes"
"""Key of the component, and class of its place, which shows nothing."""

_composant = st.components.v2.component(
    "atlas_notes", html="", js=amorce("commun/notes.js"), isolate_styles=False
)


def notes(dire: Callable[[Indicateur], str] = ecriture.note) -> None:
    """Give the page its notes; called out of the fragment that a choice runs.

    Args:
        dire: What is said of an indicator; an element `p` that carries its key as `data-i` gets it.
    """
    _composant(key=CLE, data={cle: dire(indicateur) for cle, indicateur in INDICATEURS.items()})
