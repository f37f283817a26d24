"""The state of « Région » between two runs: widgets follow the address, the address follows the widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import FACE_A_LA_FRANCE, AdresseRegion, AdresseTerritoire, barre
from components.entete import millesime
from geo.indicateurs import INDICATEURS
from geo.territoires import noms

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = [
    "CARTE",
    "choisir",
    "choisir_le_millesime",
    "choisir_le_tri",
    "ecrire",
    "ouvrir_le_territoire",
    "presser_la_carte",
    "suivre",
]

CARTE: Final = "region-carte"
"""Key of the map's frame."""

ADRESSE: Final = "region-adresse"
CODE: Final = "region-code"
REFERENCE: Final = "region-reference"
MILLESIME: Final = "region-millesime"
TRI: Final = "region-tri"
OUVRIR: Final = "region-ouvrir"
"""The territory that a press on the map asks for, until its sheet is open."""


def suivre(adresse: AdresseRegion) -> AdresseRegion:
    """What the page must show: the address when it is new (link, back button), else the widgets."""
    if st.session_state.get(ADRESSE) != adresse or TRI not in st.session_state:
        st.session_state[ADRESSE] = adresse  # at once: the next address may cut this run short
        st.session_state[CODE] = adresse.code
        st.session_state[REFERENCE] = adresse.reference
        st.session_state[MILLESIME] = adresse.millesime
        st.session_state[TRI] = adresse.tri
    if st.session_state[REFERENCE] == st.session_state[CODE]:
        st.session_state[REFERENCE] = FACE_A_LA_FRANCE
    return AdresseRegion(
        code=st.session_state[CODE],
        reference=st.session_state[REFERENCE],
        millesime=st.session_state[MILLESIME],
        tri=st.session_state[TRI],
    )


def ecrire(voulue: AdresseRegion) -> None:
    """Put what is shown into the address."""
    st.session_state[ADRESSE] = voulue
    barre.ecrire(voulue)


def choisir(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The choices of the page: the région, and whom it is compared with."""
    connues = noms(atlas)
    st.selectbox("Région", list(connues), key=CODE, format_func=connues.__getitem__)
    references = {
        FACE_A_LA_FRANCE: "France",
        **{code: nom for code, nom in connues.items() if code != adresse.code},
    }
    st.selectbox("Comparer à", list(references), key=REFERENCE, format_func=references.__getitem__)


def choisir_le_millesime() -> None:
    """The choice of the map's date."""
    millesime(MILLESIME)


def choisir_le_tri(adresse: AdresseRegion) -> AdresseRegion:
    """The indicator that ranks the territories."""
    st.selectbox(
        "Classer les territoires par",
        list(INDICATEURS),
        key=TRI,
        label_visibility="collapsed",
        format_func=lambda cle: INDICATEURS[cle].libelle,
    )
    return replace(adresse, tri=st.session_state[TRI])


def presser_la_carte() -> None:
    """The reader clicked a territory of the map: its sheet opens."""
    st.session_state[OUVRIR] = st.session_state[CARTE].get("territoire")


def ouvrir_le_territoire(millesime: int) -> None:
    """Go to the sheet of the territory that was clicked, if any."""
    ti = st.session_state.pop(OUVRIR, None)
    if ti:
        adresse = AdresseTerritoire(ti=ti, millesime=millesime)
        st.switch_page("pages/territoire/page.py", query_params=adresse.ecrire())
