"""« Où en est ma région, face aux autres ? »: the published page of each région, alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import AdresseRegion, barre
from components.cadre import dire, en_francais
from components.emporter import emporter
from components.partage import donnees
from pages.region import absente, calculs, carte, etat, territoires, tete
from pages.region.offres import offres

if TYPE_CHECKING:
    from geo.atlas import Atlas


@st.fragment
def _corps() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Région"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseRegion.lire(barre.parametres(), atlas)
    dire(avis)
    if adresse.code is None:
        absente.montrer(atlas, adresse)
        return
    voulue = etat.suivre(adresse)
    etat.ouvrir_le_territoire(voulue.millesime)
    _montrer(atlas, voulue)
    etat.ecrire(voulue)


def _montrer(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The région, from its title to the projects put forward."""
    nom = tete.entete(atlas, adresse)
    profils = calculs.profils(atlas, str(adresse.code), adresse.reference)
    with st.container(key="region-corps"):
        tete.chiffres(atlas, adresse)
        with st.container(key="region-trois"):
            gauche, milieu, droite = st.columns([5, 4, 4], gap="medium")
            with gauche:
                carte.montrer(atlas, adresse, nom)
            with milieu:
                tete.filieres(atlas, adresse, profils)
            with droite:
                territoires.classement(atlas, adresse)
    territoires.tous_les_indicateurs(atlas, adresse)
    tete.structures(atlas, adresse, profils)
    tete.indicateurs(atlas, adresse)
    tete.projets(atlas, adresse)


emporter.montrer("Région", offres)
_corps()
