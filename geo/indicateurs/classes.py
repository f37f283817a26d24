"""Classes of a map: few, named by their method, and never at odds with the figures that are shown.

Quantiles put as many places in each class: a class says what a rank says, the first fifth or the last.
Natural breaks were tried on the nine indicators: a few extreme territories took three classes out of five,
and the rest of the country had one colour. Equal values always share a class. The values are rounded first as
they are shown, so that no figure of the table falls on the other side of a limit of the legend.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

__all__ = ["METHODE", "NOMBRE_DE_CLASSES", "Classes", "arrondir", "classer"]

NOMBRE_DE_CLASSES: Final = 5
"""As many as an eye tells apart on a map."""

METHODE: Final = "quantiles (autant de territoires par classe, valeurs égales ensemble)"
"""How the legend names the method."""


@dataclass(frozen=True, kw_only=True)
class Classes:
    """Values sorted into classes.

    Attributes:
        methode: Name of the method, in French.
        bornes: One more than there are classes: the smallest value, then the largest of each class. A value
            equal to a limit is in the lower class. Empty when no value is known.
        classe: Class of each id, from 1 (lowest) up (Int64); missing when the value is.
        effectifs: Number of ids in each class.
        non_renseignes: Number of ids without a value.
    """

    methode: str
    bornes: tuple[float, ...]
    classe: pd.Series
    effectifs: tuple[int, ...]
    non_renseignes: int


def arrondir(valeurs: pd.Series, decimales: int) -> pd.Series:
    """Figures rounded as they are written: numpy takes 0.05 for 0.0 where a text says 0.1.

    Args:
        valeurs: Figures; NaN stays NaN.
        decimales: Decimals that are shown.
    """
    return valeurs.astype("float64").map(lambda valeur: round(valeur, decimales)) + 0.0


def classer(valeurs: pd.Series, *, decimales: int, maximum: int = NOMBRE_DE_CLASSES) -> Classes:
    """Sort values into at most `maximum` classes by quantiles.

    There are fewer classes when equal values fill more than one.

    Args:
        valeurs: Values by id; NaN for « non renseigné ».
        decimales: Decimals that are shown: the values are rounded to them.
        maximum: Largest number of classes.

    Reference:
        numpy's quantiles, method « inverted_cdf » (definition 1 of Hyndman and Fan, 1996): each limit is a
        value that some place has.
    """
    arrondies = arrondir(valeurs, decimales)
    connues = arrondies.dropna().to_numpy()
    classe = pd.Series(pd.NA, arrondies.index, dtype="Int64")
    if not len(connues):
        return Classes(methode=METHODE, bornes=(), classe=classe, effectifs=(), non_renseignes=len(arrondies))
    parts = np.arange(1, maximum + 1) / maximum
    plafonds = np.unique(np.quantile(connues, parts, method="inverted_cdf"))
    rangs = np.searchsorted(plafonds, connues, side="left")
    classe[arrondies.notna()] = rangs + 1
    return Classes(
        methode=METHODE,
        bornes=(float(connues.min()), *plafonds.tolist()),
        classe=classe,
        effectifs=tuple(np.bincount(rangs, minlength=len(plafonds)).tolist()),
        non_renseignes=len(arrondies) - len(connues),
    )
