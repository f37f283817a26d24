"""The state of « Séance » is its address: each gesture reads it, changes it, and writes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import barre
from components.partage import donnees, projets_prets
from geo.seance import FONDS, Seance, lire_fichier, lire_vues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.seance import Fond, Vue

__all__ = [
    "EN_COURS",
    "ajouter",
    "avis",
    "fondre",
    "lancer",
    "lire",
    "nommer",
    "ordonner",
    "ouvrir",
    "prevenir",
    "quitter",
    "retirer",
]

AVIS: Final = "seance-avis"
"""Notices of the last gesture, until they are said."""

EN_COURS: Final = "seance-en-cours"
"""The séance that this reader saw last, which the links of other pages make longer."""


def lire() -> tuple[Seance, list[str]]:
    """The séance of the address, and what the address gets wrong."""
    atlas = donnees.atlas()
    seance, avis = Seance.lire(barre.parametres(), atlas, projets_prets.publie(atlas).vocabulaires)
    st.session_state[EN_COURS] = seance
    return seance, avis


def _ecrire(seance: Seance) -> None:
    st.session_state[EN_COURS] = seance
    st.query_params.from_dict(seance.ecrire())


def prevenir(textes: Sequence[str]) -> None:
    """Say this on the page that comes."""
    st.session_state[AVIS] = list(textes)


def avis() -> list[str]:
    """What the last gesture has to say, once."""
    dits: list[str] = st.session_state.pop(AVIS, [])
    return dits


def ajouter(vues: Sequence[Vue]) -> None:
    """Put views at the end, those that are there already left where they are."""
    seance, _ = lire()
    nouvelles = [vue for vue in vues if vue.mot not in seance.mots]
    suite = seance.avec(*nouvelles)
    if len(suite.vues) < len(seance.vues) + len(nouvelles):
        prevenir([f"La séance est pleine : elle compte {len(suite.vues)} vues au plus."])
    _ecrire(suite)


def retirer(vues: Sequence[Vue]) -> None:
    """Take views away."""
    seance, _ = lire()
    _ecrire(seance.sans(frozenset(vue.mot for vue in vues)))


def ordonner(demande: object) -> None:
    """Take the order that the browser sends, and only the views that were there."""
    seance, _ = lire()
    mots = [mot for mot in demande if isinstance(mot, str)] if isinstance(demande, list) else None
    if mots is None or not set(mots) <= set(seance.mots):
        return
    atlas = donnees.atlas()
    noms = projets_prets.publie(atlas).vocabulaires
    vues, _ = lire_vues(mots, atlas, noms, millesime=seance.millesime)
    _ecrire(replace(seance, vues=vues))


def nommer(nom: str) -> None:
    """Name the séance."""
    _ecrire(replace(lire()[0], nom=nom))


def fondre(fond: str) -> None:
    """Choose the ground."""
    choisi: Fond = FONDS.get(fond, "clair")
    _ecrire(replace(lire()[0], fond=choisi))


def lancer(demande: object) -> None:
    """Play from a view."""
    n = demande if isinstance(demande, int) else 1
    _ecrire(replace(lire()[0], n=n, ecran=True))


def quitter(n: int) -> None:
    """Back to the preparation."""
    _ecrire(replace(lire()[0], n=n, ecran=False))


def ouvrir(demande: object) -> None:
    """Open a file that the reader brings in the place of the séance of the page."""
    if not isinstance(demande, str):
        return
    atlas = donnees.atlas()
    seance, siens = lire_fichier(demande, atlas, projets_prets.publie(atlas).vocabulaires)
    if seance is not None:
        _ecrire(seance)
        siens = [f"Séance ouverte : {len(seance.vues)} vues.", *siens]
    prevenir(siens)
