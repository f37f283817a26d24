"""The last files made, for whoever asks the same: made once, and never waited for behind another one."""

from __future__ import annotations

from functools import lru_cache, update_wrapper
from threading import Lock
from typing import TYPE_CHECKING, Final, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Gardes"]

P = ParamSpec("P")
T = TypeVar("T")

TOURS: Final = 256
"""Demands whose turn is remembered; a forgotten one costs a file made twice, nothing more."""


class Gardes(Generic[P, T]):
    """A function whose last results are kept, within a bound; two readers of the same one share its work."""

    def __init__(self, faire: Callable[P, T], *, places: int) -> None:
        """Keep the last `places` results of `faire`, whose arguments can be hashed."""
        self._garder = lru_cache(maxsize=places)(faire)
        self._tour = lru_cache(maxsize=TOURS)(_un_tour)
        self._verrou = Lock()
        update_wrapper(self, faire)

    def __call__(self, *args: P.args, **options: P.kwargs) -> T:
        """The result, from memory when it is there; a failure is not kept, the next call tries again."""
        with self._verrou:
            tour = self._tour(*args, **options)  # type: ignore[arg-type]
        with tour:
            return self._garder(*args, **options)  # type: ignore[arg-type]

    def oublier(self) -> None:
        """Forget them all."""
        self._garder.cache_clear()


def _un_tour(*_args: object, **_options: object) -> Lock:
    return Lock()
