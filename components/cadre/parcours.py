"""The way of a reader from page to page, within his session: whether he has just come from another one."""

from __future__ import annotations

from typing import Final

import streamlit as st

__all__ = ["arrive", "entrer"]

ICI: Final = "parcours-ici"
VENU: Final = "parcours-venu"


def entrer(page: str) -> None:
    """A run of a whole page begins; a reader who goes back and forth within a page has not come from another.

    Args:
        page: The address of the page.
    """
    avant = st.session_state.get(ICI)
    st.session_state[ICI] = page
    st.session_state[VENU] = avant is not None and avant != page


def arrive() -> bool:
    """Whether he has just come from another page of the atlas; True once."""
    return bool(st.session_state.pop(VENU, False))
