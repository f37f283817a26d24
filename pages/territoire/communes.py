"""The communes of a territory: a closed list that the browser fetches when it is opened, and filters.

A choice on the sheet sends two addresses of it, and none of its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.partage import listes_des_communes
from components.statiques import amorce

if TYPE_CHECKING:
    from components.adresses import AdresseTerritoire
    from geo.atlas import Atlas, Fiche

__all__ = ["CLE", "lister"]

CLE: Final = "fiche-communes"
"""Key of the component, and class of its place."""

_composant = st.components.v2.component(
    "atlas_communes", html="", js=amorce("pages/communes.js"), isolate_styles=False
)


def lister(atlas: Atlas, adresse: AdresseTerritoire, fiche: Fiche) -> None:
    """Draw the list of the communes of the territory shown, that of the reader told apart."""
    listes = listes_des_communes(atlas, str(adresse.ti), adresse.millesime)
    _composant(
        key=CLE,
        data={
            "listes": listes,
            "n": int(fiche.territoire["nb_communes"]),
            "ti": adresse.ti,
            "millesime": adresse.millesime,
            "commune": adresse.commune or "",
        },
    )
