"""The one door by which HTML reaches a page: only what has its type passes, a plain text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.html.texte import echapper

if TYPE_CHECKING:
    from components.html.texte import Html

__all__ = ["poser"]


def poser(contenu: Html) -> None:
    """Put HTML on the page, where the page stands."""
    st.html(str(echapper(contenu)))
