"""Taking the selection away: the window of its files, and its link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.emporter import offrir, oublier
from components.seance import lien as seance_lien
from francais import accorder
from geo.seance import Vue
from pages.projets.offres import lien, offres

if TYPE_CHECKING:
    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets
    from geo.filtre import Selection

__all__ = ["bouton"]

OUVERTE: Final = "emporter-ouverte"


def bouton(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    """The button that opens the window of files and of the link."""
    if st.button("Télécharger…", key="emporter-bouton", icon=":material/download:"):
        st.session_state[OUVERTE] = True
    if st.session_state.get(OUVERTE):
        _fenetre(prets, adresse, selection)


def _fermer() -> None:
    st.session_state[OUVERTE] = False
    oublier()


@st.dialog("Emporter la sélection", width="medium", on_dismiss=_fermer)
def _fenetre(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    combien = int(selection.masque.sum())
    st.markdown(
        f"**{accorder(combien, 'projet')}**, dans l’ordre du tableau. Les filtres, les sources et le lien "
        "vers cette vue sont dans chaque fichier."
    )
    st.text_input("Lien vers cette vue, à copier", value=lien(adresse), key=f"emporter-lien-{lien(adresse)}")
    if not prets.liste:  # a reader's own list stays in his session
        seance_lien.ajouter(Vue(filtre=adresse.filtre), adresse.filtre.millesime)
    for offre in offres(prets, adresse, selection):
        offrir(offre)
