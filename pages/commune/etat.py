"""The state of « Commune » between two runs: the millésime follows the address, the address the choice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from components.adresses import AdresseCommune, AdresseTerritoire, barre
from components.entete import millesime as choix_du_millesime

__all__ = ["CARTE", "ecrire", "millesime", "ouvrir_le_territoire", "presser_la_carte", "suivre"]

CARTE: Final = "commune-carte"
"""Key of the map's frame."""

ADRESSE: Final = "commune-adresse"
MILLESIME: Final = "commune-millesime"
OUVRIR: Final = "commune-ouvrir"
"""The territory that a press on the map asks for, until its sheet is open."""


def suivre(adresse: AdresseCommune) -> AdresseCommune:
    """What the page must show: the address when it is new (link, search, back button), else the choice."""
    if st.session_state.get(ADRESSE) != adresse or MILLESIME not in st.session_state:
        st.session_state[ADRESSE] = adresse  # at once: the next address may cut this run short
        st.session_state[MILLESIME] = adresse.millesime
    return replace(adresse, millesime=st.session_state[MILLESIME])


def ecrire(voulue: AdresseCommune) -> None:
    """Put what is shown into the address."""
    st.session_state[ADRESSE] = voulue
    barre.ecrire(voulue)


def millesime() -> None:
    """The choice of the millésime."""
    choix_du_millesime(MILLESIME)


def presser_la_carte() -> None:
    """The reader clicked a territory of the map: its sheet opens."""
    st.session_state[OUVRIR] = st.session_state[CARTE].get("territoire")


def ouvrir_le_territoire(annee: int) -> None:
    """Go to the sheet of the territory that was clicked, if any."""
    ti = st.session_state.pop(OUVRIR, None)
    if ti:
        st.switch_page(
            "pages/territoire/page.py", query_params=AdresseTerritoire(ti=ti, millesime=annee).ecrire()
        )
