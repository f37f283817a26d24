"""The territories of a millésime as a table: the way to every figure of the map without the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from francais import nombre
from geo.indicateurs import INDICATEURS, valeurs, vides_dits
from geo.millesimes import MILLESIMES, colonne_ti
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandas.io.formats.style import Styler

    from geo.atlas import Atlas

__all__ = ["choix", "territoires"]

HAUTEUR: Final = 420
"""Height of the table in pixels: about eleven rows."""

DEJA_LA: Final = ("population", "projets")
"""Indicators that always have their column."""

GARDES: Final = len(MILLESIMES) * (1 + len(INDICATEURS))
"""Tables that the server keeps: each millésime, without and with each indicator."""


def territoires(atlas: Atlas, millesime: int, cle: str | None = None) -> pd.DataFrame:
    """The TI of a millésime, ready to be read: territory, regions, composition, population, projects.

    Args:
        atlas: The atlas.
        millesime: Year of the perimeters.
        cle: Indicator that colours the map, which has a column too.

    Returns:
        Territoire, Régions, Intercommunalités (EPCI and EPT), Communes seules, Population (habitants,
        population municipale 2018), Projets (France Relance, April 2022), the indicator under its name
        unless it is one of those, id_ti; sorted by name.
    """
    table = atlas.territoires_de(millesime)
    comptes = atlas.projets[colonne_ti(millesime)].value_counts()
    regions = table["regions"].str.split(",").map(lambda codes: ", ".join(atlas.nom_region[c] for c in codes))
    lisible = pd.DataFrame(
        {
            "Territoire": table["lib_ti"],
            "Régions": regions,
            "Intercommunalités": table["nb_epci"] + table["nb_ept"],
            "Communes seules": table["nb_communes_isolees"],
            "Population": table["population"],
            "Projets": table["id_ti"].map(comptes).fillna(0).astype("int64"),
            "id_ti": table["id_ti"],
        },
    )
    if cle and cle not in DEJA_LA:
        mesures = valeurs(atlas, millesime=millesime, cle=cle).set_index("id_ti")["valeur"]
        lisible.insert(len(lisible.columns) - 1, INDICATEURS[cle].libelle, lisible["id_ti"].map(mesures))
    return lisible.sort_values("Territoire", key=lambda noms: noms.str.casefold(), ignore_index=True)


@garde(taille=GARDES)
def _lisible(atlas: Atlas, millesime: int, cle: str | None) -> pd.DataFrame:
    return territoires(atlas, millesime, cle)


def choix(
    atlas: Atlas, millesime: int, *, au_choix: Callable[[str], None], couleur: str | None = None
) -> None:
    """The table, closed until the reader opens it: closed, it costs the map nothing (35 kB at each change).

    A chosen row calls `au_choix` with the TI's id before the page runs again; `couleur` is the indicator that
    colours the map.
    """
    total = len(atlas.territoires_de(millesime))
    repli = st.expander(f"Tableau des {total} territoires de {millesime}", key="tableau", on_change="rerun")
    with repli:
        if repli.open:
            _tableau(atlas, millesime, couleur, au_choix=au_choix)


def _tableau(
    atlas: Atlas, millesime: int, cle_couleur: str | None, *, au_choix: Callable[[str], None]
) -> None:
    st.caption("Cochez une ligne pour ouvrir un territoire ; cliquez sur un en-tête pour trier.")
    table = _lisible(atlas, millesime, cle_couleur)
    cle = f"tableau-{millesime}-{cle_couleur}"

    def prevenir() -> None:
        lignes = st.session_state[cle]["selection"]["rows"]
        if lignes:
            au_choix(str(table.loc[lignes[0], "id_ti"]))

    nombres = ["Intercommunalités", "Communes seules", "Population", "Projets"]
    st.dataframe(
        _ecrite(table, nombres, cle_couleur),
        key=cle,
        hide_index=True,
        width="stretch",
        height=HAUTEUR,
        on_select=prevenir,
        selection_mode="single-row",
        column_config={
            "Territoire": st.column_config.TextColumn(width="large"),
            "Population": st.column_config.NumberColumn(help="Population municipale 2018"),
            "Projets": st.column_config.NumberColumn(help="Projets France Relance, extrait d’avril 2022"),
            "id_ti": None,
        },
    )
    if cle_couleur and (vides := vides_dits(atlas, millesime=millesime, cle=cle_couleur)):
        st.caption(f"Non renseigné. {' '.join(vides)}")


def _ecrite(table: pd.DataFrame, nombres: list[str], cle: str | None) -> Styler:
    """The table with its figures in French, the empty ones « non renseigné »; they still sort as figures."""
    ecrite = table.style.format(nombre, subset=nombres)
    if cle is None or cle in DEJA_LA:
        return ecrite
    indicateur = INDICATEURS[cle]
    return ecrite.format(lambda v: nombre(v, indicateur.decimales), subset=[indicateur.libelle])
