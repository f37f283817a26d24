"""matplotlib draws one figure at a time: whoever draws waits for his turn here, without knowing it.

It shares its letters and its settings between threads without a lock of its own. A page, a sheet, a deck and
the command line call the same functions: the lock stands on them, so that no caller may forget it, and it is
held while something is drawn or written, not while a file is put together around its pictures.
"""

from __future__ import annotations

from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["UN_DESSIN", "a_son_tour"]

P = ParamSpec("P")
T = TypeVar("T")

UN_DESSIN: Final = RLock()
"""Held by the thread that draws."""


def a_son_tour(dessiner: Callable[P, T]) -> Callable[P, T]:
    """A function that draws, whose callers wait until no other thread does."""

    @wraps(dessiner)
    def _attendre(*args: P.args, **options: P.kwargs) -> T:
        with UN_DESSIN:
            return dessiner(*args, **options)

    return _attendre
