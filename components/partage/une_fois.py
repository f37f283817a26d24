"""What is long to open is opened once per server, by the first session that asks; the others wait for it.

Not a Streamlit cache: the server opens what it can before its first reader comes, outside any session.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["UneFois"]

C = TypeVar("C", bound="Hashable")
T = TypeVar("T")


class UneFois(Generic[C, T]):
    """A function of one thing that runs once for it, and never twice at the same time."""

    def __init__(self, faire: Callable[[C], T]) -> None:
        """Keep what `faire` gives for the last thing; a failure is not kept, the next call tries again."""
        self._garder = lru_cache(maxsize=1)(faire)
        self._verrou = Lock()

    def __call__(self, de: C) -> T:
        """What `faire` gives, from memory when it is there; whoever comes meanwhile waits."""
        with self._verrou:
            return self._garder(de)

    def oublier(self) -> None:
        """Forget it: the next call runs `faire` again."""
        self._garder.cache_clear()
