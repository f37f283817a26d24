"""Classes of a figure that goes up or down: zero has its own, and none holds both a rise and a fall.

Quantiles of all the values would put a small fall and a small rise in one class. Here the classes are shared
between the two sides by the number of places on each, and each side is cut by quantiles of its own.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from geo.indicateurs.classes import NOMBRE_DE_CLASSES, Classes, arrondir, classer

__all__ = ["METHODE_CENTREE", "classer_autour_de_zero"]

METHODE_CENTREE: Final = "quantiles autour de 0 (baisses, 0 et hausses ont chacun leurs classes)"
"""How the legend names the method."""


def classer_autour_de_zero(
    valeurs: pd.Series, *, decimales: int, maximum: int = NOMBRE_DE_CLASSES
) -> Classes:
    """Sort values into at most `maximum` classes: those of the falls, that of zero, those of the rises.

    Args:
        valeurs: Values by id; NaN for « non renseigné ».
        decimales: Decimals that are shown: the values are rounded to them before their sign is read.
        maximum: Largest number of classes, three or more.

    Returns:
        As `geo.indicateurs.classes.classer`; the class of zero is there even when no place is in it, and the
        class below it ends where it begins. Empty when no value is known.
    """
    arrondies = arrondir(valeurs, decimales)
    if arrondies.notna().sum() == 0:
        vides = classer(arrondies, decimales=decimales)
        return Classes(**{**vars(vides), "methode": METHODE_CENTREE})
    pas = 10.0**-decimales
    en_baisse, en_hausse = _partager(arrondies, maximum - 1)
    baisse = _cote(-arrondies, decimales, en_baisse)
    hausse = _cote(arrondies, decimales, en_hausse)
    classe = pd.Series(pd.NA, arrondies.index, dtype="Int64")
    nombre = len(baisse.effectifs)
    classe[arrondies < 0] = nombre + 1 - baisse.classe[arrondies < 0]
    classe[arrondies == 0] = nombre + 1
    classe[arrondies > 0] = nombre + 1 + hausse.classe[arrondies > 0]
    plafonds_des_baisses = [-borne - pas for borne in baisse.bornes[-2:0:-1]]
    bornes = (
        float(arrondies.min()) if nombre else -pas,
        *(round(borne, decimales) for borne in plafonds_des_baisses),
        *([-pas] if nombre else []),
        0.0,
        *hausse.bornes[1:],
    )
    return Classes(
        methode=METHODE_CENTREE,
        bornes=bornes,
        classe=classe,
        effectifs=(*baisse.effectifs[::-1], int((arrondies == 0).sum()), *hausse.effectifs),
        non_renseignes=int(arrondies.isna().sum()),
    )


def _partager(valeurs: pd.Series, combien: int) -> tuple[int, int]:
    """How many classes each side gets: none without a place, else one at least."""
    baisses, hausses = int((valeurs < 0).sum()), int((valeurs > 0).sum())
    if not (baisses and hausses):
        return (combien if baisses else 0), (combien if hausses else 0)
    en_baisse = min(combien - 1, max(1, round(combien * baisses / (baisses + hausses))))
    return en_baisse, combien - en_baisse


def _cote(valeurs: pd.Series, decimales: int, maximum: int) -> Classes:
    """The classes of the positive values."""
    return classer(valeurs.where(valeurs > 0), decimales=decimales, maximum=maximum)
