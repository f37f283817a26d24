"""Every visit enters by app.py, the first one of a new server included.

Streamlit still treats a folder named `pages/` as its older automatic pages until `st.navigation` has been
called once in the life of the server: the first reader of all, when a link brings him straight to
`/methode`, would get that file alone, without shell, navigation or style.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

__all__ = ["par_app"]


def par_app() -> None:
    """Called first by each page: when Streamlit ran it on its own, run the app instead."""
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
