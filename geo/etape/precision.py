"""How sure a published figure is, and with how many digits it may be read.

A figure that is published rounded is known to half a unit of its last digit, and one that is deduced from a
rounded total no better than this total. What is made from them is known between two bounds, which no digit
that is printed may narrow.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Self

from francais import nombre

__all__ = ["ENVIRON", "Encadre"]

ENVIRON: Final = "environ "
"""What stands before a figure whose bounds are told."""

_ARRONDI: Final = 1e-6
"""Within which the width of two bounds is a power of ten: the figure was rounded to it."""


@dataclass(frozen=True, kw_only=True)
class Encadre:
    """A figure and its bounds, in one unit; NaN three times for an unknown one.

    Attributes:
        valeur: The figure as it is computed.
        bas: The least that the roundings of its sources allow.
        haut: The most that they allow.
        deduit: Whether it is deduced by difference with a national total, or made from one that is.
    """

    valeur: float
    bas: float
    haut: float
    deduit: bool = False

    @classmethod
    def exact(cls, valeur: float) -> Self:
        """A figure that no rounding touches; NaN for an unknown one."""
        return cls(valeur=valeur, bas=valeur, haut=valeur)

    def pas(self, decimales: int) -> float:
        """The last digit that may be read, none under `decimales`.

        A figure that was rounded has the digit that it was rounded to; any other one goes as far as the first
        digit of the half-width of its bounds.
        """
        demi = (self.haut - self.bas) / 2
        if math.isnan(demi) or demi <= 0:
            return 10.0**-decimales
        unite = math.log10(2 * demi)
        arrondie = not self.deduit and math.isclose(unite, round(unite), abs_tol=_ARRONDI)
        chiffre = round(unite) if arrondie else math.floor(math.log10(float(f"{demi:.0e}")))
        return float(10.0 ** max(-decimales, chiffre))

    def lue(self, decimales: int, unite: str = "") -> str:
        """The figure with no more digits than its sources allow: « 370 M€ » of 368.7, between 319 and 419."""
        return _rond(self.valeur, self.pas(decimales), unite)

    def bornes(self, decimales: int) -> tuple[str, str] | None:
        """Both bounds with one digit more than the figure; None when they cannot be told apart.

        Args:
            decimales: Most digits after the comma.
        """
        pas = max(10.0**-decimales, self.pas(decimales) / 10)
        bas, haut = (_rond(borne, pas) for borne in (self.bas, self.haut))
        return None if bas == haut else (bas, haut)

    def entre(self, decimales: int) -> str:
        """« entre 319 et 419 » for a deduced figure that is not exact; empty for any other."""
        bornes = self.bornes(decimales) if self.deduit else None
        return f"entre {bornes[0]} et {bornes[1]}" if bornes else ""

    def dite(self, decimales: int, unite: str = "") -> str:
        """The figure as it is read: « environ 370 M€ » when bounds are to be told with it."""
        lue = self.lue(decimales, unite)
        return f"{ENVIRON}{lue}" if self.entre(decimales) else lue

    def en_entier(self, decimales: int) -> str:
        """The figure, its bounds and its status in one breath: « environ 370 (319 à 419, déduit) »."""
        bornes = self.bornes(decimales) if self.deduit else None
        notes = (f"{bornes[0]} à {bornes[1]}" if bornes else "", "déduit" if self.deduit else "")
        note = ", ".join(filter(None, notes))
        return f"{self.dite(decimales)} ({note})" if note else self.dite(decimales)

    def courte(self, decimales: int) -> str:
        """Its bounds alone when they are to be told, « 319 à 419 », else the figure."""
        bornes = self.bornes(decimales) if self.deduit else None
        return f"{bornes[0]} à {bornes[1]}" if bornes else self.lue(decimales)


def _rond(valeur: float, pas: float, unite: str = "") -> str:
    """A figure rounded to a step; a step of a tenth or less keeps its zeros: « 4,0 » of 4.03 by tenths."""
    if math.isnan(valeur):
        return nombre(valeur)
    decimales = max(0, -round(math.log10(pas)))
    return nombre(round(valeur / pas) * pas, decimales, unite)
