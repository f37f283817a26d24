"""The map of the territories through time, beside what is inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import AdresseTerritoire
from components.cadre import en_francais
from components.carte import EtatCarte, afficher, coloriage_des_changements, liste_des_changements
from components.html import balise, poser
from geo.couches import PAR_DEFAUT
from geo.indicateurs import LA_FRANCE
from geo.millesimes import MILLESIMES
from geo.sens import phrase
from pages.france import effet_du_label, etat

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from geo.atlas import Atlas

__all__ = ["montrer", "place_de_la_phrase"]

COUCHES = tuple(couche for couche in PAR_DEFAUT if couche != "projets")
"""Layers of the map: the territories alone, which are what changes."""

OUVRIR = "france-ouvrir"
"""The territory that a press on the map asks for, until its sheet is open."""


def _presser() -> None:
    territoire = st.session_state[etat.CARTE].get("territoire")
    if territoire:
        st.session_state[OUVRIR] = territoire


def place_de_la_phrase() -> DeltaGenerator:
    """Where the head says what the figures of the chosen map mean: the choice of the map fills it again."""
    return st.container(key="france-sens").empty()


@st.fragment
def montrer(atlas: Atlas, sens: DeltaGenerator) -> None:
    """Choices, map, what changed, and what is inside: another millésime runs this part of the page alone.

    Args:
        atlas: The atlas.
        sens: The place of the sentence, in the head.
    """
    with en_francais("France"):
        _ouvrir_la_fiche()
        with sens:
            poser(balise("p", phrase(atlas, LA_FRANCE, etat.voulue().millesime)))
        _montrer(atlas)
        etat.ecrire()


def _montrer(atlas: Atlas) -> None:
    with st.container(key="france-choix", horizontal=True, vertical_alignment="bottom"):
        poser(
            balise("h2", "La carte au fil du temps")
            + balise(
                "p",
                "Quatre millésimes, de 2020 à la deuxième phase. "
                "Cliquez sur un territoire pour ouvrir sa fiche.",
            )
        )
        etat.choix_de_la_carte()
    voulue = etat.voulue()
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche:
        _carte(atlas, voulue.millesime, voulue.changements)
        precision = balise("p", MILLESIMES[voulue.millesime].precision, classe="atlas-chapeau")
        poser(precision + effet_du_label.au_fil_du_temps(atlas))
        if voulue.changements:
            liste_des_changements(atlas, millesime=voulue.millesime, autre=voulue.changements)
    with droite:
        poser(effet_du_label.montrer(atlas, voulue.millesime))


def _carte(atlas: Atlas, millesime: int, autre: int | None) -> None:
    couleur = coloriage_des_changements(atlas, millesime=millesime, autre=autre) if autre else None
    afficher(
        EtatCarte(millesime=millesime, couches=COUCHES, couleur=couleur),
        cle=etat.CARTE,
        titre=f"Carte des Territoires d’industrie de {millesime}",
        au_clic=_presser,
    )


def _ouvrir_la_fiche() -> None:
    """Go to the sheet of the territory that was pressed on the map."""
    territoire = st.session_state.pop(OUVRIR, None)
    if territoire:
        adresse = AdresseTerritoire(ti=territoire, millesime=etat.voulue().millesime)
        st.switch_page("pages/territoire/page.py", query_params=adresse.ecrire())
