"""The state of « France » between two runs: widgets follow the address, the address follows the widgets."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.adresses import AdresseFrance, barre
from components.entete import dater, millesime, nommer_l_onglet
from geo.etape import FORMULES
from geo.millesimes import MILLESIMES

__all__ = ["CARTE", "carte_seule", "choix_de_la_carte", "choix_du_chiffre", "ecrire", "suivre", "voulue"]

CARTE: Final = "france-carte"
"""Key of the map's frame."""

ADRESSE: Final = "france-adresse"
MILLESIME: Final = "france-millesime"
TRI: Final = "france-tri"
CHANGEMENTS: Final = "france-changements"

SANS: Final = 0
"""In the list of years to compare with: none."""


def suivre(adresse: AdresseFrance) -> None:
    """Take the address into the widgets when the page did not write it itself (link, back button)."""
    if st.session_state.get(ADRESSE) != adresse or TRI not in st.session_state:
        st.session_state[MILLESIME] = adresse.millesime
        st.session_state[TRI] = adresse.tri
        st.session_state[CHANGEMENTS] = adresse.changements or SANS
        st.session_state[ADRESSE] = adresse


def voulue() -> AdresseFrance:
    """What the widgets ask for; a map is not compared with itself."""
    annee = st.session_state[MILLESIME]
    autre = st.session_state[CHANGEMENTS]
    return AdresseFrance(
        millesime=annee,
        tri=st.session_state[TRI],
        changements=autre if autre not in {SANS, annee} else None,
    )


def ecrire() -> None:
    """Put what is shown into the address."""
    montree = voulue()
    st.session_state[ADRESSE] = montree
    tri = (
        "" if montree.tri == next(iter(FORMULES)) else f"régions par {FORMULES[montree.tri].libelle.lower()}"
    )
    compare = f"ce qui a changé depuis {montree.changements}" if montree.changements else ""
    nommer_l_onglet(tri, compare, dater("France", montree.millesime))
    barre.ecrire(montree)


def choix_du_chiffre() -> None:
    """The choice of the figure that ranks the régions."""
    st.selectbox(
        "Classer les régions par",
        list(FORMULES),
        key=TRI,
        format_func=lambda cle: FORMULES[cle].libelle,
    )


def choix_de_la_carte() -> None:
    """The choices of the map: its year, and the year with which it is compared."""
    millesime(MILLESIME, au_choix=carte_seule)
    autres = [annee for annee in MILLESIMES if annee != st.session_state[MILLESIME]]
    st.selectbox(
        "Ce qui a changé",
        [SANS, *autres],
        key=CHANGEMENTS,
        format_func=lambda annee: f"par rapport à {annee}" if annee else "ne pas comparer",
    )


def carte_seule() -> None:
    """A map that would be compared with itself stands alone."""
    if st.session_state[CHANGEMENTS] == st.session_state[MILLESIME]:
        st.session_state[CHANGEMENTS] = SANS
