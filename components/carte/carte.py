"""The map on a page: its configuration, the state that a rerun sends, and the reader's click.

Layers are addresses: see `data/couches/magasin.py` for the files, `static/atlas/` for what draws them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from streamlit_folium import st_folium

from components.leaflet import Etat, lot, nouvelle_carte
from geo.couches import COUCHES, PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EtatCarte", "afficher", "message"]

Cadre = tuple[tuple[float, float], tuple[float, float]]

HAUTEUR: Final = 640
"""Height of the frame in pixels; the sheet of the page adapts it to small screens."""


@dataclass(frozen=True, kw_only=True)
class EtatCarte:
    """What the map must show.

    Attributes:
        millesime: Year of the perimeters.
        choisi: Id of the chosen TI.
        couches: Keys of the layers that are on (`geo.couches`).
        visibles: Bits of the visible projects (`geo.filtre.bits`), None for all of them.
        couleur: How an indicator colours the map (`components.carte.coloriage`), None for membership.
        groupements: SIREN of the groupements to outline and name.
        commune: INSEE code and name of the commune to outline above everything; None for none.
        cadre: South-west and north-east corners to frame, latitude first (WGS 84); None for the usual frame.
        zone: Places to frame, « region-53 » or « ti-5304+ti-5307 » (`components.carte.zones`); empty for the
            country.
        cadrages: How many times the reader asked for it: once more, and a map that he moved comes back.
        symbole: What tells the projects apart: `filiere`, `stade` or `label` (in a territory or outside).
        dedans: For `label`, bits of the projects that are in a territory (`geo.filtre.bits`).
        stades: Stades that differ from the layer's, « 12:4 57:3 »: rank of the project, rank of its stade.
        ajouts: Addresses, from the frame, of columns of more projects (`data.couches.contenus.projets`):
            their
            bits follow those of the layer.
        miens: Bits of the reader's own projects (`geo.filtre.bits`), which are ringed; empty for none.
        selection: Whether the projects are a selection, which the map follows unless the reader moved it.
    """

    millesime: int
    choisi: str | None = None
    couches: tuple[str, ...] = PAR_DEFAUT
    visibles: str | None = None
    couleur: dict[str, Any] | None = None
    groupements: tuple[str, ...] = ()
    commune: tuple[str, str] | None = None
    cadre: Cadre | None = None
    zone: str = ""
    cadrages: int = 0
    symbole: str = "filiere"
    dedans: str | None = None
    stades: str = ""
    ajouts: tuple[str, ...] = ()
    miens: str = ""
    selection: bool = False


def message(etat: EtatCarte, titre: str) -> dict[str, Any]:
    """What the frame is told, whoever tells it: a run here, the script of a séance in the browser.

    Args:
        etat: What to show.
        titre: Name of the frame for assistive technologies.
    """
    return {
        "titre": titre,
        "millesime": etat.millesime,
        "choisi": etat.choisi,
        "couches": etat.couches,
        "visibles": etat.visibles,
        "couleur": etat.couleur,
        "groupements": etat.groupements,
        "zone": etat.zone and f"{etat.zone} {etat.cadrages}",
        "symbole": etat.symbole,
        "dedans": etat.dedans,
        "stades": etat.stades,
        "ajouts": etat.ajouts,
        "selection": etat.selection,
        **({"miens": etat.miens} if etat.miens else {}),
        "tuiles": {mot: COUCHES[mot].tuiles for mot in etat.couches if COUCHES[mot].tuiles},
        **_commune(etat),
    }


def _commune(etat: EtatCarte) -> dict[str, Any]:
    """What only the maps that show a commune are told: the others have no byte of it."""
    dits: dict[str, Any] = {}
    if etat.commune:
        dits["commune"] = {"code": etat.commune[0], "nom": etat.commune[1]}
    if etat.cadre:
        dits["cadre"] = etat.cadre
    return dits


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
    # one script for every map: with another one, st_folium mounts the frame anew
    reponse = st_folium(
        nouvelle_carte(lot.adresse(), {}),
        key=cle,
        height=HAUTEUR,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Etat(message(etat, titre)),
        on_change=au_clic,
    )
    return reponse or {}
