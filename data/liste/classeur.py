"""XLSX: the values of one sheet, after the archive has been weighed without trusting what it declares.

A workbook is a zip of XML. A small one may unfold into gigabytes: by its compression, by a single cell at
the far corner of a sheet, or by one long text that every cell repeats. All three are measured before the
workbook is opened. Macros are refused; formulas give the value that the spreadsheet computed last.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final, TypeVar

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from data.liste.brut import Brut, ListeRefusee
from data.liste.grille import depuis_la_grille
from data.liste.pesee import peser
from francais import accorder, liste
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["lire_classeur"]

FEUILLES_ANNEXES: Final = frozenset(
    {"dictionnaire", "sources et filtres", "sources", "lisez moi", "notice", "readme"}
)
"""Sheets that hold no projects, as comparison keys: our model and our exports have some."""

_VIDE: Final = (None, "")

_Lu = TypeVar("_Lu")


def lire_classeur(octets: bytes, nom: str, *, feuille: str | None = None) -> Brut:
    """Read one sheet of an XLSX: the one asked for, else the first visible one that may hold a list.

    Raises:
        ListeRefusee: Macros, a zip bomb, a broken or protected workbook, or no sheet with a table.
    """
    poids = peser(octets, nom)
    avis = []
    if poids.formules:
        avis.append(
            f"Le classeur contient {accorder(poids.formules, 'formule')} : la dernière valeur calculée est "
            "lue, rien n’est exécuté."
        )
    try:
        choisie, grille, autres = _proteger(lambda: _grille(octets, nom, feuille))
    except (CalamineError, PasswordError, XmlError, ZipError, ValueError, OSError) as erreur:
        raise _abime(nom) from erreur
    if autres:
        avis.append(f"Feuille lue : « {choisie} » ; {liste([f'« {autre} »' for autre in autres])} : non lu.")
    return depuis_la_grille(grille, nom=nom, forme="XLSX", avis=avis)


def _grille(octets: bytes, nom: str, feuille: str | None) -> tuple[str, list[list[str | None]], list[str]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(octets)) as classeur:
        visibles = [
            fiche.name
            for fiche in classeur.sheets_metadata
            if fiche.typ == SheetTypeEnum.WorkSheet and fiche.visible == SheetVisibleEnum.Visible
        ]
        candidates = [nom for nom in visibles if cle(nom) not in FEUILLES_ANNEXES] or visibles
        choisies = [f for f in candidates if feuille in (None, f)]
        if not choisies:
            raise ListeRefusee(f"Le classeur « {nom} » n’a pas de feuille visible à lire.")
        lues = classeur.get_sheet_by_name(choisies[0]).to_python(skip_empty_area=False)
        grille = [[_texte(cellule) for cellule in ligne] for ligne in lues]
        return choisies[0], grille, [f for f in candidates if f != choisies[0]]


def _texte(cellule: object) -> str | None:
    """A cell as text: numbers without needless decimals, dates in ISO, « oui » and « non »."""
    if type(cellule) is str:
        return cellule
    if cellule in _VIDE:
        return None
    if isinstance(cellule, bool):
        return "oui" if cellule else "non"
    if isinstance(cellule, float):
        return str(int(cellule)) if cellule.is_integer() and abs(cellule) < 1e15 else repr(cellule)  # noqa: PLR2004
    if isinstance(cellule, dt.datetime):
        return cellule.date().isoformat() if cellule.time() == dt.time() else cellule.isoformat(" ")
    return str(cellule)


def _proteger(lire: Callable[[], _Lu]) -> _Lu:
    """Run the Rust reader; its panics are no `Exception`, and must not end the session."""
    try:
        return lire()
    except BaseException as erreur:
        if type(erreur).__name__ == "PanicException":
            raise ValueError(str(erreur)) from erreur
        raise


def _abime(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Le classeur « {nom} » est abîmé ou protégé : il ne se lit pas. Ouvrez-le dans votre tableur et "
        "enregistrez-le de nouveau en XLSX, sans mot de passe, ou en CSV."
    )
