"""CSV for French spreadsheets: semicolons, decimal commas, UTF-8 with its mark, formulas made harmless.

The file ends, after an empty line, with what it says of itself: a spreadsheet shows it under the table, and
the table stays at the top, with its headers on the first line, for whatever reads it.

Lines are made by Arrow, column by column: the writer of pandas takes twice as long.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import pyarrow as pa
from pyarrow import compute

from exports.tables.colonnes import COLONNES, lisible
from exports.tables.tableur import neutraliser, neutraliser_le_texte

if TYPE_CHECKING:
    import pandas as pd

    from exports.tables.contexte import Contexte, Progres

__all__ = ["ecrire"]

LOT: Final = 20_000
"""Rows between two words of progress."""

MARQUE: Final = "\ufeff"
FIN: Final = "\r\n"
A_CITER: Final = '[;"\r\n]'
"""What a text holds when it must stand between quotes."""


def ecrire(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> bytes:
    """The selection as CSV.

    Dates are written « 2021-03-31 », which every spreadsheet understands whatever its country; missing values
    are empty.

    Args:
        projets: Rows of `geo.projets.ensemble`, in the order to write.
        contexte: What the file says of itself.
        progres: Called with the share done, between 0 and 1.
    """
    sortie = io.StringIO(newline="")
    sortie.write(MARQUE)
    entetes = [neutraliser_le_texte(colonne.entete) for colonne in COLONNES]
    csv.writer(sortie, delimiter=";", lineterminator=FIN).writerow(entetes)
    for debut in range(0, len(projets), LOT):
        sortie.write(_lignes(lisible(projets.iloc[debut : debut + LOT])))
        if progres:
            progres(min(1.0, (debut + LOT) / len(projets)))
    sortie.write(FIN)
    auteur = csv.writer(sortie, delimiter=";", lineterminator=FIN)
    auteur.writerow(["Sources et filtres"])
    auteur.writerows([nom, neutraliser_le_texte(texte)] for nom, texte in contexte.lignes())
    return sortie.getvalue().encode("utf-8")


def _lignes(table: pd.DataFrame) -> str:
    """Every row as it is written, with its end."""
    colonnes = pa.Table.from_pandas(table, preserve_index=False).combine_chunks().itercolumns()
    options = {"null_handling": "replace", "null_replacement": ""}
    lignes = compute.binary_join_element_wise(*map(_textes, colonnes), ";", **options)
    return FIN.join([*lignes.to_pylist(), ""])


def _textes(valeurs: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as it is written: texts harmless, dates and booleans in words, decimal commas."""
    if pa.types.is_boolean(valeurs.type):
        return compute.if_else(valeurs, "oui", "non")
    if pa.types.is_timestamp(valeurs.type):
        return compute.strftime(valeurs, "%Y-%m-%d")
    textes = valeurs.cast(pa.string())
    if pa.types.is_floating(valeurs.type):
        return compute.replace_substring(textes, ".", ",")
    return textes if pa.types.is_integer(valeurs.type) else _cites(neutraliser(textes))


def _cites(textes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts between quotes where they need them."""
    doubles = compute.replace_substring(textes, '"', '""')
    entre = compute.binary_join_element_wise('"', doubles, '"', "")
    return compute.if_else(compute.match_substring_regex(textes, A_CITER), entre, textes)
