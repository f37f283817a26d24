"""« Une salle, un projecteur, pas de réseau, dix minutes »: a playlist of views, prepared then projected."""

from __future__ import annotations

import streamlit as st

from components.cadre import entree
from components.cadre.garde import en_francais
from components.partage import donnees
from components.seance import seance_etat
from pages.seance import seance_ecran, seance_preparation


@st.fragment
def _corps() -> None:
    """A gesture runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Séance"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    seance, avis = seance_etat.lire()
    if seance.ecran and seance.vues:
        seance_ecran.jouer(atlas, seance, avis, au_depart=seance_etat.quitter)
        return
    if seance.ecran:
        avis = [*avis, "La séance n’a aucune vue à montrer : choisissez-en ci-dessous."]
    seance_preparation.preparer(atlas, seance, avis)


entree.par_app()
_corps()
