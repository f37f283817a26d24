"""« Où en est le programme, en chiffres ? »: the national figures, the régions, the money, the maps."""

from __future__ import annotations

import streamlit as st

from components.adresses.adresse_france import AdresseFrance
from components.cadre import entree
from components.cadre.avis import dire
from components.cadre.garde import en_francais
from components.emporter import emporter, emporter_offres
from components.partage import donnees
from geo.etape.etape_nationale import chiffres_nationaux
from pages.france import (
    france_carte,
    france_chiffres,
    france_etat,
    france_financement,
    france_projets,
    france_regions,
    france_sources,
)
from pages.france.france_programme import chronologie, les_enjeux


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
