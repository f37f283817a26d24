"""Cells read by the reader of their field, each different text once; what is wrong is kept with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from data.liste.nombres import Lu
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from data.liste.brut import Brut

__all__ = ["Fautes", "lire_la_colonne", "prendre"]

VIDES: Final = frozenset(
    {
        "nc",
        "n c",
        "nd",
        "n d",
        "na",
        "n a",
        "so",
        "s o",
        "null",
        "none",
        "nan",
        "vide",
        "inconnu",
        "inconnue",
        "non renseigne",
        "non renseignee",
        "non communique",
        "non disponible",
        "non connu",
        "a definir",
        "a preciser",
    }
)
"""Texts that say that nothing is known, as comparison keys."""

_MUET_MAX: Final = 20

LIBRES: Final = frozenset({"entreprise", "objet", "commune"})
"""Fields in which such a text may be a name."""

_ERREUR_DE_TABLEUR: Final = re.compile(
    r"#(REF!|N/?A|VALUE!|VALEUR!|NAME\?|NOM\?|DIV/0!?|NULL!|NUL!|NUM!|NOMBRE!|SPILL!|CALC!|#+)", re.IGNORECASE
)

ERREUR_DE_TABLEUR: Final = "la cellule contient une erreur de tableur"


@dataclass(frozen=True, kw_only=True)
class Fautes:
    """What is wrong, cell by cell.

    Attributes:
        brut: The file.
        colonnes: Column of each field.
        notees: Rank of the row, name of the column, text of the cell, reason.
    """

    brut: Brut
    colonnes: Mapping[str, str]
    notees: list[tuple[int, str, str, str]] = field(default_factory=list)

    def noter(self, champ: str, motifs: Mapping[int, str]) -> None:
        """Note one reason for the field of some rows, by their rank."""
        colonne = self.colonnes.get(champ, "")
        if not colonne:
            self.notees.extend((rang, "", "", motif) for rang, motif in motifs.items())
            return
        textes = self.brut.table[colonne].fillna("").iloc[list(motifs)].tolist()
        for (rang, motif), valeur in zip(motifs.items(), textes, strict=True):
            self.notees.append((rang, colonne, valeur, motif))

    def rangs(self) -> np.ndarray:
        """Ranks of the rows in which something is wrong, in order."""
        return np.unique(np.array([faute[0] for faute in self.notees], dtype=np.int64))

    def en_faute(self, champ: str) -> np.ndarray:
        """Which rows have a fault in one field, row by row."""
        masque = np.zeros(len(self.brut.table), dtype=bool)
        colonne = self.colonnes.get(champ)
        masque[[rang for rang, autre, _, _ in self.notees if colonne and autre == colonne]] = True
        return masque

    def table(self) -> pd.DataFrame:
        """ligne, colonne, valeur, motif, in the order of the file and of its columns."""
        ordre = {colonne: rang for rang, colonne in enumerate(self.brut.colonnes)}
        triees = sorted(self.notees, key=lambda faute: (faute[0], ordre.get(faute[1], len(ordre)), faute[3]))
        table = pd.DataFrame(triees, columns=["rang", "colonne", "valeur", "motif"])
        lignes = self.brut.lignes[table["rang"].to_numpy(dtype=np.int64)]
        table = table.astype({"colonne": "str", "valeur": "str", "motif": "str"}).assign(ligne=lignes)
        return table[["rang", "ligne", "colonne", "valeur", "motif"]]


def prendre(brut: Brut, colonnes: Mapping[str, str], champ: str) -> pd.Series:
    """The texts of one field, missing where the file says that it does not know, or without column."""
    if champ not in colonnes:
        return pd.Series([None] * len(brut.table), dtype="str")
    textes = brut.table[colonnes[champ]]
    rangs, uniques = pd.factorize(textes)
    muets = np.array([_muet(texte, champ) for texte in uniques] + [False])
    return textes.mask(muets[rangs])


def _muet(texte: str, champ: str) -> bool:
    if champ in LIBRES or len(texte) > _MUET_MAX:
        return False
    lue = texte.lower() if texte.isascii() and texte.isalnum() else cle(texte)
    return lue in VIDES or (not lue and not texte.startswith("#"))


def lire_la_colonne(
    textes: pd.Series, lire: Callable[[str], Lu], fautes: Fautes, champ: str
) -> tuple[pd.Series, pd.Series]:
    """Read one field; what is wrong goes to `fautes`.

    Returns:
        The values (object, None where missing or wrong), the notes (object, empty mostly).
    """
    rangs, uniques = pd.factorize(textes)
    lus = [
        Lu(faute=ERREUR_DE_TABLEUR) if _ERREUR_DE_TABLEUR.fullmatch(texte) else lire(texte)
        for texte in uniques
    ]
    lus.append(Lu())
    motifs = np.array([lu.faute for lu in lus], dtype=object)
    fautifs = np.flatnonzero(motifs[rangs] != "")
    fautes.noter(champ, {int(rang): motifs[rangs[rang]] for rang in fautifs})
    valeurs = np.empty(len(lus), dtype=object)
    valeurs[:] = [None if lu.faute else lu.valeur for lu in lus]
    notes = np.array([lu.note for lu in lus], dtype=object)
    return pd.Series(valeurs[rangs]), pd.Series(notes[rangs])
