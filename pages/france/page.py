"""« Où en est le programme, en chiffres ? »: the national figures, the régions, the money, the maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import AdresseFrance, barre
from components.cadre import en_francais
from components.emporter import emporter
from components.entete import entete
from components.html import poser
from components.partage import donnees
from components.sommaire import Partie, repli, sommaire
from geo.etape import chiffres_nationaux
from pages.france import carte, etat, financement, projets, regions, sources
from pages.france import chiffres as france_chiffres
from pages.france.offres import offres
from pages.france.programme import chronologie, les_enjeux

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

PARTIES: Final = (
    Partie(nom="Le fonds par région", cle="france-fonds"),
    Partie(nom="Les trois enjeux", cle="france-enjeux"),
    Partie(nom="La carte au fil du temps", cle="france-au-fil-du-temps"),
    Partie(nom="Qui finance", cle="france-financement"),
    Partie(nom="Les filières", cle="france-filieres"),
    Partie(nom="Les étapes", cle="france-etapes"),
    Partie(nom="Les autres chiffres", cle="france-autres"),
)
"""The page, from its top, as its table of contents names it."""


@st.fragment
def _corps() -> None:
    """A choice runs a part of the page alone: the shell is neither run nor sent again."""
    with en_francais("France"):
        _montrer()


def _montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseFrance.lire(barre.parametres())
    etat.suivre(adresse)
    sens: list[DeltaGenerator] = []
    entete(
        "Le programme en France",
        onglet="",
        chapeau=france_chiffres.CHAPEAU,
        actions=lambda: sens.append(carte.place_de_la_phrase()),
        avis=avis,
    )
    chiffres = chiffres_nationaux(atlas)
    poser(france_chiffres.tete(chiffres, len(atlas.projets)))
    sommaire(PARTIES)
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche, st.container(key="france-fonds"):
        regions.montrer(atlas)
    with droite, st.container(key="france-enjeux"):
        poser(les_enjeux(atlas))
    with st.container(key="france-au-fil-du-temps"):
        carte.montrer(atlas, sens[0])
    gauche, droite = st.columns([11, 9], gap="medium")
    with gauche, st.container(key="france-financement"):
        financement.montrer(atlas)
    with droite, st.container(key="france-filieres"):
        projets.montrer(atlas)
    with st.container(key="france-etapes"):
        poser(chronologie(atlas))
    repli(
        "Les autres chiffres publiés",
        cle="france-autres",
        page="France",
        icone=":material/format_list_numbered:",
        montrer=lambda: poser(france_chiffres.autres(chiffres)),
    )
    sources.montrer()


emporter.montrer("France", offres)
_corps()
