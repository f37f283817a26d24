"""The map on a page: its configuration, the state that a rerun sends, and the reader's click.

Layers are addresses: see `data/layers.py` for the files, `static/atlas/` for what draws them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit_folium import st_folium

from components.leaflet import ADRESSE, Etat, nouvelle_carte, scripts
from data import layers
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["EtatCarte", "afficher"]

HAUTEUR: Final = 640
"""Height of the frame in pixels; the sheet of the page adapts it to small screens."""

SEUIL_FIN: Final = 8
"""Leaflet zoom from which the finer outlines of the régions in view are fetched."""

ZOOM: Final = {"min": 3, "max": 13}
"""Leaflet zooms between which the reader moves: a hemisphere, a town."""

VUES: Final = (
    {"nom": "Métropole", "abrege": "FR", "bornes": [[41.25, -5.2], [51.2, 9.65]]},
    {"nom": "Guadeloupe", "abrege": "GP", "bornes": [[15.8, -61.85], [16.55, -60.95]]},
    {"nom": "Martinique", "abrege": "MQ", "bornes": [[14.35, -61.3], [14.92, -60.75]]},
    {"nom": "Guyane", "abrege": "GF", "bornes": [[2.1, -54.7], [5.85, -51.5]]},
    {"nom": "La Réunion", "abrege": "RE", "bornes": [[-21.42, 55.2], [-20.85, 55.86]]},
    {"nom": "Mayotte", "abrege": "YT", "bornes": [[-13.05, 44.98], [-12.6, 45.32]]},
)
"""Places that one press reaches: south-west and north-east corners, latitude first (WGS 84)."""


LEGENDE: Final = (
    ("territoire", "Territoire d’industrie"),
    ("region", "Limite de région"),
    ("projet", "Projet France Relance"),
)
"""What each mark of the map is: its class in the frame's sheet, and the words of the page."""


@dataclass(frozen=True, kw_only=True)
class EtatCarte:
    """What the map must show.

    Attributes:
        millesime: Year of the perimeters.
        choisi: Id of the chosen TI.
        projets: Whether projects are drawn.
        visibles: Bits of the visible projects (`geo.bits`), None for all of them.
    """

    millesime: int
    choisi: str | None = None
    projets: bool = True
    visibles: str | None = None


@st.cache_resource(show_spinner=False)
def _configuration(couches: Path, titre: str) -> dict[str, Any]:
    fichiers = layers.index(couches)
    adresses = {nom: f"{ADRESSE}/couches/{fiche.fichier}" for nom, fiche in fichiers.items()}
    return {
        "couches": {nom: adresses[nom] for nom in ("territoires", "projets")},
        "fins": {nom.removeprefix("fins-"): a for nom, a in adresses.items() if nom.startswith("fins-")},
        "scripts": scripts(),
        "seuil_fin": SEUIL_FIN,
        "zoom": ZOOM,
        "style": COULEURS,
        "vues": list(VUES),
        "legende": LEGENDE,
        "titre": titre,
        "mention": "Contours : IGN Admin Express, généralisés · Projets : DGE",
        "erreur": "Les couches de la carte n’ont pas pu être chargées. Rechargez la page ; si cela persiste, "
        "relancez l’atlas avec « make run ».",
    }


def afficher(
    etat: EtatCarte,
    *,
    cle: str,
    titre: str,
    au_clic: Callable[[], None] | None = None,
) -> dict[str, Any]:
    """Draw the map and return the reader's last click.

    Args:
        etat: What to show.
        cle: Fixed key of the frame.
        titre: Name of the frame for assistive technologies.
        au_clic: Called before the rerun that a click causes; the click stands in `st.session_state[cle]`.

    Returns:
        territoire (id or None) and numero (unique to each click); empty before the first click.
    """
    message = Etat(
        {
            "millesime": etat.millesime,
            "choisi": etat.choisi,
            "projets": etat.projets,
            "visibles": etat.visibles,
        },
    )
    reponse = st_folium(
        nouvelle_carte(_configuration(layers.CIBLE, titre)),
        key=cle,
        height=HAUTEUR,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=message,
        on_change=au_clic,
    )
    return reponse or {}
