"""« Où en est ma région, face aux autres ? »: the published page of each région, alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses.adresse_region import AdresseRegion
from components.cadre import entree
from components.cadre.avis import dire
from components.cadre.garde import en_francais
from components.emporter import emporter, emporter_offres
from components.partage import donnees
from pages.region import (
    region_absente,
    region_carte,
    region_etat,
    region_fonds,
    region_territoires,
    region_tete,
)

if TYPE_CHECKING:
    from geo.atlas.atlas import Atlas


@st.fragment
def _corps() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Région"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseRegion.lire(st.query_params.to_dict(), atlas)
    dire(avis)
    if adresse.code is None:
        region_absente.montrer(atlas, adresse)
        return
    voulue = region_etat.suivre(adresse)
    region_etat.ouvrir_le_territoire(voulue.millesime)
    _montrer(atlas, voulue)
    region_etat.ecrire(voulue)


def _montrer(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The région, from its title to the projects put forward."""
    nom = region_tete.entete(atlas, adresse)
    profils = region_fonds.profils(atlas, str(adresse.code), adresse.reference)
    with st.container(key="region-corps"):
        region_tete.chiffres(atlas, adresse)
        with st.container(key="region-trois"):
            gauche, milieu, droite = st.columns([5, 4, 4], gap="medium")
            with gauche:
                region_carte.montrer(atlas, adresse, nom)
            with milieu:
                region_tete.filieres(atlas, adresse, profils)
            with droite:
                region_territoires.classement(atlas, adresse)
    region_territoires.tous_les_indicateurs(atlas, adresse)
    region_tete.structures(atlas, adresse, profils)
    region_tete.indicateurs(atlas, adresse)
    region_tete.projets(atlas, adresse)


entree.par_app()
emporter.montrer("Région", emporter_offres.region)
_corps()
