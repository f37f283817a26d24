"""How the atlas writes French: numbers, agreement, lists, dates, ranks, typography.

Numbers follow French typography: narrow no-break spaces between thousands, a comma, a real minus sign.
It stands on the ground floor: pages, maps, sheets, decks and open data write the same figure the same way.
"""

from __future__ import annotations

import math
from numbers import Real
from typing import Final

__all__ = [
    "ESPACE_FINE",
    "MOINS",
    "MOIS",
    "NON_RENSEIGNE",
    "accord",
    "accorder",
    "date_en_lettres",
    "le_disent",
    "liste",
    "nombre",
    "ordinal",
    "tel_quel",
    "typographie",
]

NON_RENSEIGNE: Final = "non renseigné"
"""What stands for an empty value: an empty is not a zero."""

ESPACE_FINE: Final = "\u202f"
"""Narrow no-break space (U+202F), between thousands and before « % »."""

MOIS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
"""The months as a sentence writes them."""

MOINS: Final = "\u2212"
"""The minus sign, as wide as a figure."""

PLURIEL: Final = 2
"""From which a noun is in the plural: « 0 projet », « 1,9 point », « 2 projets »."""

DENOMBREES: Final = frozenset({"projets", "emplois", "établissements", "habitants", "points"})
"""Units that are nouns, and agree with their figure."""

_PROPRE: Final = 1e-9
"""Under which a share is zero but for what arithmetic adds."""

_GRAPHIES: Final = {
    "'": "’",
    "; ": "\u202f; ",
    " : ": "\u00a0: ",
    "Etat": "État",
    "Etudes": "Études",
    "Ecole": "École",
}
"""What the published texts write without the marks of French typography."""


def nombre(valeur: float | None, decimales: int = 0, unite: str = "") -> str:
    """A number in French, with its unit: `nombre(1234.5, 1, "M€")` is « 1 234,5 M€ ».

    A share that is not zero never reads « 0 % », nor one that is not whole « 100 % »: « < 1 % », « > 99 % ».

    Args:
        valeur: The number; None, NaN or pandas's NA gives « non renseigné », never a zero.
        decimales: Digits after the comma.
        unite: Unit, set after a narrow no-break space; a noun agrees with the number as it reads.
    """
    if not isinstance(valeur, Real) or math.isnan(valeur):
        return NON_RENSEIGNE
    borne, lue = _borner(float(valeur), decimales) if unite == "%" else ("", valeur)
    texte = f"{lue:z,.{decimales}f}".replace(",", ESPACE_FINE).replace(".", ",").replace("-", MOINS)
    return f"{borne}{texte}{ESPACE_FINE}{accord(unite, round(lue, decimales))}" if unite else texte


def _borner(part: float, decimales: int) -> tuple[str, float]:
    """« < 1 » and « > 99 » for a share that its rounding would make none, or whole."""
    pas = 10.0**-decimales
    if part > _PROPRE and not round(part, decimales):
        return f"<{ESPACE_FINE}", pas
    if part < 100 - _PROPRE and round(part, decimales) == 100:  # noqa: PLR2004  the whole, in percent
        return f">{ESPACE_FINE}", 100 - pas
    return "", part


def accord(unite: str, quantite: float) -> str:
    """A unit as it agrees: a noun is in the plural from 2, « −0,7 point », « 2 points »; « % » stays."""
    return unite.removesuffix("s") if unite in DENOMBREES and abs(quantite) < PLURIEL else unite


def tel_quel(valeur: float, unite: str = "", *, au_plus: int = 1) -> str:
    """A published figure with no more decimals than it has: « 15 M€ » of 15.0, « 9,6 M€ » of 9.6.

    Args:
        valeur: The figure.
        unite: Its unit.
        au_plus: Most decimals.
    """
    return nombre(valeur, 0 if float(valeur).is_integer() else au_plus, unite)


def accorder(quantite: float, singulier: str, pluriel: str | None = None) -> str:
    """A count with its noun in agreement: `accorder(2, "projet")` is « 2 projets » (0 and 1 are singular)."""
    nom = singulier if abs(quantite) < PLURIEL else (pluriel or f"{singulier}s")
    return f"{nombre(quantite)}{ESPACE_FINE}{nom}"


def le_disent(connus: float, total: float) -> str:
    """How many projects of some give a figure: « dits par 3 projets sur 19 », « dits par aucun projet… »."""
    if not total:
        return ""
    ceux = accorder(connus, "projet") if connus else "aucun projet"
    return f"dits par {ceux} sur {nombre(total)}"


def liste(elements: list[str] | tuple[str, ...], mot: str = "et") -> str:
    """Names joined as a French sentence does: « a, b et c », or with another word before the last one."""
    if len(elements) <= 1:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} {mot} {elements[-1]}"


def ordinal(rang: int) -> str:
    """A rank as it is read: « 1er », then « 2e »."""
    return f"{nombre(rang)}{'er' if rang == 1 else 'e'}"


def typographie(texte: str) -> str:
    """A published text with French apostrophes and spaces."""
    for publie, ecrit in _GRAPHIES.items():
        texte = texte.replace(publie, ecrit)
    return texte


def date_en_lettres(date: str) -> str:
    """« 24 septembre 2021 », « septembre 2018 », « 2019 », « 2019 à 2020 »."""
    annee, *reste = date.split("-")
    if not reste:
        return annee
    if len(reste[0]) > 2:  # noqa: PLR2004  a second year, not a month
        return f"{annee} à {reste[0]}"
    mois = f"{MOIS[int(reste[0]) - 1]} {annee}"
    if len(reste) == 1:
        return mois
    jour = int(reste[1])
    return f"{'1er' if jour == 1 else jour} {mois}"
