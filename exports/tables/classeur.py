"""An Excel workbook: typed cells, a sheet that says where they come from, a dictionary."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import xlsxwriter

from exports.tables.colonnes import COLONNES, lisible, valeurs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exports.tables.contexte import Contexte, Progres

__all__ = ["ecrire"]

OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
"""A text is a text: nothing that a file provides becomes a formula or a link."""

EN_MEMOIRE: Final = 20_000
"""Rows up to which nothing touches the disk; beyond, the library keeps its rows in files that it removes."""

CELLULE_MAX: Final = 32_767
"""Characters that Excel holds in a cell."""

LOT: Final = 5_000
LARGEURS: Final = {"entreprise": 34, "objet": 60, "mesure": 40, "reparations": 40}
LARGEUR: Final = 16


def ecrire(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> bytes:
    """The selection as a workbook: « Projets », « Sources et filtres », « Dictionnaire ».

    Args:
        projets: Rows of `geo.projets.ensemble`, in the order to write.
        contexte: What the file says of itself.
        progres: Called with the share done, between 0 and 1.
    """
    sortie = io.BytesIO()
    memoire = "in_memory" if len(projets) <= EN_MEMOIRE else "constant_memory"
    with xlsxwriter.Workbook(sortie, {**OPTIONS, memoire: True}) as classeur:
        cree = datetime.fromisoformat(contexte.jour).replace(tzinfo=UTC)
        classeur.set_properties({"title": contexte.titre, "comments": contexte.lien, "created": cree})
        formats = {
            "entete": classeur.add_format({"bold": True, "bg_color": "#f3f0e9", "text_wrap": True}),
            "jour": classeur.add_format({"num_format": "dd/mm/yyyy"}),
        }
        _projets(classeur.add_worksheet("Projets"), lisible(projets), formats, progres)
        _textes(
            classeur.add_worksheet("Sources et filtres"),
            ("Quoi", "Précision"),
            contexte.lignes(),
            formats,
            (24, 120),
        )
        dictionnaire = ((c.entete, c.sens, c.unite) for c in COLONNES)
        _textes(
            classeur.add_worksheet("Dictionnaire"),
            ("Colonne", "Sens", "Unité"),
            dictionnaire,
            formats,
            (34, 90, 16),
        )
    return sortie.getvalue()


def _projets(feuille: Any, table: pd.DataFrame, formats: dict[str, Any], progres: Progres | None) -> None:
    for rang, colonne in enumerate(COLONNES):
        feuille.set_column(rang, rang, LARGEURS.get(colonne.nom, LARGEUR))
        feuille.write_string(0, rang, colonne.entete, formats["entete"])
    feuille.freeze_panes(1, 1)
    feuille.autofilter(0, 0, max(1, len(table)), len(COLONNES) - 1)
    colonnes = [valeurs(table[colonne.nom]) for colonne in COLONNES]
    for ligne, cellules in enumerate(zip(*colonnes, strict=True), start=1):
        for rang, valeur in enumerate(cellules):
            _cellule(feuille, ligne, rang, valeur, formats["jour"])
        if progres and (ligne % LOT == 0 or ligne == len(table)):
            progres(ligne / len(table))


def _cellule(feuille: Any, ligne: int, rang: int, valeur: Any, jour: Any) -> None:
    if valeur is None:
        return
    if isinstance(valeur, pd.Timestamp):
        feuille.write_datetime(ligne, rang, valeur.to_pydatetime(), jour)
    elif isinstance(valeur, str):
        feuille.write_string(ligne, rang, valeur[:CELLULE_MAX])
    elif isinstance(valeur, bool):
        feuille.write_boolean(ligne, rang, valeur)
    else:
        feuille.write_number(ligne, rang, float(valeur))


def _textes(
    feuille: Any,
    entetes: Sequence[str],
    lignes: Iterable[Sequence[str]],
    formats: dict[str, Any],
    largeurs: Sequence[int],
) -> None:
    for rang, (entete, largeur) in enumerate(zip(entetes, largeurs, strict=True)):
        feuille.set_column(rang, rang, largeur)
        feuille.write_string(0, rang, entete, formats["entete"])
    for ligne, textes in enumerate(lignes, start=1):
        for rang, texte in enumerate(textes):
            feuille.write_string(ligne, rang, texte[:CELLULE_MAX])
