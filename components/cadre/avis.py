"""Notices above a page: what an address gets wrong, what a choice has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.html import markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["annoncer", "dire"]


def dire(avis: Sequence[str]) -> None:
    """Show notices in a place that is always there: a notice that comes or goes moves no element.

    Streamlit knows an element by its rank on the page: a map that moves down by one is made again.
    """
    with st.container():
        annoncer(avis)


def annoncer(avis: Sequence[str]) -> None:
    """Show notices where the page is being written: in a container that is always there."""
    for texte in avis:
        st.info(markdown(texte), icon=":material/info:")
