"""The charts of a page as images, made by the reader's browser: the server needs none to save them.

Each chart bears two plain buttons (`boutons`); one script, fetched once and kept by the browser, hears them
all and shrinks the charts when the page is printed (`ecouter`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise
from components.statiques import amorce

if TYPE_CHECKING:
    from components.html import Html

__all__ = ["boutons", "ecouter"]

CLE: Final = "atlas-images"
"""Key of the component, which shows nothing."""

_composant = st.components.v2.component(
    "atlas_images", html="", js=amorce("commun/images.js"), isolate_styles=False
)


def boutons(titre: str) -> Html:
    """The HTML of the choice « Image : SVG PNG » of a chart, to stand before it on the page.

    Args:
        titre: Title of the chart, written on the image and in the name of the file.
    """
    choix = (
        balise(
            "button",
            sorte.upper(),
            type="button",
            data_image=sorte,
            data_titre=titre,
            aria_label=f"Enregistrer « {titre} » en image {sorte.upper()}",
        )
        for sorte in ("svg", "png")
    )
    return balise("span", "Image : ", *choix, classe="atlas-image")


def ecouter() -> None:
    """Hear the buttons of the whole page; once a page."""
    _composant(key=CLE)
