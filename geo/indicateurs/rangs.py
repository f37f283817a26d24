"""Ranks that say no more than the data: on figures as displayed, shared by equals, a third for small counts.

Hidden decimals decide nothing: two places that read 7,3 % share their rank. A rate made of a few projects is
an estimate: one project more or less would move it by many places, so that it says in which third it falls,
and its interval to whoever asks.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import pandas as pd

from geo.indicateurs.classes import arrondir

if TYPE_CHECKING:
    from geo.indicateurs.catalogue import Indicateur

__all__ = ["CONFIANCE", "PEU_DE_PROJETS", "Tiers", "bornes_de_poisson", "ranger"]

PEU_DE_PROJETS: Final = 10
"""Under this number of projects, a rate has a third in the place of a rank."""

CONFIANCE: Final = 0.95
"""Of intervals."""

Tiers = Literal["haut", "milieu", "bas"]
"""The third of the places in which one falls."""

PRECISION: Final = 1e-9
"""Width at which the search of a bound ends."""


def ranger(table: pd.DataFrame, indicateur: Indicateur) -> pd.DataFrame:
    """Rank places by one indicator.

    Args:
        table: One row a place: valeur (NaN without a figure), effectif (projects behind a rate, NaN for a
            figure that is no such rate).
        indicateur: What the figures are.

    Returns:
        The same index: rang (Int64, 1 for the highest displayed figure; missing without a figure, for an
        indicator that ranks nothing, and under `PEU_DE_PROJETS`), ex_aequo (other places with the same
        figure, 0 without a rank), tiers (of `Tiers` under `PEU_DE_PROJETS`, else empty; equals fall where the
        middle of their ranks does), classes (places that have a figure, 0 when nothing is ranked).
    """
    valeurs = table["valeur"] if indicateur.classe else pd.Series(math.nan, table.index)
    arrondies = arrondir(valeurs, indicateur.decimales)
    places = arrondies.rank(method="min", ascending=False)
    pareils = arrondies.map(arrondies.value_counts()) - 1
    classes = int(arrondies.count())
    milieu = places + pareils / 2
    peu = (table["effectif"] < PEU_DE_PROJETS) & places.notna()
    tiers = np.select([milieu <= classes / 3, milieu <= 2 * classes / 3], ["haut", "milieu"], "bas")
    return pd.DataFrame(
        {
            "rang": places.where(~peu).astype("Int64"),
            "ex_aequo": pareils.where(places.notna() & ~peu, 0).astype("int64"),
            "tiers": pd.Series(tiers, table.index).where(peu, "").astype("str"),
            "classes": classes,
        }
    )


def bornes_de_poisson(effectif: int, confiance: float = CONFIANCE) -> tuple[float, float]:
    """The exact interval of the mean of a Poisson law of which so many events were counted.

    Args:
        effectif: Events counted, 0 or more.
        confiance: Probability that the interval holds the mean, at least.

    Returns:
        The mean under which so many events or more, and the one over which so many or fewer, would have
        half of what is left of the probability.

    Reference:
        Garwood, F. (1936), « Fiducial limits for the Poisson distribution », Biometrika 28.
    """
    reste = (1 - confiance) / 2
    haut = _moyenne(effectif, reste)
    return (0.0 if effectif == 0 else _moyenne(effectif - 1, 1 - reste)), haut


def _moyenne(effectif: int, probabilite: float) -> float:
    """The mean for which so many events or fewer have this probability: halves a width that holds it."""
    bas, haut = 0.0, 10.0 * (effectif + 10)
    while haut - bas > PRECISION:
        milieu = (bas + haut) / 2
        if _cumul(effectif, milieu) > probabilite:
            bas = milieu
        else:
            haut = milieu
    return (bas + haut) / 2


def _cumul(effectif: int, moyenne: float) -> float:
    """Probability of so many events or fewer."""
    return math.fsum(
        math.exp(k * math.log(moyenne) - moyenne - math.lgamma(k + 1)) for k in range(effectif + 1)
    )
