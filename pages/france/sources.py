"""Every source of « France », cited as its licence asks; closed until it is asked for."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.cadre.garde import en_francais
from components.html.ecran import poser
from components.html.texte import balise
from data.sources.registre import charger_registre
from geo.etape.formules import FORMULES
from geo.etape.nationale import CALCULS
from geo.indicateurs.effet_du_label import GRANDEURS
from pages.territoire.fiche import CONTOURS, PERIMETRES

__all__ = ["cles", "montrer"]

DOCUMENT: Final = (
    "point_etape_national",
    "point_etape_regions",
    "point_etape_enjeux",
    "point_etape_financement",
    "point_etape_chronologie",
)
"""The tables of the « Point d'étape », in the order in which the page uses them."""


def cles() -> list[str]:
    """Keys of `data/sources/sources.toml`: the document, then what is computed from, then the maps."""
    declarees = (
        *(calcul.sources for calcul in CALCULS.values()),
        *(formule.sources for formule in FORMULES.values()),
        *(grandeur.sources for grandeur in GRANDEURS),
    )
    calculees = [cle for sources in declarees for cle in sources]
    perimetres = [cle for sources in PERIMETRES.values() for cle in sources]
    return list(dict.fromkeys([*DOCUMENT, *calculees, *perimetres, *CONTOURS]))


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
