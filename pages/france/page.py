"""« Où en est le programme, en chiffres ? »: the national figures, the régions, the money, the maps."""

from __future__ import annotations

import streamlit as st

from components.adresses import AdresseFrance, barre
from components.cadre import dire, en_francais
from components.emporter import emporter
from components.html import poser
from components.partage import donnees
from geo.etape import chiffres_nationaux
from pages.france import carte, etat, financement, projets, regions, sources
from pages.france import chiffres as france_chiffres
from pages.france.offres import offres
from pages.france.programme import chronologie, les_enjeux


@st.fragment
def _corps() -> None:
    """A choice runs a part of the page alone: the shell is neither run nor sent again."""
    with en_francais("France"):
        _montrer()


def _montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseFrance.lire(barre.parametres())
    etat.suivre(adresse)
    dire(avis)
    chiffres = chiffres_nationaux(atlas)
    poser(france_chiffres.tete(chiffres, len(atlas.projets)))
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche:
        regions.montrer(atlas)
    with droite:
        poser(les_enjeux(atlas))
    carte.montrer(atlas)
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche:
        financement.montrer(atlas)
    with droite:
        projets.montrer(atlas)
    poser(chronologie(atlas))
    poser(france_chiffres.autres(chiffres))
    sources.montrer()


emporter.montrer("France", offres)
_corps()
