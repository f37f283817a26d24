"""Numbers as French people, spreadsheets and databases write them.

« 1 234,5 », « 1.234,5 », « 1'234.5 » and « 1,5E+06 » are numbers; one separator alone is always the decimal
one (« 1.234 » is a little more than one): a count that then has decimals is rejected, never guessed.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MONTANT_SANS_UNITE", "Lu", "compte", "degres", "montant", "unite_de_l_entete"]

MONTANT_SANS_UNITE: Final = 1_000
"""Largest amount without unit, in M€: beyond, it may well be euros, and the reader is asked."""

MONTANT_MAX: Final = 50_000
"""Largest amount, in M€."""

FACTEURS: Final = {"€": 1e-6, "k€": 1e-3, "M€": 1.0, "Md€": 1e3}
"""M€ in each unit."""

_UNITES: Final = (
    ("Md€", re.compile(r"md\s*€|mds\s*€|mdeur|milliards?(\s*d.?\s*(euros?|€))?", re.IGNORECASE)),
    ("M€", re.compile(r"m\s*€|meur|m\s*eur|m\s*euros|millions?(\s*d.?\s*(euros?|€))?", re.IGNORECASE)),
    ("k€", re.compile(r"k\s*€|keur|k\s*eur|k\s*euros|milliers?(\s*d.?\s*(euros?|€))?", re.IGNORECASE)),
    ("€", re.compile(r"€|euros?|eur", re.IGNORECASE)),
)
_ENTETE: Final = tuple(
    (unite, re.compile(rf"(?<![a-z])(?:{motif.pattern})(?![a-z])", re.IGNORECASE)) for unite, motif in _UNITES
)
_FORME: Final = re.compile(r"([+\-−]?)(\d[\d.,]*|[.,]\d+)(?:[eE]([+\-]?\d{1,2}))?")
_GROUPES: Final = re.compile(r"(?<=\d)[ '’](?=\d)")
_EMPLOIS: Final = re.compile(
    r"\s*(?:emplois?|etp|postes?|salari[ée]s?|cdi|t(?:onnes)?(?: de)?(?: CO2)?)$", re.IGNORECASE
)
_FORMULE: Final = re.compile(r"[=@]")
_CHIFFRES_MAX: Final = 40


class Lu(NamedTuple):
    """What became of one cell: a value, or what is wrong with it; and what was repaired."""

    valeur: object = None
    faute: str = ""
    note: str = ""


def compte(*, unite: str, maximum: int) -> Callable[[str], Lu]:
    """Reader of whole numbers from zero to `maximum`; the unit may follow the number."""

    def lire(texte: str) -> Lu:
        valeur = _reel(_EMPLOIS.sub("", texte))
        if valeur is None:
            return Lu(faute=_pas_un_nombre(texte))
        if not valeur.is_integer():
            return Lu(
                faute=f"il faut un nombre entier ({unite}), sans décimale ni séparateur de milliers ambigu"
            )
        if not 0 <= valeur <= maximum:
            return Lu(faute=f"il faut de 0 à {nombre(maximum)} ({unite})")
        return Lu(int(valeur))

    return lire


def degres(maximum: int) -> Callable[[str], Lu]:
    """Reader of decimal degrees; a number out of range is told apart, it may be in another system."""

    def lire(texte: str) -> Lu:
        valeur = _reel(texte.rstrip("° "))
        if valeur is None:
            return Lu(faute=f"{_pas_un_nombre(texte)} : il faut des degrés décimaux, comme 46,0357")
        if abs(valeur) > maximum:
            return Lu(valeur, faute=_hors_degres(valeur, maximum))
        return Lu(valeur)

    return lire


def montant(unite_entete: str | None) -> Callable[[str], Lu]:
    """Reader of amounts in M€: the unit of the cell, else that of the head of the column, else M€."""

    def lire(texte: str) -> Lu:
        unite, reste = _detacher(texte)
        valeur = _reel(reste)
        if valeur is None:
            return Lu(faute=_pas_un_nombre(texte))
        unite = unite or unite_entete
        if unite is None and valeur > MONTANT_SANS_UNITE:
            return Lu(
                faute=f"sans unité, un montant se lit en M€, {nombre(MONTANT_SANS_UNITE)} au plus : écrivez "
                "« 1 500 € » ou « 1 500 M€ »"
            )
        meur = round(valeur * FACTEURS[unite or "M€"], 6)
        if not 0 <= meur <= MONTANT_MAX:
            return Lu(faute=f"il faut de 0 à {nombre(MONTANT_MAX)} M€")
        return Lu(meur)

    return lire


def unite_de_l_entete(colonne: str) -> str | None:
    """Unit that the head of a column names: « montant (k€) », « investissement_meur »."""
    texte = colonne.replace("_", " ")
    return next((unite for unite, motif in _ENTETE if motif.search(texte)), None)


def _detacher(texte: str) -> tuple[str | None, str]:
    """Unit at the end of a cell, and what stands before it."""
    for unite, motif in _UNITES:
        fin = re.search(rf"(?<![A-Za-z])(?:{motif.pattern})\.?$", texte, re.IGNORECASE)
        if fin:
            return unite, texte[: fin.start()].rstrip()
    return None, texte


def _reel(texte: str) -> float | None:
    """The number that a text writes, None when it writes none."""
    if len(texte) > _CHIFFRES_MAX:
        return None
    forme = _FORME.fullmatch(_GROUPES.sub("", texte.strip()))
    if forme is None:
        return None
    signe, chiffres, puissance = forme.groups()
    chiffres = _point_decimal(chiffres)
    if chiffres is None:
        return None
    valeur = float(f"{'-' if signe in ('-', '−') else ''}{chiffres}e{puissance or 0}")
    return valeur if math.isfinite(valeur) else None


def _point_decimal(chiffres: str) -> str | None:
    """Digits with a point for decimals: the last separator, unless it comes several times."""
    dernier = max(chiffres.rfind("."), chiffres.rfind(","))
    if dernier < 0:
        return chiffres
    if chiffres.count(chiffres[dernier]) > 1:
        groupes = re.split(r"[.,]", chiffres)
        return "".join(groupes) if all(len(g) == 3 for g in groupes[1:]) else None  # noqa: PLR2004  thousands
    entiers = re.sub(r"[.,]", "", chiffres[:dernier])
    return f"{entiers or '0'}.{chiffres[dernier + 1 :] or '0'}"


def _pas_un_nombre(texte: str) -> str:
    if _FORMULE.match(texte):
        return "c’est une formule : donnez sa valeur"
    return "ce n’est pas un nombre"


def _hors_degres(valeur: float, maximum: int) -> str:
    if 1e5 <= valeur <= 7.2e6:  # noqa: PLR2004  the range of Lambert-93 eastings and northings
        return "ce sont des mètres (Lambert-93 ?) : donnez la latitude et la longitude en degrés WGS 84"
    return f"il faut de -{maximum} à {maximum} degrés"
