"""Small tables as real HTML: read by a screen reader, wrapped on a phone, printed with the page.

Long tables that a reader sorts stay in `st.dataframe`; these are read from top to bottom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.html.texte import balise, echapper

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["Cellule", "table", "tracer"]


class Cellule(str):
    """HTML already made and escaped, for a cell that is more than a text."""

    __slots__ = ()


def _ecrire(valeur: object) -> str:
    return str(valeur) if isinstance(valeur, Cellule) else echapper(valeur)


def tracer(
    legende: str,
    colonnes: Sequence[str],
    lignes: Sequence[Sequence[object]],
    *,
    chiffres: Collection[str] = (),
) -> str:
    """An HTML table.

    Args:
        legende: What the table holds, for assistive technologies.
        colonnes: Headers.
        lignes: Rows, one value a column; texts are escaped, `Cellule` is not.
        chiffres: Columns of figures, aligned to the right: the table names them once, not each cell.

    Raises:
        ValueError: A row has more or fewer values than there are headers.
    """
    classe = " ".join(f"c{rang}" for rang, colonne in enumerate(colonnes, 1) if colonne in chiffres)
    entete = "".join(balise("th", echapper(colonne), scope="col") for colonne in colonnes)
    corps = "".join(
        balise("tr", *(balise("td", _ecrire(v)) for v, _ in zip(ligne, colonnes, strict=True)))
        for ligne in lignes
    )
    titre = balise("caption", echapper(legende), classe="atlas-lecteurs")
    contenu = balise(
        "table", titre, balise("thead", balise("tr", entete)), balise("tbody", corps), classe=classe
    )
    return balise("div", contenu, classe="atlas-table", tabindex="0", role="region", aria_label=legende)


def table(
    legende: str,
    colonnes: Sequence[str],
    lignes: Sequence[Sequence[object]],
    *,
    chiffres: Collection[str] = (),
) -> None:
    """Draw `tracer` on the page."""
    st.html(tracer(legende, colonnes, lignes, chiffres=chiffres))
