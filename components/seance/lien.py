"""A link from another page to the séance that is being prepared, with one more view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from components.seance import etat
from geo.seance import VUES_MAX, Seance

if TYPE_CHECKING:
    from geo.seance import Vue

__all__ = ["ajouter", "augmentee"]


def augmentee(seance: Seance | None, vue: Vue, millesime: int) -> Seance:
    """The séance with this view at its end, ready to be prepared.

    One of another millésime, or a full one, is left as it is in its own address: a new one begins.

    Args:
        seance: The one that this reader prepared last, if any.
        vue: What to show.
        millesime: Year of the perimeters of the page.
    """
    if seance is None or seance.millesime != millesime or len(seance.vues) == VUES_MAX:
        return Seance(vues=(vue,), millesime=millesime)
    prete = replace(seance, n=1, ecran=False)
    return prete if vue.mot in seance.mots else prete.avec(vue)


def ajouter(vue: Vue, millesime: int) -> None:
    """The link: what it leads to is an address, that may be kept and sent like any other."""
    suite = augmentee(st.session_state.get(etat.EN_COURS), vue, millesime)
    st.page_link(
        "pages/seance/page.py",
        label="Ajouter à la séance",
        icon=":material/slideshow:",
        query_params=suite.ecrire(),
    )
