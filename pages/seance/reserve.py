"""What the browser is given beyond the views of a séance, for a question from the room, as one file.

It leaves after the views, which are on the screen meanwhile: 146 territories are 0.6 MB of JSON, which the
wire carries as 0.1 MB (`docs/mesures.md`), and two seconds of work the first time.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit.runtime import get_instance

from components.html import balise
from components.statiques import amorce
from geo.seance import Reserve, reserve
from memoire import garde
from pages.seance.vues import projetee

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.seance import Seance

__all__ = ["contenu", "donner"]

CLE: Final = "seance-reserve"
GARDEES: Final = 12
"""Files that are kept, of 0.6 MB at most each."""

_composant = st.components.v2.component(
    "atlas_reserve",
    html=balise("div", classe="atlas-reserve", hidden=""),
    js=amorce("seance/reserve.js"),
    isolate_styles=False,
)


def donner(atlas: Atlas, seance: Seance) -> None:
    """Give the browser what the séance holds; the file is his, for the time of his session."""
    fichier = contenu(atlas, reserve(atlas, seance))
    adresse = get_instance().media_file_mgr.add(fichier, "application/json", CLE)
    _composant(key=CLE, data={"adresse": f".{adresse}"})


@garde(taille=GARDEES)
def contenu(atlas: Atlas, tenue: Reserve) -> bytes:
    """The file of what is held (`Reserve` of `static/atlas/commun/contrats.js` tells the format)."""
    vues = [
        {**projetee(atlas, vue.mot), "annee": vue.millesime, "aussi": tenue.aussi(atlas, vue)}
        for vue in tenue.vues(atlas)
    ]
    dit: dict[str, Any] = {"vues": vues, "ailleurs": tenue.ailleurs(atlas), "absent": tenue.dite(atlas)}
    return json.dumps(dit, ensure_ascii=False, separators=(",", ":")).encode()
