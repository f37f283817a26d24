"""« Où en est ma région, face aux autres ? »: the published page of each région, alive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import AdresseRegion, barre
from components.cadre import en_francais
from components.chiffres import notes
from components.emporter import emporter
from components.partage import donnees
from components.sommaire import Partie, sommaire
from pages.region import absente, calculs, carte, etat, structures, territoires, tete
from pages.region.offres import offres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas

PARTIES: Final = (
    Partie(nom="Chiffres publiés", cle="region-publies"),
    Partie(nom="Carte", cle="region-carte"),
    Partie(nom="Filières", cle="region-filieres-familles"),
    Partie(nom="Territoires", cle="region-territoires"),
    Partie(nom="Face à la référence", cle="region-entiere"),
    Partie(nom="Le détail", cle=structures.DETAILS),
    Partie(nom="Projets mis en avant", cle="region-avant"),
)
"""The page, from its top, as its table of contents names it."""


@st.fragment
def _corps() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Région"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseRegion.lire(barre.parametres(), atlas)
    if adresse.code is None:
        absente.montrer(atlas, adresse, avis)
        return
    voulue = etat.suivre(adresse)
    etat.ouvrir_le_territoire(voulue.millesime)
    _montrer(atlas, voulue, avis)
    etat.ecrire(voulue)


def _montrer(atlas: Atlas, adresse: AdresseRegion, avis: Sequence[str]) -> None:
    """The région, from its title to the projects put forward."""
    nom = tete.entete(atlas, adresse, avis)
    profils = calculs.profils(atlas, str(adresse.code), adresse.reference)
    sommaire(PARTIES)
    with st.container(key="region-corps"):
        with st.container(key="region-publies"):
            tete.chiffres(atlas, adresse)
        with st.container(key="region-trois"):
            gauche, milieu, droite = st.columns([5, 4, 4], gap="medium")
            with gauche:
                carte.montrer(atlas, adresse, nom)
            with milieu, st.container(key="region-filieres-familles"):
                structures.filieres(atlas, adresse, profils)
            with droite, st.container(key="region-territoires"):
                territoires.classement(atlas, adresse)
    with st.container(key="region-entiere"):
        tete.indicateurs(atlas, adresse)
    structures.details(atlas, adresse, profils)
    with st.container(key="region-avant"):
        tete.projets(atlas, adresse)


emporter.montrer("Région", offres)
notes()
_corps()
