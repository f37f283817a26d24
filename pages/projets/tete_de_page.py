"""The head of « Projets »: its title, its year, and the window of its files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import barre
from components.entete import dater, entete, millesime
from francais import accorder, nombre
from geo.filtre import decrire
from geo.sens import UN_TERRITOIRE
from geo.territoires import histoire
from pages.projets import emporter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets
    from geo.atlas import Atlas
    from geo.filtre import Selection

__all__ = ["montrer", "territoires_de"]

MILLESIME: Final = "projets-millesime"
DITES: Final = 3
"""Filters that the browser's tab names; the others are counted."""


def montrer(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection, avis: Sequence[str]) -> None:
    """The head, as the address says it: a filter changes what it names."""
    st.session_state[MILLESIME] = adresse.filtre.millesime
    entete(
        "Projets industriels",
        onglet=_onglet(prets, adresse, selection),
        phrase=UN_TERRITOIRE,
        millesime=lambda: millesime(MILLESIME, au_choix=_changer, arguments=(prets.atlas, adresse)),
        fichiers=emporter.bouton,
        avis=avis,
    )


def _onglet(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> str:
    """« Projets : Bretagne, Agroalimentaire (12) »."""
    page = dater("Projets", adresse.filtre.millesime)
    puces = [puce.texte for puce in decrire(adresse.filtre, prets.vocabulaires)]
    if not puces:
        return page
    suite = [accorder(len(puces) - DITES, "autre filtre", "autres filtres")] if len(puces) > DITES else []
    return f"{page} : {', '.join([*puces[:DITES], *suite])} ({nombre(selection.masque.sum())})"


def _changer(atlas: Atlas, adresse: AdresseProjets) -> None:
    """Another year: the territories that were chosen are followed by their communes, not by their id."""
    annee = st.session_state[MILLESIME]
    filtre = adresse.filtre
    suivis = territoires_de(atlas, filtre.ti, filtre.millesime, annee)
    barre.ecrire(replace(adresse, filtre=replace(filtre, millesime=annee, ti=tuple(suivis)), projet=None))


def territoires_de(atlas: Atlas, ids: tuple[str, ...], millesime: int, annee: int) -> list[str]:
    """The territories of another year that hold the communes of these, each once, largest parts first.

    Args:
        atlas: The atlas.
        ids: Ids in `millesime`.
        millesime: Year of the ids.
        annee: The other year.
    """
    etapes = [
        etape
        for id_ti in ids
        for etape in histoire(atlas, id_ti=id_ti, millesime=millesime)
        if etape.millesime == annee
    ]
    return list(dict.fromkeys(suite.id_ti for etape in etapes for suite in etape.territoires))
