"""Cells of a list corrected on the spot: the same file, as if its author had written it so.

A correction is kept with what stood there before: a saved list tells what was changed in it. The row is then
checked by the same reader as any other (`data.liste.controles`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.liste.brut import nettoyer
from data.liste.declaration import PAR_NOM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.liste.brut import Brut
    from data.liste.controles import Liste

__all__ = [
    "CELLULE_MAX",
    "Cellule",
    "Correction",
    "LigneACorriger",
    "corriger",
    "lignes_rejetees",
    "lignes_trouvees",
]

CELLULE_MAX: Final = 32_767
"""Longest text of a corrected cell, as in a spreadsheet."""

NOM_MAX: Final = 80
"""Characters of an enterprise or of a commune that name a row."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One cell that the reader changed: row in the file (`Brut.lignes`), column, text before and after."""

    ligne: int
    colonne: str
    avant: str
    apres: str


@dataclass(frozen=True, kw_only=True)
class Cellule:
    """One cell to show: column of the file, field that it is read as, text, what is wrong with it."""

    colonne: str
    champ: str
    valeur: str
    motif: str = ""


@dataclass(frozen=True, kw_only=True)
class LigneACorriger:
    """One row to show: rank in `Brut.table`, line of the file, name, faults of the whole row, cells."""

    rang: int
    ligne: int
    nom: str
    motifs: tuple[str, ...]
    cellules: tuple[Cellule, ...]


def corriger(brut: Brut, changees: Mapping[tuple[int, str], str]) -> tuple[Brut, tuple[Correction, ...]]:
    """The file with some cells changed, and what was changed.

    Args:
        brut: The file.
        changees: Rank of the row and column -> new text; a cell that the file does not have is left out, and
            so is one that stays as it is.

    Returns:
        The file, its changed rows without the fault of their shape, which the reader has seen; what changed.
    """
    connues = {
        (rang, colonne): texte[:CELLULE_MAX]
        for (rang, colonne), texte in changees.items()
        if 0 <= rang < len(brut.table) and colonne in brut.table.columns
    }
    textes, _ = nettoyer(list(connues.values()))
    table = brut.table.copy()
    faites = []
    for (rang, colonne), texte in zip(connues, textes, strict=True):
        avant = _texte(table.loc[rang, colonne])
        if avant != _texte(texte):
            table.loc[rang, colonne] = texte
            faites.append(
                Correction(ligne=int(brut.lignes[rang]), colonne=colonne, avant=avant, apres=_texte(texte))
            )
    vues = {rang for rang, _ in connues}
    defauts = {rang: motif for rang, motif in brut.defauts.items() if rang not in vues}
    return replace(brut, table=table, defauts=defauts), tuple(faites)


def lignes_rejetees(
    liste: Liste, correspondance: Mapping[str, str | None], *, au_plus: int
) -> tuple[LigneACorriger, ...]:
    """The first rejected rows, the faulty cells of each before the others.

    Args:
        liste: The list, checked, with the cells of its file.
        correspondance: Column of each field.
        au_plus: Rows wanted.
    """
    rangs = list(dict.fromkeys(liste.rejets["rang"].tolist()))[:au_plus]
    fautes = liste.rejets[liste.rejets["rang"].isin(rangs)]
    motifs: dict[tuple[int, str], list[str]] = {}
    for rang, colonne, motif in fautes[["rang", "colonne", "motif"]].itertuples(index=False, name=None):
        motifs.setdefault((rang, colonne), []).append(motif)
    return _lignes(
        liste.brut, correspondance, rangs, {lieu: " ; ".join(dits) for lieu, dits in motifs.items()}
    )


def lignes_trouvees(
    brut: Brut, correspondance: Mapping[str, str | None], texte: str, *, au_plus: int
) -> tuple[LigneACorriger, ...]:
    """The rows that a reader looks for: by their line in the file, or by what any of their cells holds.

    Args:
        brut: The file.
        correspondance: Column of each field.
        texte: A number of line, or a piece of text.
        au_plus: Rows wanted.
    """
    voulu = texte.strip().casefold()
    if not voulu:
        return ()
    if voulu.isdecimal():
        rangs = [rang for rang, ligne in enumerate(brut.lignes.tolist()) if str(ligne) == voulu]
    else:
        lues = [colonne for colonne in correspondance.values() if colonne]
        dedans = pd.Series(data=False, index=brut.table.index)
        for colonne in lues:
            dedans |= brut.table[colonne].str.casefold().str.contains(voulu, regex=False, na=False)
        rangs = brut.table.index[dedans].tolist()
    return _lignes(brut, correspondance, rangs[:au_plus], {})


def _lignes(
    brut: Brut,
    correspondance: Mapping[str, str | None],
    rangs: Sequence[int],
    motifs: Mapping[tuple[int, str], str],
) -> tuple[LigneACorriger, ...]:
    champs = {colonne: champ for champ, colonne in correspondance.items() if colonne}
    lignes = []
    for rang in rangs:
        cellules = [
            Cellule(
                colonne=colonne,
                champ=PAR_NOM[champ].titre,
                valeur=_texte(brut.table.loc[rang, colonne]),
                motif=motifs.get((rang, colonne), ""),
            )
            for colonne, champ in champs.items()
        ]
        lignes.append(
            LigneACorriger(
                rang=rang,
                ligne=int(brut.lignes[rang]),
                nom=_nom(brut, correspondance, rang),
                motifs=tuple(_de_la_ligne(motifs, rang)),
                cellules=tuple(sorted(cellules, key=lambda cellule: not cellule.motif)),
            )
        )
    return tuple(lignes)


def _de_la_ligne(motifs: Mapping[tuple[int, str], str], rang: int) -> Iterable[str]:
    return [motif for (autre, colonne), motif in motifs.items() if autre == rang and not colonne]


def _nom(brut: Brut, correspondance: Mapping[str, str | None], rang: int) -> str:
    """What a reader knows the row by: « Forge d’Armor, Brest »; empty when it says neither."""
    lues = (correspondance.get("entreprise"), correspondance.get("commune"))
    return ", ".join(
        filter(None, (_texte(brut.table.loc[rang, colonne])[:NOM_MAX] for colonne in lues if colonne))
    )


def _texte(valeur: object) -> str:
    return valeur if isinstance(valeur, str) else ""
