"""The map on a page: its configuration, the state that a rerun sends, and the reader's click.

Layers are addresses: see `data/layers.py` for the files, `static/atlas/` for what draws them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit_folium import st_folium

from components.couches import IGN, PAR_DEFAUT
from components.leaflet import ADRESSE, Etat, nouvelle_carte, scripts
from data import layers
from theme import COULEURS, FAMILLES

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
    {"nom": "France entière", "abrege": "FR", "bornes": [[41.25, -5.2], [51.2, 9.65]]},
    {"nom": "Guadeloupe", "region": "01", "abrege": "GP", "bornes": [[15.8, -61.85], [16.55, -60.95]]},
    {"nom": "Martinique", "region": "02", "abrege": "MQ", "bornes": [[14.35, -61.3], [14.92, -60.75]]},
    {"nom": "Guyane", "region": "03", "abrege": "GF", "bornes": [[2.1, -54.7], [5.85, -51.5]]},
    {"nom": "La Réunion", "region": "04", "abrege": "RE", "bornes": [[-21.42, 55.2], [-20.85, 55.86]]},
    {"nom": "Mayotte", "region": "06", "abrege": "YT", "bornes": [[-13.05, 44.98], [-12.6, 45.32]]},
)
"""Places that one press reaches: south-west and north-east corners, latitude first (WGS 84)."""


DONNEES_PROPRES: Final = ("territoires", "projets", "epci", "villes", "acv", "pvd")
"""Layers that the frame may ask for by name; the first two at once, the others when a reader wants them."""


@dataclass(frozen=True, kw_only=True)
class EtatCarte:
    """What the map must show.

    Attributes:
        millesime: Year of the perimeters.
        choisi: Id of the chosen TI.
        couches: Keys of the layers that are on (`components.couches`).
        visibles: Bits of the visible projects (`geo.bits`), None for all of them.
        couleur: How an indicator colours the map (`components.coloriage`), None for membership.
        groupements: SIREN of the groupements to outline and name.
    """

    millesime: int
    choisi: str | None = None
    couches: tuple[str, ...] = PAR_DEFAUT
    visibles: str | None = None
    couleur: dict[str, Any] | None = None
    groupements: tuple[str, ...] = ()


@st.cache_resource(show_spinner=False)
def _configuration(couches: Path, titre: str) -> dict[str, Any]:
    fichiers = layers.index(couches)
    adresses = {nom: f"{ADRESSE}/couches/{fiche.fichier}" for nom, fiche in fichiers.items()}
    return {
        "couches": {nom: adresses[nom] for nom in DONNEES_PROPRES if nom in adresses},
        "fins": {nom.removeprefix("fins-"): a for nom, a in adresses.items() if nom.startswith("fins-")},
        "scripts": scripts(),
        "seuil_fin": SEUIL_FIN,
        "zoom": ZOOM,
        "style": COULEURS,
        "familles": [asdict(famille) for famille in FAMILLES],
        "vues": list(VUES),
        "titre": titre,
        "mention": "Contours : IGN Admin Express, généralisés · Projets : DGE",
        "sans_reseau": "Le fond de l’IGN ne répond pas : il demande un accès à Internet. "
        "Le reste de la carte est là.",
        "couche_absente": "Cette couche n’a pas pu être chargée. Réessayez dans un instant.",
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
            "couches": etat.couches,
            "visibles": etat.visibles,
            "couleur": etat.couleur,
            "groupements": etat.groupements,
            "ign": IGN if "ign" in etat.couches else None,
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
