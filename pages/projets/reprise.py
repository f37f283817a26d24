"""What a reader prepared on « Projets » and may take back: his filters, his own list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.adresses import barre
from components.annulation import Prepare
from components.annulation import offrir as offrir_de_reprendre
from geo.filtre import Filtre, perte
from pages.projets import liste, vues

if TYPE_CHECKING:
    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets

__all__ = ["offrir"]

SORTE: Final = "projets"
CHAMPS_MAX: Final = 4_000
"""Parameters of an address that are read."""


def offrir(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    """Offer to take back what the last gesture replaced, in whatever way it did."""

    def _lire(etat: str) -> Filtre:
        return Filtre.lire(_parametres(etat), prets.vocabulaires)[0]

    ailleurs = bool(st.session_state.pop(vues.AILLEURS, False))

    def _perte(avant: str, apres: str) -> str:
        return perte(_lire(avant), _lire(apres), prets.vocabulaires, ailleurs=ailleurs)

    filtre = replace(adresse.filtre, tri=None)
    offrir_de_reprendre(
        Prepare(
            sorte=SORTE,
            present=urlencode(filtre.ecrire(), doseq=True),
            perte=lambda avant, apres: perte(
                _lire(avant), _lire(apres), prets.vocabulaires, ailleurs=ailleurs
            ),
            reprendre=_reprendre,
        ),
        liste.preparee(),
    )


def _parametres(etat: str) -> dict[str, list[str]]:
    try:
        return parse_qs(etat, max_num_fields=CHAMPS_MAX)
    except ValueError:
        return {}


def _reprendre(etat: str) -> None:
    """The filters as they were, in the order of rows that the reader has now."""
    tri = {mot: valeurs for mot, valeurs in barre.parametres().items() if mot == "tri"}
    vues.refiltrer({**_parametres(etat), **tri})
