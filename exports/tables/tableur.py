"""Texts that a spreadsheet would run as formulas, made harmless; numbers stay numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyarrow import compute

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["neutraliser", "neutraliser_le_texte"]

DANGEREUX: Final = "=+-@\t\r\n＝＋－＠"
"""First characters that make a spreadsheet read a formula, their full-width forms included."""

APOSTROPHE: Final = "'"
"""Written before such a text: a spreadsheet then shows it as it is; our import takes it away."""


def neutraliser_le_texte(texte: str) -> str:
    """A text that no spreadsheet runs, null bytes left out."""
    propre = texte.replace("\0", "")
    return f"{APOSTROPHE}{propre}" if propre[:1] in set(DANGEREUX) else propre


def neutraliser(textes: pa.StringArray) -> pa.StringArray:
    """The same for a column of texts; missing values stay missing."""
    propres = compute.replace_substring(textes, "\0", "")
    dangereux = compute.match_substring_regex(propres, f"^[{re.escape(DANGEREUX)}]")
    return compute.if_else(dangereux, compute.binary_join_element_wise(APOSTROPHE, propres, ""), propres)
