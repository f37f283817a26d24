"""The colours of the classes of an indicator and the words of their limits: one rule for screen and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from francais import nombre
from geo.indicateurs.classes import classer
from geo.indicateurs.divergence import classer_autour_de_zero
from theme import DIVERGENTE, SEQUENCE

if TYPE_CHECKING:
    import pandas as pd

    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.classes import Classes

__all__ = ["classes_de", "couleurs", "intervalles"]


def classes_de(valeurs: pd.Series, indicateur: Indicateur) -> Classes:
    """The classes of a ratio, around zero when it goes up or down."""
    return (classer_autour_de_zero if indicateur.autour_de_zero else classer)(
        valeurs, decimales=indicateur.decimales
    )


def couleurs(classes: Classes, indicateur: Indicateur) -> list[str]:
    """The fill of each class, lowest first."""
    combien = len(classes.effectifs)
    if not indicateur.autour_de_zero:
        pas = (len(SEQUENCE) - 1) / max(1, combien - 1)
        return [SEQUENCE[round(rang * pas)] for rang in range(combien)]
    sommets = classes.bornes[1:]
    baisses, hausses = (sum(1 for s in sommets if s * signe > 0) for signe in (-1, 1))
    zero = DIVERGENTE["zero"] if sommets else ()
    return [*_cote("baisse", baisses)[::-1], *zero, *_cote("hausse", hausses)]


def _cote(sens: Literal["baisse", "hausse"], combien: int) -> list[str]:
    tons = DIVERGENTE[sens]
    return [tons[round((rang + 1) * len(tons) / combien) - 1] for rang in range(combien)]


def intervalles(classes: Classes, indicateur: Indicateur) -> list[str]:
    """The limits of each class as a reader says them: no figure stands in two classes."""
    pas = 10.0**-indicateur.decimales
    textes = []
    for rang, plafond in enumerate(classes.bornes[1:]):
        plancher = classes.bornes[rang] + (pas if rang else 0)
        bouts = dict.fromkeys(nombre(v, indicateur.decimales) for v in (plancher, plafond))
        textes.append(" à ".join(bouts))
    return textes
