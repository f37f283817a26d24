"""The map of a selection as a picture, for a report: its criteria, legend and source stand inside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from components.emporter.fichiers import A_SON_TOUR, TYPES
from exports.cartes import png, svg
from exports.cartes.selection import carte_selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

__all__ = ["dessiner", "proposer"]

LIBELLES: Final[dict[Literal["png", "svg"], str]] = {
    "png": "Carte (PNG, 300 points par pouce)",
    "svg": "Carte (SVG, à agrandir sans flou)",
}

CRITERES: Final = 3
"""Criteria that the title of the picture names."""


def proposer(projets: pd.DataFrame, filtres: Sequence[str], millesime: int) -> None:
    """One button a picture; nothing is drawn before it is pressed.

    Args:
        projets: The projects of the selection.
        filtres: What selects them, in words.
        millesime: Year of the perimeters.
    """
    titre = " · ".join(filtres[:CRITERES]) or "Tous les projets"
    for sorte, libelle in LIBELLES.items():
        st.download_button(
            libelle,
            data=partial(dessiner, projets, sorte, titre, millesime),
            file_name=f"carte-projets.{sorte}",
            mime=TYPES[sorte],
            on_click="ignore",
            key=f"emporter-carte-{sorte}",
            icon=":material/download:",
            width="stretch",
        )


def dessiner(projets: pd.DataFrame, sorte: Literal["png", "svg"], titre: str, millesime: int) -> bytes:
    """The picture.

    Args:
        projets: latitude, longitude and filiere.
        sorte: « png » or « svg ».
        titre: What it shows.
        millesime: Year of the perimeters.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    with A_SON_TOUR:
        figure = carte_selection(projets, millesime=millesime, titre=titre[0].upper() + titre[1:])
        return png(figure) if sorte == "png" else svg(figure)
