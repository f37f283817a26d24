"""Links from a sheet to another one that change the sheet instead of opening the whole page again.

A neighbour, a territory of another millésime, an id that lives elsewhere: each stands in a table or a
sentence, where `st.page_link` cannot go. They are plain links, which a reader may copy or open in a tab; a
press on one is told to the server by `static/atlas/pages/liens.js`, and only the sheet runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

import streamlit as st

from components.statiques import amorce

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CLE", "demande_lue", "ecouter"]

CLE: Final = "fiche-liens"
"""Key of the component, and class of its place, which shows nothing."""

LONGUEUR_MAX: Final = 200
"""A longer address did not come from our page."""

_composant = st.components.v2.component(
    "atlas_liens", html="", js=amorce("pages/liens.js"), isolate_styles=False
)


def demande_lue(demande: object) -> dict[str, str] | None:
    """The parameters of the link that was pressed; None when the browser sent anything else.

    Args:
        demande: What the browser sent; what its values mean is not believed yet.
    """
    if not isinstance(demande, str) or len(demande) > LONGUEUR_MAX:
        return None
    return dict(parse_qsl(demande)) or None


def ecouter(au_lien: Callable[[dict[str, str]], None]) -> None:
    """Follow the links of the sheet.

    Args:
        au_lien: Called with the parameters of the link, before the run that it causes.
    """

    def _suivre() -> None:
        parametres = demande_lue(st.session_state[CLE].get("lien"))
        if parametres:
            au_lien(parametres)

    _composant(key=CLE, on_lien_change=_suivre)
