"""The deck of a séance: the same views as slides that can be edited, made when it is asked for."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.emporter.emporter import adresse_entiere
from components.emporter.fichiers import A_SON_TOUR, TYPES
from components.partage import donnees, projets_prets
from exports.diaporama import diaporama_seance, vue_dessinee
from geo.filtre.selection import filtrer
from geo.seance.contenu import contenu
from geo.seance.fichier import nom_du_fichier

if TYPE_CHECKING:
    from exports.diaporama import VueDessinee
    from geo.seance.seance import Seance, Vue

__all__ = ["fabriquer", "proposer"]

GARDES: Final = 4
"""Decks that are kept, of about 1 MB each."""


def proposer(seance: Seance) -> None:
    """The button of the deck, under the list of the views; none for a séance without any."""
    if not seance.vues:
        return
    st.download_button(
        "Diaporama (PPTX)",
        data=partial(_servir, seance, adresse_entiere(seance.lien())),
        file_name=nom_du_fichier(seance).removesuffix(".json") + ".pptx",
        mime=TYPES["pptx"],
        on_click="ignore",
        key="seance-diaporama",
        icon=":material/slideshow:",
    )


def _servir(seance: Seance, adresse: str) -> bytes:
    """Make the deck; what goes wrong is logged here, and said in French by the page."""
    try:
        return fabriquer(seance, adresse, jour=datetime.now(UTC).strftime("%Y-%m-%d"))
    except Exception:
        logging.getLogger("atlas").exception("Le diaporama de la séance n’a pas pu être fait.")
        raise


@lru_cache(maxsize=GARDES)
def fabriquer(seance: Seance, adresse: str, *, jour: str) -> bytes:
    """The deck of a séance.

    Args:
        seance: Its name and views.
        adresse: Link to it, whole.
        jour: Day of the deck, « 2026-11-21 »: the same day gives the same bytes.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    with A_SON_TOUR:
        vues = [_dessiner(vue, seance.millesime) for vue in seance.vues]
    return diaporama_seance(vues, nom=seance.nom, jour=jour, adresse=adresse)


def _dessiner(vue: Vue, millesime: int) -> VueDessinee:
    atlas = donnees.atlas()
    fonds = projets_prets.publie(atlas)
    diapo = contenu(vue, atlas, fonds.preparee, fonds.vocabulaires, millesime=millesime)
    choisis = None if vue.objet else fonds.preparee.table[filtrer(fonds.preparee, vue.filtre)]
    return vue_dessinee(atlas, diapo, objet=vue.objet, millesime=millesime, projets=choisis)
