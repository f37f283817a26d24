"""The rejected rows as a file to correct and bring back: the columns of the file, and why."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.liste.controles import Liste

__all__ = ["MOTIF", "en_csv", "rejets_csv"]

MOTIF: Final = "motif"
"""Column of the reasons, last."""

BOM: Final = "\ufeff"

_DANGER: Final = re.compile(r"\s*[=+\-@＝＋－＠]")
_NOMBRE: Final = re.compile(r"[+\-]?[\d \u00a0\u202f.,]+(?:[eE][+\-]?\d+)?", re.ASCII)


def rejets_csv(liste: Liste) -> bytes:
    """The rejected rows, as they were written, with a last column « motif » that joins their reasons.

    `;`, UTF-8 with its mark, CRLF: a French spreadsheet opens it, and `lire` reads it back. A cell or a head
    that a spreadsheet would take for a formula begins with an apostrophe, which `lire` takes away again;
    numbers stay numbers.
    """
    fautes = liste.rejets
    prefixes = (fautes["colonne"] + " : ").where(fautes["colonne"] != "", "")
    motifs: dict[int, str] = {}
    for rang, motif in zip(fautes["rang"].tolist(), (prefixes + fautes["motif"]).tolist(), strict=True):
        motifs[rang] = f"{motifs[rang]} ; {motif}" if rang in motifs else motif
    colonnes = [c for c in liste.brut.colonnes if c != MOTIF]
    lignes = liste.brut.table[colonnes].iloc[list(motifs)].fillna("").itertuples(index=False, name=None)
    return en_csv(
        [*colonnes, MOTIF], [[*ligne, motif] for ligne, motif in zip(lignes, motifs.values(), strict=True)]
    )


def en_csv(entete: Sequence[str], lignes: Sequence[Sequence[str]]) -> bytes:
    """Rows of texts as a CSV for French spreadsheets, formulas neutralised."""
    flux = io.StringIO(newline="")
    ecrivain = csv.writer(flux, delimiter=";", lineterminator="\r\n")
    for ligne in (entete, *lignes):
        ecrivain.writerow([_neutre(cellule) for cellule in ligne])
    return (BOM + flux.getvalue()).encode("utf-8")


def _neutre(cellule: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would compute."""
    return f"'{cellule}" if _DANGER.match(cellule) and not _NOMBRE.fullmatch(cellule) else cellule
