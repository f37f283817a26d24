"""Answers kept for the next one who asks the same, within a bound.

Anybody may ask for a million combinations of parameters: the oldest answers leave, by number and by weight,
and an answer heavier than a quarter of the room is not kept at all.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["OCTETS", "PLACES", "Memoire"]

PLACES: Final = 64
OCTETS: Final = 24_000_000
"""Answers kept, and their weight in all."""

T = TypeVar("T")


class Memoire(Generic[T]):
    """The last answers, by what was asked; several threads may ask."""

    def __init__(self, peser: Callable[[T], int], *, places: int = PLACES, octets: int = OCTETS) -> None:
        """Keep at most `places` answers that weigh at most `octets`, as `peser` weighs them."""
        self._peser = peser
        self._places, self._octets = places, octets
        self._gardees: OrderedDict[Hashable, T] = OrderedDict()
        self._poids = 0
        self._verrou = Lock()

    @property
    def poids(self) -> int:
        """Bytes kept now."""
        return self._poids

    def __len__(self) -> int:
        """Answers kept now."""
        return len(self._gardees)

    def lire(self, cle: Hashable) -> T | None:
        """An answer that is kept, which becomes the youngest."""
        with self._verrou:
            if cle in self._gardees:
                self._gardees.move_to_end(cle)
            return self._gardees.get(cle)

    def garder(self, cle: Hashable, valeur: T) -> None:
        """Keep an answer; the oldest make room for it."""
        poids = self._peser(valeur)
        if poids > self._octets // 4:
            return
        with self._verrou:
            ancienne = self._gardees.pop(cle, None)
            self._poids += poids - (self._peser(ancienne) if ancienne is not None else 0)
            self._gardees[cle] = valeur
            while len(self._gardees) > self._places or self._poids > self._octets:
                self._poids -= self._peser(self._gardees.popitem(last=False)[1])
