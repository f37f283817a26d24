"""Taking the selection away: the window of its files, and its link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.emporter import offrir, oublier
from components.seance import lien as seance_lien
from francais import accorder
from geo.seance import Vue
from pages.projets.liste import choisir
from pages.projets.offres import lien, offres

if TYPE_CHECKING:
    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets

__all__ = ["bouton", "fenetre", "ouvrir", "voulue"]

OUVERTE: Final = "emporter-ouverte"
QUOI: Final = "emporter-quoi"
COCHES, AFFICHES = "coches", "affiches"


def bouton() -> None:
    """The button that opens the window of files and of the link."""
    if st.button("Télécharger…", key="emporter-bouton", icon=":material/download:"):
        ouvrir()


def ouvrir() -> None:
    """Let the window open in this run."""
    st.session_state[OUVERTE] = True


def fenetre(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    """The window, where it was asked for."""
    if st.session_state.get(OUVERTE):
        _fenetre(prets, adresse)


def _fermer() -> None:
    st.session_state[OUVERTE] = False
    st.session_state.pop(QUOI, None)
    oublier()


@st.dialog("Emporter la sélection", width="medium", on_dismiss=_fermer)
def _fenetre(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    adresse = voulue(prets, adresse, cle=QUOI, titre="Ce que vous emportez")
    selection = choisir(prets, adresse)
    combien = int(selection.masque.sum())
    st.markdown(
        f"**{accorder(combien, 'projet')}**, dans l’ordre du tableau. La sélection, les sources et "
        "le lien vers cette vue sont dans chaque fichier."
    )
    st.text_input("Lien vers cette vue, à copier", value=lien(adresse), key=f"emporter-lien-{lien(adresse)}")
    if not prets.liste:  # a reader's own list stays in his session
        seance_lien.ajouter(Vue(filtre=adresse.filtre), adresse.filtre.millesime)
    for offre in offres(prets, adresse, selection):
        offrir(offre)


def voulue(prets: ProjetsPrets, adresse: AdresseProjets, *, cle: str, titre: str) -> AdresseProjets:
    """The view to take away: the ticked projects, or those that the filters show, as the reader says.

    Args:
        prets: The projects of the page.
        adresse: The view.
        cle: Key of the choice.
        titre: What is asked.
    """
    if not adresse.coches:
        return adresse
    affiches = int(choisir(prets, adresse).masque.sum())
    noms = {
        COCHES: accorder(len(adresse.coches), "projet coché", "projets cochés"),
        AFFICHES: accorder(affiches, "projet affiché", "projets affichés"),
    }
    quoi = st.segmented_control(
        titre,
        list(noms),
        default=COCHES,
        key=cle,
        format_func=noms.__getitem__,
        required=True,
    )
    return adresse.des_coches() if quoi == COCHES else adresse
