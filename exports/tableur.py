"""Texts that a spreadsheet would run as formulas, made harmless; numbers stay numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["neutraliser", "neutraliser_le_texte"]

DANGEREUX: Final = "=+-@\t\r\n＝＋－＠"
"""First characters that make a spreadsheet read a formula, their full-width forms included."""

APOSTROPHE: Final = "'"
"""Written before such a text: a spreadsheet then shows it as it is; our import takes it away."""


def neutraliser_le_texte(texte: str) -> str:
    """A text that no spreadsheet runs, null bytes left out."""
    propre = texte.replace("\0", "")
    return f"{APOSTROPHE}{propre}" if propre[:1] in set(DANGEREUX) else propre


def neutraliser(textes: pd.Series) -> pd.Series:
    """The same for a column of texts; missing values stay missing."""
    propres = textes.str.replace("\0", "", regex=False)
    dangereux = propres.str[:1].isin(list(DANGEREUX))
    return propres.where(~dangereux.fillna(value=False), APOSTROPHE + propres)
