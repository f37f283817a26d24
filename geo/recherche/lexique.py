"""A dictionary that answers at each key stroke: by beginning, by word, by fragment, with one typing error.

Every name stands in one sorted list as many times as it has words, each time from another word on, so that a
beginning of name or of word is one stretch of that list, found by bisection. An error of one letter is
undone the other way round: each of the texts that differ by one letter from what was typed is looked up, and
only as long as what precedes the error begins something. No library of fuzzy matching does that for
beginnings, and 35 000 distances at each key stroke would cost more than a few hundred bisections.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import partial, reduce
from typing import TYPE_CHECKING

import numpy as np

from geo.recherche.ecritures import collee

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LETTRES_FAUTE", "Lexique", "Niveau"]

ALPHABET = "abcdefghijklmnopqrstuvwxyz "
"""What an error may have dropped or replaced; a wrong digit is another number (« Marseille 8 »)."""

LETTRES_FAUTE = 4
"""Letters from which one typing error is forgiven."""

LETTRES_DEBUT = 2
"""Letters from which a beginning is enough; a single letter must be the whole name (« Y »)."""

LETTRES_DEDANS = 3
"""Letters from which a fragment inside a word is looked for."""

MOTS_VIDES = frozenset({"de", "du", "des", "la", "le", "les", "en", "et", "sur"})
"""Words that need not be found when the words of a name are typed in another order."""

FIN = "\x7f"
"""A character after all those of the alphabet: `forme + FIN` closes the stretch of what begins by `forme`."""

_NOM, _MOT, _COLLE = range(3)


class Niveau(IntEnum):
    """How well a name answers, the best first."""

    EXACT = 0
    DEBUT = 1
    MOT = 2
    DEDANS = 3
    FAUTE_NOM = 4
    FAUTE_DEBUT = 5
    FAUTE_MOT = 6


_SANS_FAUTE = np.array([Niveau.EXACT, Niveau.DEBUT, Niveau.MOT, Niveau.DEDANS], dtype=np.int64)
_AVEC_FAUTE = np.array(
    [Niveau.FAUTE_NOM, Niveau.FAUTE_DEBUT, Niveau.FAUTE_MOT, Niveau.FAUTE_MOT], dtype=np.int64
)
"""Level of a whole form, then of a beginning by nature: of a name, of a word, of a name without spaces."""

_AUCUNE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Lexique:
    """Forms of names, sorted, and the rank of the entry that each belongs to.

    All answers are arrays of integers `niveau * taille + rang`: sorted, the best answer comes first, and
    among equals the smallest rank.

    Attributes:
        taille: Number of entries.
        debuts: Forms, each from each of its words on, sorted.
        rangs: Rank of the entry of each of them.
        natures: Whether each is a whole name, a name from an inner word on, or a name without spaces.
        texte: All the forms, each after a line feed.
        lignes: Where each form begins in `texte`.
        proprietaires: Rank of the entry of each form of `texte`.
    """

    taille: int
    debuts: list[str]
    rangs: np.ndarray
    natures: np.ndarray
    texte: str
    lignes: np.ndarray
    proprietaires: np.ndarray

    @classmethod
    def de(cls, noms: Iterable[Iterable[str]]) -> Lexique:
        """The lexicon of entries in order of rank, each given by its forms (`ecritures`)."""
        entrees = [tuple(formes) for formes in noms]
        couples = [(forme, rang) for rang, formes in enumerate(entrees) for forme in formes]
        morceaux = sorted({morceau for forme, rang in couples for morceau in _decouper(forme, rang)})
        longueurs = np.array([len(forme) + 1 for forme, _ in couples], dtype=np.int64)
        return cls(
            taille=len(entrees),
            debuts=[morceau[0] for morceau in morceaux],
            rangs=np.array([morceau[1] for morceau in morceaux], dtype=np.int32),
            natures=np.array([morceau[2] for morceau in morceaux], dtype=np.int8),
            texte="".join(f"\n{forme}" for forme, _ in couples),
            lignes=np.cumsum(longueurs) - longueurs,
            proprietaires=np.array([rang for _, rang in couples], dtype=np.int32),
        )

    def trouver(self, forme: str) -> np.ndarray:
        """Entries whose name is the form, begins by it, or has a word that begins by it."""
        cotes = self._lire(forme, _SANS_FAUTE)
        if len(collee(forme)) < LETTRES_DEBUT:
            return cotes[cotes < (Niveau.EXACT + 1) * self.taille]
        return cotes

    def fouiller(self, forme: str) -> np.ndarray:
        """Entries that hold the form inside a word, or all its words in another order."""
        if len(collee(forme)) < LETTRES_DEDANS:
            return _AUCUNE
        lieux = np.fromiter(_occurrences(self.texte, forme), dtype=np.int64)
        dedans = self.proprietaires[np.searchsorted(self.lignes, lieux, side="right") - 1]
        rangs = np.union1d(dedans, self._par_mots(forme))
        return self._cotes(np.full(len(rangs), Niveau.DEDANS, dtype=np.int64), rangs)

    def pardonner(self, forme: str) -> np.ndarray:
        """Entries that answer once one letter is added, dropped, replaced or swapped with the next."""
        if sum(map(str.isalpha, forme)) < LETTRES_FAUTE:
            return _AUCUNE
        voisines = _voisines(forme, self._connu(forme))
        cotes = [self._lire(voisine, _AVEC_FAUTE) for voisine in voisines]
        return np.unique(np.concatenate([_AUCUNE, *cotes]))

    def _lire(self, forme: str, niveaux: np.ndarray) -> np.ndarray:
        """Answers of the stretch that begins by the form: `niveaux[0]` when whole, else by nature."""
        debut, egaux, fin = self._tranche(forme)
        if debut == fin:
            return _AUCUNE
        natures = self.natures[debut:fin]
        trouves = niveaux[natures + 1]
        trouves[: egaux - debut][natures[: egaux - debut] != _MOT] = niveaux[0]
        return self._cotes(trouves, self.rangs[debut:fin])

    def _tranche(self, forme: str) -> tuple[int, int, int]:
        """Where what begins by the form begins, where what is exactly it ends, where all of it ends."""
        debut = bisect_left(self.debuts, forme)
        if debut == len(self.debuts) or not self.debuts[debut].startswith(forme):
            return debut, debut, debut
        egaux = bisect_left(self.debuts, f"{forme}\x00", debut)
        return debut, egaux, bisect_left(self.debuts, forme + FIN, egaux)

    def _connu(self, forme: str) -> int:
        """Length of the longest beginning of the form that begins something: an error is there or before."""
        place = bisect_left(self.debuts, forme)
        voisins = self.debuts[max(place - 1, 0) : place + 1]
        return max((_commun(forme, voisin) for voisin in voisins), default=0)

    def _par_mots(self, forme: str) -> np.ndarray:
        """Entries of which a word begins by each of the words of the form, in whatever order."""
        mots = [mot for mot in forme.split() if len(mot) >= LETTRES_DEBUT and mot not in MOTS_VIDES]
        if len(mots) < 2:  # noqa: PLR2004  one word has no order
            return _AUCUNE
        trouves: list[np.ndarray] = []
        for mot in mots:
            debut, _, fin = self._tranche(mot)
            trouves.append(np.unique(self.rangs[debut:fin]))
        return reduce(partial(np.intersect1d, assume_unique=True), trouves)

    def _cotes(self, niveaux: np.ndarray, rangs: np.ndarray) -> np.ndarray:
        cotes: np.ndarray = niveaux * self.taille + rangs
        return cotes


def _decouper(forme: str, rang: int) -> Iterator[tuple[str, int, int]]:
    """A form from each of its words on, and without its spaces, with its rank and its nature."""
    yield forme, rang, _NOM
    for place, signe in enumerate(forme):
        if signe == " ":
            yield forme[place + 1 :], rang, _MOT
    if " " in forme:
        yield collee(forme), rang, _COLLE


def _voisines(forme: str, connu: int) -> Iterator[str]:
    """Texts at one error from the form, when the error comes within its first `connu + 1` letters.

    A letter missing at the very end is no error: what was typed is then a beginning. Digits are right.
    """
    for i in range(min(connu + 1, len(forme))):
        avant, signe, apres = forme[:i], forme[i], forme[i + 1 :]
        if signe.isdigit():
            continue
        yield avant + apres
        if apres and apres[0] != signe:
            yield avant + apres[0] + signe + apres[1:]
        for lettre in ALPHABET:
            yield avant + lettre + signe + apres
            if lettre != signe:
                yield avant + lettre + apres


def _occurrences(texte: str, forme: str) -> Iterator[int]:
    """Every place where a form stands in a text."""
    place = texte.find(forme)
    while place >= 0:
        yield place
        place = texte.find(forme, place + 1)


def _commun(une: str, autre: str) -> int:
    """Number of letters by which two texts begin alike."""
    pareilles = 0
    for a, b in zip(une, autre, strict=False):
        if a != b:
            break
        pareilles += 1
    return pareilles
