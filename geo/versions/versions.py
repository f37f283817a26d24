"""Two versions of a list of projects, row by row and field by field.

A row is known again by the id that it names, else by what it says: everything (`CERTAINES`), its enterprise,
place and object, or its enterprise and place alone. The last is enough only where the whole of each version
has one such row; where it has several, nobody can tell which became which: they are told as ambiguous,
never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from francais import NON_RENSEIGNE, nombre
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

__all__ = ["CLES", "Changement", "Ecarts", "comparer", "dire"]

CLES: Final = (
    ("siren", "code_commune", "objet"),
    ("entreprise", "code_commune", "objet"),
    ("siren", "code_commune"),
    ("entreprise", "code_commune"),
)
"""What tells a row again, the surest first; the names without accents and capitals."""

FAIBLES: Final = CLES[2:]
"""Keys that must be alone in the whole of each version."""

DECIMALES: Final = 6
"""Decimals of a figure, at most: a euro in M€."""

PLIES: Final = frozenset({"entreprise", "objet"})

Cle = tuple[object, ...]


class Changement(NamedTuple):
    """One field of one row: its places in both versions, the field, what it said and says, in French."""

    avant: int
    apres: int
    champ: str
    disait: str
    dit: str


@dataclass(frozen=True, kw_only=True)
class Ecarts:
    """What differs from one version to the next; rows by their places, from 0.

    Attributes:
        ajoutes: Rows of the later version that the earlier one does not have.
        partis: Rows of the earlier version that the later one does not have.
        changements: Fields that differ in the rows that both have, in the order of the later version.
        pareils: Rows that are the same in both.
        modifies: Rows that both have, and that differ.
        ambigus_avant: Rows of the earlier version that may be several of the later one.
        ambigus_apres: Those rows.
    """

    ajoutes: tuple[int, ...]
    partis: tuple[int, ...]
    changements: tuple[Changement, ...]
    pareils: int
    modifies: int
    ambigus_avant: tuple[int, ...]
    ambigus_apres: tuple[int, ...]

    @property
    def rien(self) -> bool:
        """Whether both versions say the same."""
        return not (self.ajoutes or self.partis or self.changements or self.ambigus_apres)


def comparer(
    avant: pd.DataFrame,
    apres: pd.DataFrame,
    champs: Mapping[str, str],
    *,
    ids: tuple[pd.Series, pd.Series] | None = None,
) -> Ecarts:
    """What differs between two versions of a list.

    Args:
        avant: The earlier version: entreprise, siren, code_commune, objet, and `champs`.
        apres: The later one, with the same columns.
        champs: Columns that are compared -> what a reader calls them.
        ids: The id that each row of each version names, missing for most.
    """
    paires = _Paires(len(avant), len(apres))
    if ids is not None:
        paires.unir(*([None if pd.isna(un) else (un,) for un in suite] for suite in ids))
    tout = list(champs)
    paires.unir_les_pareils(_cles(avant, tout), _cles(apres, tout))
    for colonnes in CLES:
        paires.unir(_cles(avant, colonnes), _cles(apres, colonnes), toutes=colonnes in FAIBLES)
    ambigus_avant, ambigus_apres = _ambigus(avant, apres, paires)
    unies = sorted(paires.unies.items(), key=lambda paire: paire[1])
    changements = _changements(avant, apres, unies, champs)
    modifies = len({c.apres for c in changements})
    return Ecarts(
        ajoutes=tuple(la for la in paires.libres_apres() if la not in ambigus_apres),
        partis=tuple(ici for ici in paires.libres_avant() if ici not in ambigus_avant),
        changements=tuple(changements),
        pareils=len(unies) - modifies,
        modifies=modifies,
        ambigus_avant=tuple(sorted(ambigus_avant)),
        ambigus_apres=tuple(sorted(ambigus_apres)),
    )


def dire(valeur: object) -> str:
    """A value as a French reader reads it."""
    if valeur is None or pd.isna(valeur):
        return NON_RENSEIGNE
    if isinstance(valeur, pd.Timestamp):
        return f"{valeur:%d/%m/%Y}"
    if isinstance(valeur, str):
        return valeur
    chiffre = round(float(str(valeur)), DECIMALES)
    return nombre(chiffre, len(f"{chiffre:.{DECIMALES}f}".rstrip("0").partition(".")[2]))


class _Paires:
    """Rows of both versions that are the same one."""

    def __init__(self, avant: int, apres: int) -> None:
        self.avant = avant
        self.apres = apres
        self.unies: dict[int, int] = {}
        self.prises: set[int] = set()

    def libres_avant(self) -> list[int]:
        return [rang for rang in range(self.avant) if rang not in self.unies]

    def libres_apres(self) -> list[int]:
        return [rang for rang in range(self.apres) if rang not in self.prises]

    def unir(self, ici: Sequence[Cle | None], la: Sequence[Cle | None], *, toutes: bool = False) -> None:
        """Pair the rows whose key is alone on both sides, among the free rows or among all of them."""
        a_gauche = _par_cle(ici, range(self.avant) if toutes else self.libres_avant())
        a_droite = _par_cle(la, range(self.apres) if toutes else self.libres_apres())
        for cle_, rangs in a_gauche.items():
            siens = a_droite.get(cle_, ())
            if len(rangs) == len(siens) == 1 and rangs[0] not in self.unies and siens[0] not in self.prises:
                self._unir(rangs[0], siens[0])

    def unir_les_pareils(self, ici: Sequence[Cle | None], la: Sequence[Cle | None]) -> None:
        """Pair the rows that say the same in everything, one for one: which is which does not matter."""
        a_droite = _par_cle(la, self.libres_apres())
        for cle_, rangs in _par_cle(ici, self.libres_avant()).items():
            for rang, sien in zip(rangs, a_droite.get(cle_, ()), strict=False):
                self._unir(rang, sien)

    def _unir(self, ici: int, la: int) -> None:
        self.unies[ici] = la
        self.prises.add(la)


def _par_cle(cles: Sequence[Cle | None], rangs: Sequence[int]) -> dict[Cle, list[int]]:
    groupes: dict[Cle, list[int]] = {}
    for rang in rangs:
        valeur = cles[rang]
        if valeur is not None:
            groupes.setdefault(valeur, []).append(rang)
    return groupes


def _cles(table: pd.DataFrame, colonnes: Sequence[str]) -> list[Cle | None]:
    """Key of each row; None when a short key misses something, or the row says nothing at all."""
    suites = [[_plie(nom, valeur) for valeur in table[nom]] for nom in colonnes]
    lignes: list[Cle] = list(zip(*suites, strict=True))
    entieres = tuple(colonnes) in CLES
    return [
        None if (None in ligne if entieres else all(v is None for v in ligne)) else ligne for ligne in lignes
    ]


def _plie(nom: str, valeur: object) -> Hashable:
    if valeur is None or pd.isna(valeur):
        return None
    if nom in PLIES:
        return cle(str(valeur)) or None
    return valeur if isinstance(valeur, str) else str(valeur)


def _ambigus(avant: pd.DataFrame, apres: pd.DataFrame, paires: _Paires) -> tuple[set[int], set[int]]:
    """Free rows of both sides that share a weak key: some of them may be the same."""
    ici: set[int] = set()
    la: set[int] = set()
    for colonnes in FAIBLES:
        a_gauche = _par_cle(_cles(avant, colonnes), paires.libres_avant())
        a_droite = _par_cle(_cles(apres, colonnes), paires.libres_apres())
        for cle_ in a_gauche.keys() & a_droite.keys():
            ici.update(a_gauche[cle_])
            la.update(a_droite[cle_])
    return ici, la


def _changements(
    avant: pd.DataFrame, apres: pd.DataFrame, unies: Sequence[tuple[int, int]], champs: Mapping[str, str]
) -> list[Changement]:
    """Fields that differ, in the order of the later version; two missing values are the same."""
    changes = []
    for rang, (nom, titre) in enumerate(champs.items()):
        disait, dit = (_valeurs(table[nom]) for table in (avant, apres))
        changes += [
            (la, rang, Changement(ici, la, titre, dire(disait[ici]), dire(dit[la])))
            for ici, la in unies
            if disait[ici] != dit[la]
        ]
    return [change for _, _, change in sorted(changes, key=lambda paire: paire[:2])]


def _valeurs(colonne: pd.Series) -> list[object]:
    """Plain values, None where one is missing."""
    lues: list[object] = colonne.astype(object).where(colonne.notna(), None).tolist()
    return lues
