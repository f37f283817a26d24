"""Small tables as real HTML: read by a screen reader, wrapped on a phone, printed with the page.

Long tables that a reader sorts stay in `st.dataframe`; these are read from top to bottom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.html.ecran import poser
from components.html.texte import balise, echapper

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from components.html.texte import Html

__all__ = ["table", "tracer"]


def tracer(
    legende: str,
    colonnes: Sequence[str],
    lignes: Sequence[Sequence[object]],
    *,
    chiffres: Collection[str] = (),
) -> Html:
    """An HTML table.

    Args:
        legende: What the table holds, for assistive technologies.
        colonnes: Headers.
        lignes: Rows, one value a column, texts or HTML.
        chiffres: Columns of figures, aligned to the right: the table names them once, not each cell.

    Raises:
        ValueError: A row has more or fewer values than there are headers.
    """
    classe = " ".join(f"c{rang}" for rang, colonne in enumerate(colonnes, 1) if colonne in chiffres)
    entete = (balise("th", colonne) for colonne in colonnes)
    corps = (
        balise("tr", *(balise("td", echapper(v)) for v, _ in zip(ligne, colonnes, strict=True)))
        for ligne in lignes
    )
    titre = balise("caption", legende, classe="atlas-lecteurs")
    contenu = balise(
        "table", titre, balise("thead", balise("tr", *entete)), balise("tbody", *corps), classe=classe
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
    poser(tracer(legende, colonnes, lignes, chiffres=chiffres))
