"""Selections side by side as CSV for French spreadsheets: what the page shows, figures left numeric."""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING, Final

from exports.tables.tableur import neutraliser_le_texte

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.tables.contexte import Contexte
    from geo.selections import Confrontation

__all__ = ["ecrire_confrontation"]

MARQUE: Final = "\ufeff"
ENTETES: Final = ("Chiffre", "Unité", "Colonne", "Valeur", "Se lit", "À savoir", "Comment")


def ecrire_confrontation(confrontation: Confrontation, noms: Sequence[str], contexte: Contexte) -> bytes:
    """One row a figure and a column, then what each two columns share, then where it comes from.

    Args:
        confrontation: As `geo.selections.confronter` gives it.
        noms: Name of each column.
        contexte: What the file says of itself.
    """
    sortie = io.StringIO(newline="")
    sortie.write(MARQUE)
    auteur = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    auteur.writerow(ENTETES)
    for rangee in confrontation.rangees:
        for nom, valeur, case in zip(noms, rangee.valeurs, rangee.cases, strict=True):
            textes = (rangee.libelle, rangee.unite, nom)
            chiffre = "" if math.isnan(valeur) else _nombre(valeur, rangee.decimales)
            suite = (case.texte, case.precision, rangee.note)
            auteur.writerow((*map(neutraliser_le_texte, textes), chiffre, *map(neutraliser_le_texte, suite)))
    auteur.writerow(())
    for commun in confrontation.communs:
        dit = neutraliser_le_texte(commun.dire(noms))
        auteur.writerow(("Projets en commun", "", dit, str(commun.projets), "", "", ""))
    auteur.writerow(())
    auteur.writerow(("Sources",))
    auteur.writerows((nom, neutraliser_le_texte(texte)) for nom, texte in contexte.lignes())
    return sortie.getvalue().encode("utf-8")


def _nombre(valeur: float, decimales: int) -> str:
    """A figure that a French spreadsheet reads as one."""
    return f"{valeur:.{decimales}f}".replace(".", ",")
