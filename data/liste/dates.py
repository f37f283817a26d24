"""Dates as French people and spreadsheets write them, day first; the American order is never guessed."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from data.liste.nombres import Lu
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ANNEES", "lire_date"]

ANNEES: Final = (1990, 2049)
"""First and last year that a project may have."""

MOIS: Final = {
    nom: rang
    for rang, noms in enumerate(
        (
            ("janvier", "janv", "jan"),
            ("fevrier", "fevr", "fev"),
            ("mars", "mar"),
            ("avril", "avr"),
            ("mai",),
            ("juin",),
            ("juillet", "juil"),
            ("aout",),
            ("septembre", "sept", "sep"),
            ("octobre", "oct"),
            ("novembre", "nov"),
            ("decembre", "dec"),
        ),
        start=1,
    )
    for nom in noms
}
"""Number of each month by its name, as a comparison key."""

PREMIER_DU_MOIS: Final = "jour non donné : premier du mois"
PREMIER_DE_L_AN: Final = "mois non donné : premier janvier"
NUMERO_EXCEL: Final = "numéro de jour d’Excel"

_ORIGINE_EXCEL: Final = dt.date(1899, 12, 30)
_HEURE: Final = re.compile(r"[T ]\d{1,2}[:h]\d{2}.*$")
_SEP: Final = r"[/\-. ]"


def lire_date(texte: str) -> Lu:
    """Read one date, as a `datetime.date`.

    JJ/MM/AAAA, JJ-MM-AA, AAAA-MM-JJ (an hour may follow), « 3 mai 2021 », « mai 2021 », MM/AAAA, AAAA-MM, a
    year alone, or the five digits of a day in Excel. Without a day, the first one, and a note says so.
    """
    nu = _HEURE.sub("", texte.strip())
    lettres = cle(nu)
    for forme, lire in _FORMES:
        trouve = forme.fullmatch(nu) or forme.fullmatch(lettres)
        if trouve:
            try:
                return _dans_les_bornes(*lire(*trouve.groups()))
            except (ValueError, OverflowError):
                return Lu(faute="ce jour n’existe pas (il faut jour/mois/année)")
            except KeyError:
                break
    return Lu(faute="ce n’est pas une date : écrivez JJ/MM/AAAA")


def _dans_les_bornes(date: dt.date, note: str) -> Lu:
    if not ANNEES[0] <= date.year <= ANNEES[1]:
        return Lu(faute=f"il faut une date de {ANNEES[0]} à {ANNEES[1]}")
    return Lu(date, note=note)


def _jour(jour: str, mois: str, annee: str) -> tuple[dt.date, str]:
    complete = int(annee) + (2000 if len(annee) == 2 else 0)  # noqa: PLR2004  « 21 » is 2021
    return dt.date(complete, int(mois), int(jour)), ""


def _iso(annee: str, mois: str, jour: str) -> tuple[dt.date, str]:
    return dt.date(int(annee), int(mois), int(jour)), ""


def _lettres(jour: str, mois: str, annee: str) -> tuple[dt.date, str]:
    return dt.date(int(annee), MOIS[mois], int(jour)), ""


def _mois_lettres(mois: str, annee: str) -> tuple[dt.date, str]:
    return dt.date(int(annee), MOIS[mois], 1), PREMIER_DU_MOIS


def _mois(mois: str, annee: str) -> tuple[dt.date, str]:
    return dt.date(int(annee), int(mois), 1), PREMIER_DU_MOIS


def _iso_mois(annee: str, mois: str) -> tuple[dt.date, str]:
    return _mois(mois, annee)


def _annee(annee: str) -> tuple[dt.date, str]:
    return dt.date(int(annee), 1, 1), PREMIER_DE_L_AN


def _excel(jours: str) -> tuple[dt.date, str]:
    return _ORIGINE_EXCEL + dt.timedelta(days=int(jours)), NUMERO_EXCEL


_FORMES: Final[tuple[tuple[re.Pattern[str], Callable[..., tuple[dt.date, str]]], ...]] = (
    (re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d{{2}})", re.ASCII), _jour),
    (re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})", re.ASCII), _iso),
    (re.compile(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})", re.ASCII), _lettres),
    (re.compile(r"([a-z]+) (\d{4})", re.ASCII), _mois_lettres),
    (re.compile(rf"(\d{{1,2}}){_SEP}(\d{{4}})", re.ASCII), _mois),
    (re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}})", re.ASCII), _iso_mois),
    (re.compile(r"(\d{4})", re.ASCII), _annee),
    (re.compile(r"(\d{5})(?:\.0*)?", re.ASCII), _excel),
)
"""Each way of writing a date, and how its parts are read."""
