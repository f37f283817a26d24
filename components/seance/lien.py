"""A link from another page to the séance that is being prepared, with one more view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from components.seance import etat
from geo.seance import Seance

if TYPE_CHECKING:
    from geo.seance import Vue

__all__ = ["ajouter", "augmentee"]


def augmentee(seance: Seance | None, vue: Vue) -> Seance:
    """The séance with this view at its end, ready to be prepared; whatever is in it stays.

    A full one stays as it is, and names the view that finds no room.

    Args:
        seance: The one that this reader prepared last, if any.
        vue: What to show, with its own millésime.
    """
    prete = replace(seance or Seance(), n=1, ecran=False, refusee=None)
    if vue.mot in prete.mots:
        return prete
    return prete.avec(vue) if prete.libres else replace(prete, refusee=vue)


def ajouter(vue: Vue, millesime: int) -> None:
    """The link: what it leads to is an address, that may be kept and sent like any other.

    Args:
        vue: What to show.
        millesime: Year of the perimeters of the page.
    """
    suite = augmentee(st.session_state.get(etat.EN_COURS), replace(vue, millesime=millesime))
    st.page_link(
        "pages/seance/page.py",
        label="Ajouter à la séance",
        icon=":material/slideshow:",
        query_params=suite.ecrire(),
    )
