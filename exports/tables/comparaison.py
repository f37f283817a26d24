"""The table of a comparison as CSV for French spreadsheets: what the page shows, figures left numeric."""

from __future__ import annotations

import csv
import io
import math
import re
from typing import TYPE_CHECKING, Final

from exports.tables.tableur import neutraliser_le_texte
from geo.fiche import ECARTS
from geo.indicateurs import annees, ecriture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.tables.contexte import Contexte
    from geo.indicateurs import Case, Ligne

__all__ = ["ecrire"]

NOMBRE: Final = re.compile(r"-?[0-9]+(,[0-9]+)?")
MARQUE: Final = "\ufeff"


def ecrire(lignes: Sequence[Ligne], noms: Sequence[str], contexte: Contexte) -> bytes:
    """One row an indicator and an object: value, rank, distance to France, or why there is none.

    Args:
        lignes: As `geo.indicateurs.comparaison.comparer` gives them.
        noms: Name of each object, in the order of the cases.
        contexte: What the file says of itself.
    """
    sortie = io.StringIO(newline="")
    sortie.write(MARQUE)
    auteur = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    auteur.writerow(
        (
            "Indicateur",
            "Unité",
            "Objet",
            "Valeur",
            "Rang",
            "Sur",
            "Place",
            "Écart à la France",
            "Écart en",
            "Part connue (%)",
            "Sans chiffre parce que",
            "À savoir",
            "Formule",
            "Années",
            "Géographie",
        )
    )
    auteur.writerows(
        [texte if NOMBRE.fullmatch(texte) else neutraliser_le_texte(texte) for texte in rangee]
        for ligne in lignes
        for rangee in (_rangee(ligne, case, nom) for case, nom in zip(ligne.cases, noms, strict=True))
    )
    auteur.writerow(())
    auteur.writerow(("Sources",))
    auteur.writerows((nom, neutraliser_le_texte(texte)) for nom, texte in contexte.lignes())
    return sortie.getvalue().encode("utf-8")


def _rangee(ligne: Ligne, case: Case, nom: str) -> Iterator[str]:
    indicateur, mesure = ligne.indicateur, case.mesure
    yield indicateur.libelle
    yield indicateur.unite
    yield nom
    yield _nombre(mesure.valeur, indicateur.decimales) if mesure and not case.raison else ""
    yield str(mesure.rang) if mesure and mesure.rang is not None else ""
    yield str(mesure.classes) if mesure and mesure.classes is not None else ""
    yield ecriture.rang(indicateur, mesure) if mesure else ""
    yield _nombre(case.ecart, 3)
    yield ECARTS[ligne.ecart_en]
    yield _nombre(100 * mesure.couverture, 1) if mesure else ""
    yield case.raison or case.sans_ecart
    yield " ; ".join(
        filter(None, (case.precision, ecriture.intervalle(indicateur, mesure) if mesure else ""))
    )
    yield indicateur.formule
    yield annees(indicateur)
    yield indicateur.geographie


def _nombre(valeur: float, decimales: int) -> str:
    """A figure that a French spreadsheet reads as one; empty when it is missing."""
    return "" if math.isnan(valeur) else f"{valeur:.{decimales}f}".replace(".", ",")
