"""The atlas and its map layers, loaded once per server and shared by every session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from data import layers, load

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["atlas"]


@st.cache_resource(show_spinner="Ouverture de l’atlas…")
def atlas() -> Atlas:
    """The atlas, once the map layers are known to match it (made at first start if need be).

    Raises:
        DonneesIllisibles: A processed file is missing or altered; nothing is kept, the next run tries again.
    """
    charge = load.atlas()
    layers.fabriquer(load.dossier())
    return charge
