"""Every colour, size, label and number format of the atlas, once.

Ink blue is ours, ochre is the one accent, greys are context; the same values serve the pages, the map frame
and, later, the exports. Numbers follow French typography: narrow no-break spaces between thousands, a decimal
comma.
"""

from __future__ import annotations

import math
from numbers import Real
from typing import Final

__all__ = [
    "COULEURS",
    "NOM",
    "NON_RENSEIGNE",
    "accorder",
    "liste",
    "nombre",
]

NOM: Final = "Atlas des Territoires d’industrie"
"""The name of the product."""

NON_RENSEIGNE: Final = "non renseigné"
"""What stands for an empty value: an empty is not a zero."""

ESPACE_FINE: Final = "\u202f"
"""Narrow no-break space (U+202F), between thousands and before « % »."""

COULEURS: Final = {
    "encre": "#1d3a5f",
    "encre_claire": "#5f7f9f",
    "territoire": "#b9cbdd",
    "choix": "#7ea3c7",
    "ocre": "#ad5b17",
    "texte": "#22282f",
    "discret": "#5b636d",
    "trait": "#d9d5cc",
    "terre": "#f3f0e9",
    "mer": "#fdfcf9",
    "fond": "#fdfcf9",
    "carte": "#f7f4ee",
}
"""Named colours; `discret` on `fond` keeps a contrast of 4.5:1 and more."""


def nombre(valeur: float | None, decimales: int = 0, unite: str = "") -> str:
    """A number in French, with its unit: `nombre(1234.5, 1, "M€")` is « 1 234,5 M€ ».

    Args:
        valeur: The number; None, NaN or pandas's NA gives « non renseigné », never a zero.
        decimales: Digits after the comma.
        unite: Unit, set after a narrow no-break space.
    """
    if not isinstance(valeur, Real) or math.isnan(valeur):
        return NON_RENSEIGNE
    texte = f"{valeur:z,.{decimales}f}".replace(",", ESPACE_FINE).replace(".", ",")
    return f"{texte}{ESPACE_FINE}{unite}" if unite else texte


def accorder(quantite: float, singulier: str, pluriel: str | None = None) -> str:
    """A count with its noun in agreement: `accorder(2, "projet")` is « 2 projets » (0 and 1 are singular)."""
    nom = singulier if abs(quantite) < 2 else (pluriel or f"{singulier}s")  # noqa: PLR2004  the rule itself
    return f"{nombre(quantite)}{ESPACE_FINE}{nom}"


def liste(elements: list[str] | tuple[str, ...]) -> str:
    """Names joined as a French sentence does: « a, b et c »."""
    if len(elements) <= 1:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} et {elements[-1]}"
