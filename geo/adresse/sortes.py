"""The kinds of values that an address holds: what each takes as it is written, and what it understands.

A program must write a value exactly (`accepte`); a reader's link is understood as far as it means something
(`comprendre`). One kind answers both, so that the open data and the pages cannot disagree on a value.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["PLAFOND", "Choix", "Connu", "Entier", "Mois", "Sorte", "Vocabulaire"]

Dire = Callable[[str], None]
"""What takes a French notice."""

PLAFOND: Final = 999_999_999
"""The largest number that an address takes."""

_ENTIER: Final = re.compile(r"[0-9]{1,9}")


class Sorte(ABC):
    """A kind of value.

    Attributes:
        fausse: What a notice says of a value that means nothing, « … n’existe pas, laissé de côté ».
        fausses: The same of several ones.
    """

    fausse = "n’existe pas, laissé de côté"
    fausses = "n’existent pas, laissés de côté"

    def accepte(self, valeur: str) -> bool:
        """Whether the value is written exactly as it must be."""
        return self.comprendre(valeur, lambda _: None) is not None

    @abstractmethod
    def comprendre(self, valeur: str, dire: Dire) -> object | None:
        """What the value means; None when it means nothing. `dire` takes what a notice has to add."""


class Choix(Sorte):
    """One of a closed list of words, each with what it stands for."""

    def __init__(self, permis: Mapping[str, object]) -> None:
        """Take these words.

        Args:
            permis: Word -> what it stands for, which is never None.
        """
        self.permis = permis

    @classmethod
    def parmi(cls, mots: Iterable[str]) -> Self:
        """Words that stand for themselves."""
        return cls({mot: mot for mot in mots})

    def comprendre(self, valeur: str, dire: Dire) -> object | None:  # noqa: ARG002  a closed list adds nothing
        """What the word stands for."""
        return self.permis.get(valeur)


class Vocabulaire(Sorte):
    """One of a closed list of words that have names: a reader may write the name, with or without accents."""

    def __init__(self, noms: Mapping[str, str]) -> None:
        """Take these words.

        Args:
            noms: Word -> what a reader calls it.
        """
        self.noms = noms

    def accepte(self, valeur: str) -> bool:
        """Whether the value is one of the words."""
        return valeur in self.noms

    def comprendre(self, valeur: str, dire: Dire) -> str | None:  # noqa: ARG002  a closed list adds nothing
        """The word that the value is, or names."""
        return valeur if valeur in self.noms else self._par_cle.get(cle(valeur))

    @cached_property
    def _par_cle(self) -> dict[str, str]:
        """Folded word or label -> word; words first, then the labels in their order."""
        par_cle: dict[str, str] = {}
        for mot in self.noms:
            par_cle.setdefault(cle(mot), mot)
        for mot, libelle in self.noms.items():
            par_cle.setdefault(cle(libelle), mot)
        par_cle.pop("", None)
        return par_cle


class Connu(Sorte):
    """Whatever a function knows: for lists that are too long, or not there, to be written down."""

    def __init__(self, connaitre: Callable[[str], object | None]) -> None:
        """Take what `connaitre` does not answer by None."""
        self.connaitre = connaitre

    def comprendre(self, valeur: str, dire: Dire) -> object | None:  # noqa: ARG002  known or not, and no more
        """What the function answers."""
        return self.connaitre(valeur)


class Mois(Sorte):
    """A month written « 2021-03 », from 1900 to 2099."""

    motif: Final = "(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])"
    fausse = "n’est pas un mois (2021-03 attendu), laissé de côté"

    def comprendre(self, valeur: str, dire: Dire) -> str | None:  # noqa: ARG002  a month or not, and no more
        """The month."""
        return valeur if re.fullmatch(self.motif, valeur) else None


class Entier(Sorte):
    """A whole number, its bounds included."""

    def __init__(self, *, de: int = 0, a: int = PLAFOND) -> None:
        """Take the numbers from `de` to `a`."""
        self.de = de
        self.a = a
        self.fausse = f"n’est pas un nombre entier entre {de} et {a:_}, laissé de côté".replace("_", " ")

    def comprendre(self, valeur: str, dire: Dire) -> int | None:  # noqa: ARG002  a number or not, and no more
        """The number."""
        return int(valeur) if _ENTIER.fullmatch(valeur) and self.de <= int(valeur) <= self.a else None
