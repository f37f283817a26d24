"""The model to download: the columns to fill, and what each one means, from one declaration."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final

import xlsxwriter

from data.liste.declaration import CHAMPS_LISTE
from data.liste.rejets import en_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FEUILLE", "dictionnaire", "modele_csv", "modele_xlsx"]

FEUILLE: Final = "Projets"
DICTIONNAIRE: Final = "Dictionnaire"

CREATION: Final = dt.datetime(2026, 1, 1)  # noqa: DTZ001  a workbook has no zone
"""Date written in the workbook: fixed, so that the same model is the same file."""

LARGEURS: Final = (26, 90, 30, 44, 70)
"""Widths of the columns of the dictionary, in characters."""


def dictionnaire() -> list[dict[str, str]]:
    """Each field: colonne, sens, exemple, obligatoire, « aussi reconnu »."""
    return [
        {
            "Colonne": champ.titre,
            "Sens": champ.sens,
            "Exemple": champ.exemple,
            "Obligatoire": champ.obligatoire,
            "Aussi reconnu sous": ", ".join(champ.synonymes),
        }
        for champ in CHAMPS_LISTE
    ]


def modele_csv() -> bytes:
    """The model as a CSV: the heads and one row of example, which is left out if it stays."""
    return en_csv([champ.titre for champ in CHAMPS_LISTE], [[champ.exemple for champ in CHAMPS_LISTE]])


def modele_xlsx() -> bytes:
    """The model as a workbook: a sheet to fill (all text: no zero is lost) and the dictionary."""
    flux = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(flux, options) as classeur:
        classeur.set_properties({"title": "Modèle de liste de projets", "created": CREATION})
        tete = classeur.add_format({"bold": True, "bg_color": "#e6e8ea", "bottom": 1, "valign": "top"})
        texte = classeur.add_format({"num_format": "@"})
        long = classeur.add_format({"text_wrap": True, "valign": "top"})
        projets = classeur.add_worksheet(FEUILLE)
        projets.set_column(0, len(CHAMPS_LISTE) - 1, 22, texte)
        _remplir(projets, [[c.titre for c in CHAMPS_LISTE]], tete)
        _remplir(projets, [[c.exemple for c in CHAMPS_LISTE]], texte, premiere=1)
        feuille = classeur.add_worksheet(DICTIONNAIRE)
        for rang, largeur in enumerate(LARGEURS):
            feuille.set_column(rang, rang, largeur, long)
        fiches = dictionnaire()
        _remplir(feuille, [list(fiches[0])], tete)
        _remplir(feuille, [list(fiche.values()) for fiche in fiches], long, premiere=1)
        for onglet in (projets, feuille):
            onglet.freeze_panes(1, 0)
    return flux.getvalue()


def _remplir(
    feuille: xlsxwriter.worksheet.Worksheet,
    lignes: Sequence[Sequence[str]],
    forme: xlsxwriter.format.Format,
    *,
    premiere: int = 0,
) -> None:
    """Write rows of texts from one row on."""
    for i, ligne in enumerate(lignes, start=premiere):
        for j, cellule in enumerate(ligne):
            feuille.write_string(i, j, cellule, forme)
