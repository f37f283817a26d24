"""A part of a page that stays closed until a reader opens it: closed, it costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.cadre import en_francais

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["repli"]


@st.fragment
def repli(titre: str, *, cle: str, page: str, icone: str, montrer: Callable[[], None]) -> None:
    """Show a part once it is open; opening it runs nothing else of the page.

    Args:
        titre: What it holds, in the words of a table of contents.
        cle: Key of its place.
        page: Name of the page, for the message when a file is wrong.
        icone: Its icon (`:material/…:`).
        montrer: Draws what it holds.
    """
    with en_francais(page):
        ouvrable = st.expander(titre, key=cle, on_change="rerun", icon=icone)
        with ouvrable:
            if ouvrable.open:
                montrer()
