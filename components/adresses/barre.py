"""The address bar of the browser: the only place where a page reads its address and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from geo.adresse import AdresseDePage, AdresseRepetee

__all__ = ["ecrire", "parametres"]


def parametres() -> dict[str, list[str]]:
    """Word of the address -> its values, as the browser has them."""
    return {mot: st.query_params.get_all(mot) for mot in st.query_params}


def ecrire(adresse: AdresseDePage[*tuple[object, ...]] | AdresseRepetee[*tuple[object, ...]]) -> None:
    """Put a state into the bar, when the bar does not say it already."""
    if adresse.ecrire() != st.query_params.to_dict():
        st.query_params.from_dict(adresse.ecrire())
