"""What the reader ticks in the table, heard by a part that runs alone: a tick sends nothing of the page.

The boxes and their bar are drawn by the table (`static/atlas/projets/table/coches.js`); this component is
only the way of their gestures, so that the server answers a tick in a few words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

import numpy as np
import streamlit as st

from geo.filtre import bits, visibles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Action", "Gestes", "coches_ecrites", "ecouter", "gestes", "rang"]

Action = Literal["seuls", "tous", "emporter", "garder"]
"""What the bar of the ticked rows asks for."""

CLE: Final = "projets-coches"
RANG: Final = f"{CLE}-rang"
EN_RANGS: Final = 100
"""Ticked rows up to which their ranks are shorter than bits, as in `static/atlas/projets/table/coches.js`."""

RANGS: Final = re.compile(rf"(?:\d{{1,7}}(?: \d{{1,7}}){{0,{EN_RANGS - 1}}})?")

_composant = st.components.v2.component(
    "atlas_coches", html="", js="export default c=>{window.atlasCoches=c}", isolate_styles=False
)


@dataclass(frozen=True, kw_only=True)
class Gestes:
    """What the reader did, in the run that it causes; None for what he did not do.

    Attributes:
        coches: Ticked rows, in order; their ranks may be beyond the table.
        rang: Rank of that tick among those of the browser.
        action: What to do with the ticked rows.
    """

    coches: tuple[int, ...] | None = None
    rang: int = 0
    action: Action | None = None


def coches_ecrites(rangs: Sequence[int], n: int) -> str:
    """Ticked rows as the browser reads them: ranks between spaces, or « b: » and `geo.filtre.bits`.

    Args:
        rangs: Rows, in order.
        n: Rows of the table.
    """
    if len(rangs) <= EN_RANGS:
        return " ".join(map(str, rangs))
    pris = np.zeros(n, dtype=np.bool_)
    pris[list(rangs)] = True
    return f"b:{bits(pris)}"


def gestes(reponse: Mapping[str, object], n: int) -> Gestes:
    """What the browser sent, read as gestures; whatever it does not look like is left out.

    Args:
        reponse: What it sent.
        n: Rows of the table.
    """
    envoi, action = reponse.get("coches"), reponse.get("action")
    coches = _coches(envoi, n)
    return Gestes(
        coches=coches,
        rang=0 if coches is None else _rang(envoi),
        action=cast("Action", action) if action in get_args(Action) else None,
    )


def _coches(envoi: object, n: int) -> tuple[int, ...] | None:
    texte = envoi.get("coches") if isinstance(envoi, dict) else None
    if not isinstance(texte, str):
        return None
    if texte.startswith("b:"):
        try:
            return tuple(np.flatnonzero(visibles(texte[2:], n)).tolist())
        except ValueError:
            return None
    return tuple(map(int, texte.split())) if RANGS.fullmatch(texte) else None


def _rang(envoi: object) -> int:
    lu = envoi.get("rang") if isinstance(envoi, dict) else None
    return lu if isinstance(lu, int) and not isinstance(lu, bool) else 0


def rang() -> int:
    """Rank of the last tick that was heard."""
    return int(st.session_state.get(RANG, 0))


def ecouter(n: int, au_geste: Callable[[Gestes], None]) -> None:
    """Hear the ticks of the table.

    Args:
        n: Rows of the table.
        au_geste: Called with the gestures before the run that they cause.
    """

    def _suivre() -> None:
        lus = gestes(st.session_state[CLE], n)
        st.session_state[RANG] = max(lus.rang, rang())
        au_geste(lus)

    _composant(key=CLE, on_coches_change=_suivre, on_action_change=_suivre)
