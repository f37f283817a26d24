"""« Et ma commune ? »: where a commune stands, its figures, and which territories are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import AdresseCommune, barre
from components.cadre import en_francais
from components.emporter import emporter
from components.partage import donnees
from geo.fiche import commune
from pages.commune import absente, etat, fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas


@st.fragment
def feuille() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Commune"):
        lire_et_montrer()


def lire_et_montrer() -> None:
    """The commune that the address names, or the help when it names none."""
    atlas = donnees.atlas()
    adresse, avis = AdresseCommune.lire(barre.parametres(), atlas)
    if adresse.code is None:
        absente.montrer(avis)
        return
    voulue = etat.suivre(adresse)
    etat.ouvrir_le_territoire(voulue.millesime)
    montrer(atlas, voulue, avis)
    etat.ecrire(voulue)


def montrer(atlas: Atlas, adresse: AdresseCommune, avis: Sequence[str]) -> None:
    """The page, from its title to its sources."""
    sienne = commune(atlas, code=str(adresse.code), millesime=adresse.millesime)
    fiche.entete(sienne, avis)
    with st.container(key="commune-corps"):
        gauche, droite = st.columns([11, 9], gap="medium")
        with gauche:
            fiche.carte(sienne)
        with droite:
            fiche.proches(sienne)
            fiche.projets(atlas, sienne)
    fiche.chiffres(atlas, sienne)
    fiche.sources(adresse.millesime)


emporter.montrer("Commune")
feuille()
