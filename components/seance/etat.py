"""The state of « Séance » is its address: each gesture reads it, changes it, and writes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.adresses import barre
from components.annulation import Prepare
from components.cadre import parcours
from components.partage import donnees, projets_prets
from francais import accorder
from geo.seance import FONDS, Seance, lire_fichier, lire_vues, perte, pleine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adresse import Parametres
    from geo.atlas import Atlas
    from geo.filtre import Vocabulaires
    from geo.seance import Fond, Vue

__all__ = [
    "EN_COURS",
    "ajouter",
    "arriver",
    "avis",
    "fondre",
    "lancer",
    "lire",
    "nommer",
    "ordonner",
    "ouvrir",
    "preparee",
    "prevenir",
    "quitter",
    "retirer",
]

AVIS: Final = "seance-avis"
"""Notices of the last gesture, until they are said."""

EN_COURS: Final = "seance-en-cours"
"""The séance that this reader saw last, which the links of other pages make longer."""

SANS_MEMOIRE: Final = "seance-sans-memoire"
"""Whether he came from another page, in a session that had never seen a séance: what it shows was added."""

PAGE: Final = "seance"
CHAMPS_MAX: Final = 400
"""Parameters of an address that are read."""

_DEJA_LA: Final = "La séance a de la place maintenant\u00a0: ajoutez cette vue de nouveau."


def arriver() -> None:
    """A run of the whole page: whoever comes back by the menu finds the séance that he was preparing."""
    if not parcours.arrive():
        return
    en_cours: Seance | None = st.session_state.get(EN_COURS)
    st.session_state[SANS_MEMOIRE] = en_cours is None
    if en_cours is not None and en_cours.vues and not barre.parametres():
        _ecrire(replace(en_cours, ecran=False, refusee=None))


def lire() -> tuple[Seance, list[str]]:
    """The séance of the address, and what the address gets wrong."""
    seance, avis = _lue(barre.parametres())
    if seance.refusee is not None:
        avis = [*avis, pleine([seance.refusee], seance, *_fonds()) or _DEJA_LA]
    st.session_state[EN_COURS] = seance
    return seance, avis


def _fonds() -> tuple[Atlas, Vocabulaires]:
    atlas = donnees.atlas()
    return atlas, projets_prets.publie(atlas).vocabulaires


def _lue(parametres: Parametres) -> tuple[Seance, list[str]]:
    return Seance.lire(parametres, *_fonds())


def preparee(seance: Seance) -> Prepare:
    """The séance of the page, which no gesture loses."""
    return Prepare(
        sorte=PAGE,
        present=_dite(seance),
        perte=lambda avant, apres: perte(_relue(avant), _relue(apres), *_fonds()),
        reprendre=lambda avant: _ecrire(_relue(avant)),
        retrouver=_retrouver,
        tenace=True,
    )


def _dite(seance: Seance) -> str:
    """A séance as a text that the browser keeps: the query of its address."""
    return urlencode(replace(seance, n=1, ecran=False, refusee=None).ecrire(), doseq=True)


def _relue(etat: str) -> Seance:
    try:
        return _lue(parse_qs(etat, max_num_fields=CHAMPS_MAX))[0]
    except ValueError:
        return Seance()


def _retrouver(etat: str) -> bool:
    """What the tab had when it loaded a page of the atlas anew, and this session never saw.

    It comes back where nothing else is shown, and before the view that « Ajouter à la séance » brought;
    a link to another séance is compared with it.
    """
    seance, avant = lire()[0], _relue(etat)
    if (
        not avant.vues
        or avant.vues == seance.vues
        or (seance.vues and not st.session_state.pop(SANS_MEMOIRE, False))
    ):
        return False
    _ecrire(avant)
    ajouter(seance.vues)
    return True


def _ecrire(seance: Seance) -> None:
    seance = st.session_state[EN_COURS] = replace(seance, refusee=None)
    st.query_params.from_dict(seance.ecrire())


def prevenir(textes: Sequence[str]) -> None:
    """Say this on the page that comes."""
    st.session_state[AVIS] = list(textes)


def avis() -> list[str]:
    """What the last gesture has to say, once."""
    dits: list[str] = st.session_state.pop(AVIS, [])
    return dits


def ajouter(vues: Sequence[Vue]) -> None:
    """Put views at the end, those that are there already left where they are; all of them, or none."""
    seance, _ = lire()
    nouvelles = [vue for vue in vues if vue.mot not in seance.mots]
    if refus := pleine(nouvelles, seance, *_fonds()):
        prevenir([refus])
    else:
        _ecrire(seance.avec(*nouvelles))


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
    vues, _ = lire_vues(mots, *_fonds())
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
    seance, siens = lire_fichier(demande, *_fonds())
    if seance is not None:
        _ecrire(seance)
        siens = [f"Séance ouverte\u00a0: {accorder(len(seance.vues), 'vue')}.", *siens]
    prevenir(siens)
