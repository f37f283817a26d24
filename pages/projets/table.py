"""The table of the page « Projets »: all rows by address, only those of the selection shown.

A component of our own, for want of a better one: `st.dataframe` sends every row again with each filter, and
its grid is drawn on a canvas that a screen reader crosses badly. Here the columns are files that the browser
keeps, and a run sends half a kilobyte: which rows are visible (`geo.filtre.bits`), their order, the columns.
What the reader sees and presses is in `static/atlas/projets/table/table.js`.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise, joindre
from components.statiques import amorce, feuille

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["MARQUES", "EtatTable", "Gestes", "gestes", "table_projets"]

MARQUES: Final = {"liste": "Mes projets"}
"""Value of the column `source` -> what its rows say of themselves; the published ones say nothing."""

NOM: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
TRI: Final = re.compile(r"-?[a-z][a-z0-9_]{0,39}|")
ID: Final = re.compile(r"[\w.:-]{1,80}")
COLONNES_MAX: Final = 60

HTML: Final = joindre([feuille("projets/table/table.css"), "\n", balise("div", classe="atlas-projets"), "\n"])

_composant = st.components.v2.component(
    "atlas_table_projets",
    html=HTML,
    js=amorce("projets/table/table.js"),
    isolate_styles=False,
)


@dataclass(frozen=True, kw_only=True)
class Gestes:
    """What the reader did with the table, in the run that it causes; None for what he did not do.

    Attributes:
        tri: Column that sorts, with a minus sign when it goes down; empty for the order of the files.
        colonnes: Names of the columns to show, in their order.
        ouvrir: Id of the project to open.
    """

    tri: str | None = None
    colonnes: tuple[str, ...] | None = None
    ouvrir: str | None = None


def _texte(valeur: object, forme: re.Pattern[str]) -> str | None:
    return valeur if isinstance(valeur, str) and forme.fullmatch(valeur) else None


def _colonnes(valeur: object) -> tuple[str, ...] | None:
    if not isinstance(valeur, list) or not 0 < len(valeur) <= COLONNES_MAX:
        return None
    noms = tuple(nom for nom in valeur if _texte(nom, NOM))
    return noms if len(noms) == len(valeur) else None


def gestes(reponse: Mapping[str, object]) -> Gestes:
    """What the browser sent, read as gestures; whatever it does not look like is left out."""
    return Gestes(
        tri=_texte(reponse.get("tri"), TRI),
        colonnes=_colonnes(reponse.get("colonnes")),
        ouvrir=_texte(reponse.get("ouvrir"), ID),
    )


@dataclass(frozen=True, kw_only=True)
class EtatTable:
    """What the table shows.

    Attributes:
        adresses: Addresses of the column files, from the page, one after the other as one table (the
            format is told in `static/atlas/projets/table/donnees.js`); a column `id` without label
            names the projects.
        visibles: Bits of the visible rows (`geo.filtre.bits`), over the rows of all files; None for every
            row.
        tri: Column that sorts, with a minus sign when it goes down; empty for the order of the files.
        colonnes: Names of the columns to show; none for every column that has a label.
        titre: Name of the table for assistive technologies.
        marques: Value of the column `source` -> what its rows say of themselves.
        coches: Ticked rows (`pages.projets.coches.coches_ecrites`).
        rang: Rank of the last tick that was heard (`pages.projets.coches`).
        seules: Whether they alone are shown.
    """

    adresses: Sequence[str]
    visibles: str | None = None
    tri: str = ""
    colonnes: Sequence[str] = ()
    titre: str = "Projets de la sélection"
    marques: Mapping[str, str] = field(default_factory=lambda: dict(MARQUES))
    coches: str = ""
    rang: int = 0
    seules: bool = False


def table_projets(montre: EtatTable, *, cle: str, au_geste: Callable[[Gestes], None] | None = None) -> Gestes:
    """Draw the table and say what the reader did with it.

    Args:
        montre: What it shows.
        cle: Key of the component, and class of its place.
        au_geste: Called with the gestures before the run that they cause, to write the address.

    Returns:
        The gestures, in the run that they cause; empty in all others.
    """

    def _suivre() -> None:
        if au_geste is not None:
            au_geste(gestes(st.session_state[cle]))

    reponse = _composant(
        key=cle,
        data=asdict(montre),
        on_tri_change=_suivre,
        on_colonnes_change=_suivre,
        on_ouvrir_change=_suivre,
    )
    return gestes(reponse)
