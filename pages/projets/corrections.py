"""Rows of a list corrected on the spot: the faulty cell with its message, changed, checked again.

A component of our own, for want of a better one: `st.data_editor` draws its grid on a canvas, where a cell
has neither a message nor a name for a screen reader, and what is unfinished in a row is lost when another
one is checked.
What the reader types is in `static/atlas/projets/corrections/corrections.js`; what it means in `data.liste`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.html import balise, joindre
from components.statiques import amorce, feuille
from data.liste import CELLULE_MAX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from data.liste import LigneACorriger

__all__ = ["Changees", "changees", "corriger_ici"]

Changees = dict[tuple[int, str], str]
"""Rank of the row and name of the column -> what the reader wrote."""

CELLULES_MAX: Final = 5_000
"""More cells at once than this did not come from our page."""

HTML: Final = joindre(
    [feuille("projets/corrections/corrections.css"), "\n", balise("div", classe="atlas-corrections"), "\n"]
)

_composant = st.components.v2.component(
    "atlas_corrections",
    html=HTML,
    js=amorce("projets/corrections/corrections.js"),
    isolate_styles=False,
)


def changees(demande: object) -> Changees:
    """The cells that the browser sent, if they look like some; the file decides whether it has them.

    Args:
        demande: Lists of rank, column, text.

    Returns:
        Rank and column -> text; empty when it is anything else.
    """
    if not isinstance(demande, list) or len(demande) > CELLULES_MAX:
        return {}
    lues = [_cellule(une) for une in demande]
    return {} if None in lues else dict(filter(None, lues))


def _cellule(dite: object) -> tuple[tuple[int, str], str] | None:
    match dite:
        case [int(rang), str(colonne), str(texte)] if not isinstance(rang, bool):
            return ((rang, colonne), texte) if len(texte) <= CELLULE_MAX else None
    return None


def corriger_ici(
    titre: str,
    lignes: Sequence[LigneACorriger],
    *,
    cle: str,
    au_changement: Callable[[Mapping[tuple[int, str], str]], None],
    dit: str = "",
) -> None:
    """Draw the rows with their cells to correct.

    Args:
        titre: Name of the table for everybody.
        lignes: The rows.
        cle: Key of the component.
        au_changement: Called with the changed cells of a row before the run that they cause.
        dit: What came of the last correction, said aloud.
    """

    def _changer() -> None:
        lues = changees(st.session_state[cle].get("corrections"))
        if lues:
            au_changement(lues)

    donnees: dict[str, Any] = {"titre": titre, "dit": dit, "lignes": [asdict(ligne) for ligne in lignes]}
    _composant(key=cle, data=donnees, on_corrections_change=_changer)
