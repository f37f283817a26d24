"""CSV for French spreadsheets: semicolons, decimal commas, UTF-8 with its mark, formulas made harmless.

The file ends, after an empty line, with what it says of itself: a spreadsheet shows it under the table, and
the table stays at the top, with its headers on the first line, for whatever reads it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import pandas as pd

from exports.colonnes import COLONNES, lisible
from exports.contexte import Fichier
from exports.tableur import neutraliser, neutraliser_le_texte

if TYPE_CHECKING:
    from exports.contexte import Contexte, Progres

__all__ = ["ecrire"]

LOT: Final = 20_000
"""Rows between two words of progress."""

MARQUE: Final = "\ufeff"
FIN: Final = "\r\n"
OUI: Final = {True: "oui", False: "non"}


def ecrire(projets: pd.DataFrame, contexte: Contexte, progres: Progres | None = None) -> Fichier:
    """The selection as CSV.

    Dates are written « 2021-03-31 », which every spreadsheet understands whatever its country; missing values
    are empty.

    Args:
        projets: Rows of `geo.ensemble`, in the order to write.
        contexte: What the file says of itself.
        progres: Called with the share done, between 0 and 1.
    """
    sortie = io.StringIO(newline="")
    sortie.write(MARQUE)
    entetes = [neutraliser_le_texte(colonne.entete) for colonne in COLONNES]
    csv.writer(sortie, delimiter=";", lineterminator=FIN).writerow(entetes)
    for debut in range(0, len(projets), LOT):
        lot = _ecrit(lisible(projets.iloc[debut : debut + LOT]))
        lot.to_csv(sortie, sep=";", decimal=",", index=False, header=False, lineterminator=FIN)
        if progres:
            progres(min(1.0, (debut + LOT) / len(projets)))
    sortie.write(FIN)
    auteur = csv.writer(sortie, delimiter=";", lineterminator=FIN)
    auteur.writerow(["Sources et filtres"])
    auteur.writerows([nom, neutraliser_le_texte(texte)] for nom, texte in contexte.lignes())
    return Fichier(nom="projets.csv", type_mime="text/csv", octets=sortie.getvalue().encode("utf-8"))


def _ecrit(table: pd.DataFrame) -> pd.DataFrame:
    """Every column as it is written: texts harmless, dates and booleans in words, numbers as they are."""
    return table.apply(_colonne)


def _colonne(valeurs: pd.Series) -> pd.Series:
    if pd.api.types.is_bool_dtype(valeurs.dtype):
        return valeurs.map(OUI, na_action="ignore")
    if pd.api.types.is_datetime64_any_dtype(valeurs.dtype):
        return valeurs.dt.strftime("%Y-%m-%d")
    return valeurs if pd.api.types.is_numeric_dtype(valeurs.dtype) else neutraliser(valeurs.astype("str"))
