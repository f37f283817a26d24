"""Reader of the list of laureates: the raw file that the table `projets` is made from.

It reads and checks the shape, and repairs nothing: `geo.projets.assemblage` decides what a row is worth.
The file is plain tab-separated text without quoting, in which an empty last field leaves a trailing tab.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pandas as pd

from data.sources import SourceAbsente, SourceAlteree
from geo.projets import COLONNES_BRUTES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["lire_laureats"]


def lire_laureats(chemin: Path) -> pd.DataFrame:
    """Every row of the list, in the order of the file, columns `geo.projets.assemblage.COLONNES_BRUTES`.

    All text, missing where empty (an empty is not a zero).

    Raises:
        SourceAbsente: When the file is not there.
        SourceAlteree: When it is not UTF-8 tab-separated text, or lacks a column.
    """
    try:
        lus = pd.read_csv(
            chemin,
            sep="\t",
            quoting=csv.QUOTE_NONE,
            dtype="str",
            keep_default_na=False,
            na_values=[""],
            encoding="utf-8",
        )
    except OSError as erreur:
        raise SourceAbsente(
            f"La liste des lauréats « {chemin.name} » est introuvable ou ne s’ouvre pas. "
            "Placez-la dans le dossier des sources, puis relancez la construction."
        ) from erreur
    except ValueError as erreur:
        raise SourceAlteree(
            f"La liste des lauréats « {chemin.name} » ne se lit pas : {erreur}. "
            "Remettez le fichier d’origine, du texte UTF-8 séparé par des tabulations."
        ) from erreur
    absentes = [nom for nom in COLONNES_BRUTES if nom not in lus.columns]
    if absentes:
        raise SourceAlteree(
            f"Il manque des colonnes à « {chemin.name} » : {', '.join(absentes)}. "
            "Vérifiez que c’est bien la liste décrite dans data/sources/sources.toml."
        )
    return lus[list(COLONNES_BRUTES)]
