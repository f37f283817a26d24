"""A sheet of cells becomes a list: where its header stands, where it ends, which rows are too long.

French tables often carry a title above the header, and our own exports a block « Sources et filtres » below
the rows: both are left out, and the reader is told.
"""

from __future__ import annotations

from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from data.liste.brut import COLONNES_MAX, Brut, ListeRefusee, assembler, noms_de_colonnes
from data.liste.colonnes import reconnaitre
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["depuis_la_grille"]

ENTETE_AU_PLUS_TARD: Final = 15
"""Rows among which the header is looked for."""

FIN: Final = "sources et filtres"
"""First cell of the block that closes our own CSV exports."""


def depuis_la_grille(
    grille: list[list[str | None]] | list[list[str]],
    *,
    nom: str,
    forme: str,
    avis: Sequence[str] = (),
    decalage: int = 0,
) -> Brut:
    """Find the header and its rows in a sheet of texts.

    Args:
        grille: The rows, of any length.
        nom: Name of the file.
        forme: Its format.
        avis: Notices so far.
        decalage: Lines of the file that stand before the first row.

    Raises:
        ListeRefusee: No header, no row, or more rows or columns than the atlas reads.
    """
    rang = _entete(grille)
    if rang is None:
        raise ListeRefusee(
            f"Le fichier « {nom} » ne contient pas de tableau : il faut une ligne d’en-tête et au moins deux "
            "colonnes. Partez du modèle à télécharger."
        )
    largeur = _derniere(grille[rang]) + 1
    fin = _fin(grille, rang + 1)
    corps = grille[rang + 1 : fin]
    notes = [*avis]
    if rang:
        notes.append(f"L’en-tête a été trouvé à la ligne {rang + 1 + decalage} ; ce qui précède est laissé.")
    if fin < len(grille):
        notes.append(f"Le bloc « Sources et filtres » (ligne {fin + 1 + decalage}) est laissé.")
    if largeur > COLONNES_MAX:
        corps = corps[:1]
    return assembler(
        nom=nom,
        forme=forme,
        colonnes=noms_de_colonnes(grille[rang][:largeur]),
        cellules=_colonnes(corps, largeur),
        lignes=range(rang + 2 + decalage, rang + 2 + decalage + len(corps)),
        defauts=_trop_longues(corps, largeur),
        avis=notes,
    )


def _entete(grille: Sequence[Sequence[str | None]]) -> int | None:
    """Rank of the row that names most known columns, the first row of several cells when none does."""
    candidates = [
        (rang, ligne)
        for rang, ligne in enumerate(grille[:ENTETE_AU_PLUS_TARD])
        if sum(1 for c in ligne if c and c.strip()) > 1
    ]
    if not candidates:
        return None

    def connues(candidate: tuple[int, Sequence[str | None]]) -> int:
        noms = noms_de_colonnes(candidate[1][:COLONNES_MAX])
        return sum(colonne is not None for colonne in reconnaitre(noms).values())

    return max(candidates, key=connues)[0]


def _fin(grille: Sequence[Sequence[str | None]], debut: int) -> int:
    """Where the block of an export begins, or the length of the sheet."""
    for rang in range(len(grille) - 1, max(debut, len(grille) - 500) - 1, -1):
        ligne = grille[rang]
        if ligne and ligne[0] and cle(ligne[0]) == FIN and not any(ligne[1:]):
            return rang
    return len(grille)


def _derniere(ligne: Sequence[str | None]) -> int:
    """Rank of the last cell that holds something."""
    return max((rang for rang, cellule in enumerate(ligne) if cellule and cellule.strip()), default=-1)


def _colonnes(corps: Sequence[Sequence[str | None]], largeur: int) -> list[Sequence[str | None]]:
    colonnes = list(islice(zip_longest(*corps), largeur))
    return [*colonnes, *([(None,) * len(corps)] * (largeur - len(colonnes)))]


def _trop_longues(corps: Sequence[Sequence[str | None]], largeur: int) -> dict[int, str]:
    """Rows that hold something beyond the last column: one of their cells was cut in two."""
    return {
        rang: (
            f"la ligne a {_derniere(ligne) + 1} cellules pour {largeur} colonnes : un séparateur s’est "
            "glissé dans un texte, qu’il faut mettre entre guillemets"
        )
        for rang, ligne in enumerate(corps)
        if len(ligne) > largeur and _derniere(ligne) >= largeur
    }
