"""« Où en est le programme, en chiffres ? »: the national figures, the régions, the money, the maps."""

from __future__ import annotations

import streamlit as st

from components import (
    donnees,
    emporter,
    emporter_offres,
    entree,
    france_carte,
    france_chiffres,
    france_etat,
    france_financement,
    france_projets,
    france_regions,
    france_sources,
)
from components.adresse_france import AdresseFrance
from components.avis import dire
from components.france_programme import chronologie, les_enjeux
from components.garde import en_francais
from geo.etape_nationale import chiffres_nationaux


@st.fragment
def _corps() -> None:
    """A choice runs a part of the page alone: the shell is neither run nor sent again."""
    with en_francais("France"):
        _montrer()


def _montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseFrance.lire(st.query_params.to_dict())
    france_etat.suivre(adresse)
    dire(avis)
    chiffres = chiffres_nationaux(atlas)
    st.html(france_chiffres.tete(chiffres, len(atlas.projets)))
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche:
        france_regions.montrer(atlas)
    with droite:
        st.html(les_enjeux(atlas))
    france_carte.montrer(atlas)
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche:
        france_financement.montrer(atlas)
    with droite:
        france_projets.montrer(atlas)
    st.html(chronologie(atlas))
    st.html(france_chiffres.autres(chiffres))
    france_sources.montrer()


entree.par_app()
emporter.montrer("France", emporter_offres.france)
_corps()
