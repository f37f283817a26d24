"""The choices above the map: what colours it, its date, its layers. They follow the address and make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import APPARTENANCE, AdresseCarte
from components.carte import PREFIXE, nommer
from components.entete import millesime
from geo.couches import COUCHES
from geo.indicateurs import INDICATEURS
from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    from geo.atlas import Fiche

__all__ = ["choix_du_millesime", "commandes", "nommer_la_vue", "suivre"]


def suivre(adresse: AdresseCarte) -> None:
    """Take the address into the widgets when it is not the one that this page wrote (link, back button)."""
    if st.session_state.get("adresse") != adresse or "millesime" not in st.session_state:
        st.session_state.update(
            millesime=adresse.millesime,
            ti=adresse.ti,
            couleur=adresse.couleur,
            couches=list(adresse.couches),
            zone=adresse.zone,
            adresse=adresse,  # at once: a run cut short by the next address leaves no half of this one
        )


def _choix() -> list[str]:
    """What may colour the map at this millésime; a comparison with itself gives way to the plain map."""
    millesime = st.session_state["millesime"]
    autres = [f"{PREFIXE}{annee}" for annee in MILLESIMES if annee != millesime]
    choix = [APPARTENANCE, *INDICATEURS, *autres]
    if st.session_state["couleur"] not in choix:
        st.session_state["couleur"] = APPARTENANCE
    return choix


def _nommer(couleur: str) -> str:
    if couleur.startswith(PREFIXE):
        return nommer(couleur)
    return "Appartenance à un territoire" if couleur == APPARTENANCE else INDICATEURS[couleur].libelle


def choix_du_millesime() -> None:
    """The choice of the map's date, in the head of the page."""
    millesime("millesime")


def nommer_la_vue(voulue: AdresseCarte, fiche: Fiche | None) -> list[str]:
    """What the map shows, for the browser's tab: the chosen territory, then what colours it."""
    nom = [str(fiche.territoire["lib_ti"]).strip()] if fiche else []
    return nom if voulue.couleur == APPARTENANCE else [*nom, _nommer(voulue.couleur)]


def commandes() -> AdresseCarte:
    """Draw the choices; the state that they ask for. On a phone they stand below the map (page.css)."""
    with st.container(key="commandes"):
        _dessiner()
    return AdresseCarte(
        millesime=st.session_state["millesime"],
        ti=st.session_state["ti"],
        couleur=st.session_state["couleur"],
        couches=tuple(couche for couche in COUCHES if couche in st.session_state["couches"]),
        zone="" if st.session_state["ti"] else st.session_state["zone"],
    )


def _dessiner() -> None:
    st.selectbox("Colorer par", _choix(), key="couleur", format_func=_nommer)
    st.pills(
        "Couches",
        list(COUCHES),
        key="couches",
        selection_mode="multi",
        wrap=True,
        format_func=lambda mot: COUCHES[mot].libelle,
        label_visibility="collapsed",
    )
