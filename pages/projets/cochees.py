"""What is done with the ticked rows: the words of the address that say them, the windows they open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import AdresseProjets, barre
from pages.projets import coches, emporter, selections
from pages.projets.vues import choisir

if TYPE_CHECKING:
    from components.partage import ProjetsPrets
    from geo.filtre import Filtre
    from pages.projets.coches import Action, Gestes

__all__ = ["suivre"]

AVANT: Final = "projets-avant-les-coches"
"""Words of the address that were there before the ticked rows were shown alone."""


@st.fragment
def suivre(prets: ProjetsPrets, montre: Filtre) -> None:
    """Follow the ticks, by the address of this very run.

    Args:
        prets: The projects of the page.
        montre: What the page shows: when a gesture changes it, the whole page runs.
    """
    coches.ecouter(len(prets.preparee), lambda gestes: _suivre(prets, gestes))
    adresse, _ = AdresseProjets.lire(barre.parametres(), prets.vocabulaires)
    if replace(adresse.filtre, tri=None) != replace(montre, tri=None):
        st.rerun()
    if not adresse.filtre.choisis:
        st.session_state.pop(AVANT, None)
    emporter.fenetre(prets, adresse)
    selections.fenetre(prets, adresse)


def _suivre(prets: ProjetsPrets, gestes: Gestes) -> None:
    """Write a gesture into the address, before the run that shows it."""
    if gestes.coches is not None:
        mots = _mots(prets, gestes.coches)
        choisir(
            mots if gestes.coches or AVANT not in st.session_state else {**st.session_state[AVANT], **mots}
        )
    if gestes.action is not None:
        _agir(prets, gestes.action)


def _mots(prets: ProjetsPrets, rangs: tuple[int, ...]) -> dict[str, list[str]]:
    """The words that say the ticks, where they are said; shown alone, none at all are every project."""
    ecrit = prets.vocabulaires.projets.choisir(rangs).ecrit
    mot = "choix" if ecrit and "choix" in barre.parametres() else "coches"
    return {"choix": [], "coches": [], mot: [ecrit] if ecrit else []}


def _agir(prets: ProjetsPrets, action: Action) -> None:
    mots = barre.parametres()
    adresse, _ = AdresseProjets.lire(mots, prets.vocabulaires)
    if action == "seuls" and adresse.coches:
        st.session_state[AVANT] = {mot: valeurs for mot, valeurs in mots.items() if mot != "coches"}
        st.query_params.from_dict(adresse.des_coches().ecrire())
    elif action == "tous":
        avant = st.session_state.pop(AVANT, {mot: v for mot, v in mots.items() if mot != "choix"})
        st.query_params.from_dict({**avant, "coches": [adresse.choisis.ecrit]})
    elif action == "emporter":
        emporter.ouvrir()
    elif action == "garder":
        selections.ouvrir()
