"""Every source of « France », cited as its licence asks; closed until it is asked for."""

from __future__ import annotations

import streamlit as st

from components.cadre import en_francais
from components.html import balise, poser
from data.sources import charger_registre
from geo.etape import CALCULS, FORMULES
from geo.indicateurs import GRANDEURS
from geo.sources import CARTES, DOCUMENT, sources_de

__all__ = ["cles", "montrer"]


def cles() -> tuple[str, ...]:
    """Keys of `data/sources/sources.toml`: the document, then what is computed from, then the maps."""
    return sources_de(DOCUMENT, *CALCULS.values(), *FORMULES.values(), *GRANDEURS, CARTES)


@st.fragment
def montrer() -> None:
    """The list, each source with its producer, licence and date."""
    with en_francais("France"):
        repli = st.expander(
            "Sources de cette page", key="france-sources", on_change="rerun", icon=":material/menu_book:"
        )
        with repli:
            if repli.open:
                registre = charger_registre()
                lignes = [balise("li", registre[cle].citation()) for cle in cles()]
                poser(balise("ul", *lignes, classe="atlas-sources"))
