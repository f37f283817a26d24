"""Free text over a million projects: folded once, then one pass per word.

Accents, capitals, hyphens and punctuation do not count (`geo.noms.cle`, here on whole columns at once). Every
word must be found somewhere in the text of a row. A SIREN may be typed with spaces, or as a SIRET.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    import pandas as pd

__all__ = ["MOTS_MAX", "mots", "plier", "trouver"]

MOTS_MAX: Final = 6
"""Words that count in a text: each costs a pass, and a seventh one hardly ever tells more."""

SIREN: Final = 9
SIRET: Final = 14
"""Digits of an enterprise's number, and of the number of one of its sites, which begins with it."""


def plier(*colonnes: pd.Series) -> pa.LargeStringArray:
    """The texts of some columns, folded as `geo.noms.cle` folds them and joined by a space, one per row."""
    textes = [
        pa.array(colonne.astype("str"), type=pa.large_string(), from_pandas=True) for colonne in colonnes
    ]
    espace = pa.scalar(" ", type=pa.large_string())
    joints = pc.binary_join_element_wise(*textes, espace, null_handling="replace", null_replacement="")
    bas = pc.utf8_lower(joints)
    for ligature, lettres in (("œ", "oe"), ("æ", "ae")):
        bas = pc.replace_substring(bas, ligature, lettres)
    plies = pc.replace_substring_regex(pc.utf8_normalize(bas, "NFKD"), r"\p{Mn}+", "")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(pc.utf8_lower(plies), "[^a-z0-9]+", " "))


def mots(texte: str) -> tuple[str, ...]:
    """The words to find in a text that a reader typed, the longest first, none that another one holds.

    `MOTS_MAX` at most take part in a search (`trouver`): the longest.
    """
    bruts = dict.fromkeys(_numeros(cle(texte).split()))
    seuls = [mot for mot in bruts if not any(mot != autre and mot in autre for autre in bruts)]
    return tuple(sorted(seuls, key=lambda mot: (-len(mot), mot)))


def trouver(
    textes: pa.LargeStringArray, mots: Sequence[str], parmi: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """The rows that hold every word.

    Args:
        textes: What `plier` gave.
        mots: What `mots` gave: letters and digits only.
        parmi: Rows to look at; the others are answered False.
    """
    trouves = parmi.copy()
    for mot in mots[:MOTS_MAX]:
        rangs = np.flatnonzero(trouves)
        tous = len(rangs) > len(textes) // 2
        lus = textes if tous else textes.take(pa.array(rangs))
        oui = pc.match_substring_regex(lus, mot).to_numpy(zero_copy_only=False)
        if tous:
            trouves &= oui
        else:
            trouves[rangs] = oui
    return trouves


def _numeros(lus: list[str]) -> Iterator[str]:
    """Words, where neighbouring digits that make a SIREN or a SIRET together are one SIREN."""
    for chiffres, groupe in itertools.groupby(lus, str.isdecimal):
        suite = list(groupe)
        numero = "".join(suite)
        if chiffres and len(numero) in (SIREN, SIRET):
            yield numero[:SIREN]
        else:
            yield from suite
