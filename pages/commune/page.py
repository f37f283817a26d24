"""« Et ma commune ? »: where a commune stands, and which territories are near."""

from __future__ import annotations

import streamlit as st

from components.adresses import AdresseCommune, barre
from components.cadre import dire, en_francais
from components.partage import donnees
from geo.fiche import commune
from pages.commune import absente, fiche


@st.fragment
def feuille() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Commune"):
        lire_et_montrer()


def lire_et_montrer() -> None:
    """The commune that the address names, or the help when it names none."""
    atlas = donnees.atlas()
    adresse, avis = AdresseCommune.lire(barre.parametres(), atlas)
    dire(avis)
    if adresse.code is None:
        absente.montrer()
        return
    fiche.montrer(atlas, commune(atlas, code=adresse.code, millesime=adresse.millesime))
    barre.ecrire(adresse)


feuille()
