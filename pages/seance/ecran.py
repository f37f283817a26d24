"""A séance on the screen: every view is sent once, and the browser goes from one to the next on its own.

A component of our own, for want of a better one: with Streamlit's widgets each view would be a run, which a
room without network, or a laptop that slept, does not answer. What the presenter sees and presses is in
`static/atlas/seance/ecran.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.carte import afficher
from components.entete import nommer_l_onglet
from components.html import balise
from components.statiques import amorce
from pages.seance import reserve
from pages.seance.carte import vierge
from pages.seance.vues import projetees

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.atlas import Atlas
    from geo.seance import Seance

__all__ = ["CARTE", "CLE", "jouer", "rang_lu"]

CLE: Final = "seance"
CARTE: Final = "seance-carte"
"""Keys of the component and of the frame of the map, and classes of their places."""

FICHIERS: Final = ("seance/ecran.js", "seance/cadre.css")
"""The script of the page, and the sheet that it gives to the frame of the map."""

_composant = st.components.v2.component(
    "atlas_seance",
    html=balise("section", classe="atlas-seance", aria_label="Séance"),
    js=amorce(*FICHIERS),
    isolate_styles=False,
)


def rang_lu(demande: object, vues: int) -> int:
    """The view that was on when the presenter left, whatever the browser sent."""
    connu = isinstance(demande, int) and not isinstance(demande, bool)
    return max(1, min(int(str(demande)), vues)) if connu else 1


def jouer(atlas: Atlas, seance: Seance, avis: Sequence[str], *, au_depart: Callable[[int], None]) -> None:
    """Project a séance over the whole page.

    Args:
        atlas: The atlas.
        seance: A séance with a view at least.
        avis: What its address gets wrong.
        au_depart: Called with the number of the view that was on when the presenter leaves.
    """

    def _quitter() -> None:
        au_depart(rang_lu(st.session_state[CLE].get("quitter"), len(seance.vues)))

    donnees: dict[str, Any] = projetees(atlas, seance)
    nommer_l_onglet(seance.nom, "Séance à l’écran")
    with st.container(key="seance-ecran"):
        if donnees["prechargements"]:
            with st.container(key=CARTE):
                afficher(
                    vierge(seance.vues[seance.n - 1].millesime),
                    cle=f"{CARTE}-cadre",
                    titre="Carte de la séance",
                )
        _composant(
            key=CLE,
            data={**donnees, "avis": list(avis)},
            on_quitter_change=_quitter,
        )
        reserve.donner(atlas, seance)
