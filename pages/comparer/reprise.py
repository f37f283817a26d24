"""What a reader prepared on « Comparer » and may take back: the places that he chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.adresses import AdresseComparer
from components.annulation import Prepare
from components.annulation import offrir as offrir_de_reprendre
from francais import accorder

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["offrir", "perte"]

SORTE: Final = "comparer"
CHAMPS_MAX: Final = 40
"""Parameters of an address that are read."""


def offrir(atlas: Atlas, adresse: AdresseComparer) -> None:
    """Offer to take back the comparison that the last gesture replaced."""

    def _lire(etat: str) -> AdresseComparer:
        return AdresseComparer.lire(_parametres(etat), atlas)[0]

    offrir_de_reprendre(
        Prepare(
            sorte=SORTE,
            present=urlencode(adresse.ecrire(), safe=","),
            perte=lambda avant, apres: perte(_lire(avant), _lire(apres)),
            reprendre=lambda etat: st.query_params.from_dict(_lire(etat).ecrire()),
        )
    )


def perte(avant: AdresseComparer, apres: AdresseComparer) -> str:
    """What was lost; empty when it goes without saying, like one place taken away by its own cross."""
    perdus = [mot for mot in avant.objets if mot not in apres.objets]
    nouveaux = [mot for mot in apres.objets if mot not in avant.objets]
    if not perdus:
        return ""
    if not apres.objets:
        return f"Comparaison de {accorder(len(avant.objets), 'lieu', 'lieux')} vidée."
    if nouveaux:
        return f"Comparaison de {accorder(len(avant.objets), 'lieu', 'lieux')} remplacée."
    seul = len(perdus) == 1 and avant.millesime == apres.millesime
    return "" if seul else f"{accorder(len(perdus), 'lieu retiré', 'lieux retirés')} de la comparaison."


def _parametres(etat: str) -> dict[str, list[str]]:
    try:
        return parse_qs(etat, max_num_fields=CHAMPS_MAX)
    except ValueError:
        return {}
