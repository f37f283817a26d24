"""Answers to a name, all of them and in order: the sure ones, then those with one error.

The order is made once for the whole list: what is unfolded later follows what was seen, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.millesimes import MILLESIMES
from geo.recherche.ecritures import ecritures
from geo.recherche.entree import SORTES
from geo.recherche.lexique import Lexique, Niveau

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.recherche.entree import Entree, Sorte

__all__ = ["AUCUNE", "LIMITE", "Classement"]

LIMITE = 8
"""Answers of the first page, when nobody asks for more or fewer."""

PART_DES_FAUTES = 4
"""One answer in four is kept for whole names with one error, one in two when only fragments answer."""

LIEUX: tuple[Sorte, ...] = ("commune", "departement", "region")
"""Kinds that one name may mean: « Bretagne » is a région and two communes."""

AUCUNE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Classement:
    """The names of the entries and their order among equals.

    Attributes:
        lexique: Names of the entries. All answers are its integers, `niveau * taille + rang`.
        departements: Code of the département of each entry, lower case.
        ordres: By millésime, the rank of each entry once the TI that it does not have come last.
        ordres_exacts: The same for those whose very name was typed: a région or a département then comes
            before the communes that it is larger than.
    """

    lexique: Lexique
    departements: np.ndarray
    ordres: dict[int, np.ndarray]
    ordres_exacts: dict[int, np.ndarray]

    @classmethod
    def de(cls, entrees: list[Entree]) -> Classement:
        """The order of entries in order of rank."""
        return cls(
            lexique=Lexique.de(_ecritures(entree) for entree in entrees),
            departements=np.array([entree.departement.lower() for entree in entrees]),
            ordres={m: _ordre(entrees, m) for m in MILLESIMES},
            ordres_exacts={m: _ordre(entrees, m, exact=True) for m in MILLESIMES},
        )

    def niveau(self, cotes: np.ndarray) -> int:
        """Level of the first answer; worse than any when there is none."""
        return int(cotes[0]) // self.lexique.taille if len(cotes) else len(Niveau)

    def rangs(self, cotes: np.ndarray) -> np.ndarray:
        """Ranks of the entries of answers."""
        rangs: np.ndarray = cotes % self.lexique.taille
        return rangs

    def ranger(self, cotes: Iterable[np.ndarray], millesime: int) -> np.ndarray:
        """Answers in order, each entry once, at its best level."""
        taille = self.lexique.taille
        triees = np.unique(np.concatenate([AUCUNE, *cotes]))
        uniques = triees[np.unique(triees % taille, return_index=True)[1]]
        niveaux, rangs = np.divmod(uniques, taille)
        exactes = niveaux == Niveau.EXACT
        ordre = np.where(exactes, self.ordres_exacts[millesime][rangs], self.ordres[millesime][rangs])
        rangees: np.ndarray = uniques[np.argsort(niveaux * taille + ordre)]
        return rangees

    def par_nom(self, lues: tuple[str, ...], millesime: int, *, en_tete: np.ndarray = AUCUNE) -> np.ndarray:
        """All the answers to the forms of a name, in order.

        Args:
            lues: The forms (`geo.recherche.ecritures.formes`).
            millesime: Millésime of the territories given.
            en_tete: Answers found by a code.
        """
        sures = self.ranger([en_tete, *map(self.lexique.trouver, lues)], millesime)
        if len(sures) < LIMITE:  # fragments only when the beginnings do not suffice
            sures = self.ranger([sures, *map(self.lexique.fouiller, lues)], millesime)
        if self.niveau(sures) == Niveau.EXACT and len(sures) >= LIMITE:
            return sures
        return self._avec_faute(lues, sures, millesime)

    def dans(self, lues: tuple[str, ...], permis: np.ndarray, millesime: int) -> np.ndarray:
        """Answers among the entries that are allowed, whole names with an error when there is none without.

        Args:
            lues: The forms of a name.
            permis: Whether each entry may be given.
            millesime: Millésime of the territories given.
        """
        for chercher in (self.lexique.trouver, self.lexique.fouiller, self.lexique.pardonner):
            cotes = np.concatenate([AUCUNE, *map(chercher, lues)])
            trouvees = cotes[
                permis[self.rangs(cotes)] & (cotes < (Niveau.FAUTE_NOM + 1) * self.lexique.taille)
            ]
            if len(trouvees):
                return self.ranger([trouvees], millesime)
        return AUCUNE

    def _avec_faute(self, lues: tuple[str, ...], sures: np.ndarray, millesime: int) -> np.ndarray:
        """The sure answers, completed by those with one error.

        Whole names with an error have a few places of their own on the first page, unless something bears
        the very name typed. Beginnings with an error are given only to whom no name or word begins as typed.
        """
        fautes = np.concatenate([AUCUNE, *map(self.lexique.pardonner, lues)])
        fautes = self.ranger([fautes[~np.isin(self.rangs(fautes), self.rangs(sures))]], millesime)
        entieres = fautes[fautes < (Niveau.FAUTE_NOM + 1) * self.lexique.taille]
        meilleure = self.niveau(sures)
        places = LIMITE // (PART_DES_FAUTES if meilleure <= Niveau.MOT else 2)
        if meilleure <= Niveau.MOT:
            fautes = entieres
        if meilleure == Niveau.EXACT:
            return np.concatenate([sures, fautes[:places]])
        garde = max(LIMITE - min(len(entieres), places), 0)
        page = LIMITE - len(sures[:garde])
        return np.concatenate([sures[:garde], fautes[:page], sures[garde:], fautes[page:]])


def _ecritures(entree: Entree) -> tuple[str, ...]:
    """All the forms of all the names of an entry, the first name first."""
    return tuple(dict.fromkeys(f for nom in (entree.libelle, *entree.noms) for f in ecritures(nom)))


def _ordre(entrees: list[Entree], millesime: int, *, exact: bool = False) -> np.ndarray:
    """Rank of each entry when the TI that a millésime does not have come after all the rest.

    With `exact`, communes, départements and régions are one kind, the most populated first: who types the
    very name of a région means it, not the village of that name.
    """
    absents = np.array([e.sorte == "territoire" and millesime not in e.territoires for e in entrees])
    sortes = np.array([SORTES.index(entree.sorte) for entree in entrees])
    habitants = np.zeros(len(entrees), dtype=np.int64)
    if exact:
        lieux = np.isin(sortes, [SORTES.index(sorte) for sorte in LIEUX])
        sortes = np.where(lieux, SORTES.index("commune"), sortes)
        habitants = np.where(lieux, [-entree.importance for entree in entrees], 0)
    ordre = np.empty(len(entrees), dtype=np.int64)
    ordre[np.lexsort((np.arange(len(entrees)), habitants, sortes, absents))] = np.arange(len(entrees))
    return ordre
