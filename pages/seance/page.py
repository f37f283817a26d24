"""« Une salle, un projecteur, pas de réseau, dix minutes »: a playlist of views, prepared then projected."""

from __future__ import annotations

import streamlit as st

from components import annulation
from components.cadre import en_francais
from components.emporter import emporter
from components.partage import donnees
from components.seance import etat
from pages.seance import ecran, preparation


@st.fragment
def _corps() -> None:
    """A gesture runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Séance"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    seance, avis = etat.lire()
    if seance.ecran and seance.vues:
        ecran.jouer(atlas, seance, avis, au_depart=etat.quitter)
        return
    if seance.ecran:
        avis = [*avis, "La séance n’a aucune vue à montrer : choisissez-en ci-dessous."]
    preparation.preparer(atlas, seance, avis)
    annulation.offrir(etat.preparee(seance))


emporter.montrer("Séance")
etat.arriver()
_corps()
