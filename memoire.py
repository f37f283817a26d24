"""One memory for the whole house: what was reckoned once is kept, within a bound, by what it was made from.

A value belongs to the first argument of its function, mostly the atlas, and is kept on it: it lives and goes
with it. Tables that are mended make another atlas (`components.partage.donnees`), which has kept nothing yet
and never meets a figure of the former one. A function that no object owns says what it depends on instead:
files, by their state, or the code alone.

The bound, the order in which values leave and the lock by key are those of `cachetools`: who asks what is
being reckoned waits for it, nobody else does; what fails or is interrupted is not kept, and the next one who
asks tries again. What is kept is shared by all readers: nobody may change it.
"""

from __future__ import annotations

from functools import update_wrapper
from threading import Condition, Lock
from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey, methodkey

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

__all__ = [
    "SANS_ARGUMENT",
    "Gardee",
    "annoncees",
    "garde",
    "oublier",
    "ouvrir_d_avance",
    "rien_que_le_code",
    "signature",
]

P = ParamSpec("P")
T = TypeVar("T")

SANS_ARGUMENT: Final[tuple[tuple[Hashable, ...], ...]] = ((),)
"""For `d_avance`: the function takes its owner alone."""

_PLACE: Final = "_garde"
"""Under what name an object keeps what belongs to it: function -> values."""

_DU_SERVEUR: Final[list[Gardee[..., Any]]] = []
"""Functions whose values belong to no object, in the order in which they were declared."""

_D_AVANCE: Final[list[tuple[Gardee[..., Any], tuple[tuple[Hashable, ...], ...]]]] = []
"""Functions that are called before the first reader comes, with what, in the order of their declaration."""


class Gardee(Generic[P, T]):
    """A function whose values are kept; `garde` makes it.

    Attributes:
        nom: Its whole name, « geo.projets.ensemble.ensemble ».
    """

    def __init__(
        self,
        fonction: Callable[P, T],
        *,
        taille: float,
        peser: Callable[[T], float] | None,
        depend: Callable[[], Hashable] | None,
    ) -> None:
        """Keep what `fonction` gives, as `garde` says."""
        update_wrapper(self, fonction)
        self.nom = f"{fonction.__module__}.{fonction.__qualname__}"
        self._fonction = fonction
        self._taille, self._peser, self._depend = taille, peser, depend
        self._du_serveur: tuple[Hashable, Any] | None = None
        self._verrou = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """The value kept for these arguments, or the one that is reckoned now and kept."""
        valeur: T = self._tiroir(args)(*args, **kwargs)
        return valeur

    def connue(self, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The value kept for these arguments, without reckoning nor waiting; None when there is none."""
        tiroir = self._tiroir(args)
        with tiroir.cache_lock:
            valeur: T | None = tiroir.cache.get(tiroir.cache_key(*args, **kwargs))
        return valeur

    def comptes(self, proprietaire: object = None) -> Any:
        """`hits`, `misses`, `maxsize` and `currsize` of what an owner keeps; the server, without one."""
        return self._tiroir((proprietaire,)).cache_info()

    def oublier(self, proprietaire: object = None) -> None:
        """Forget every value of an owner; of the server, when values of this function have none."""
        if self._depend is None:
            vars(proprietaire).get(_PLACE, {}).pop(self, None)
        else:
            self._du_serveur = None

    def _tiroir(self, args: tuple[Any, ...]) -> Any:
        """Where these arguments are looked up: among the values of the owner, or of the present state."""
        if self._depend is not None:
            return self._tiroir_du_serveur(self._depend)
        gardes: dict[Gardee[..., Any], Any] = vars(args[0]).setdefault(_PLACE, {})
        return gardes.get(self) or gardes.setdefault(self, self._nouveau(methodkey))

    def _tiroir_du_serveur(self, depend: Callable[[], Hashable]) -> Any:
        """Values of another state leave at once, before the new ones take their room."""
        gardees = self._du_serveur
        if gardees is None or gardees[0] != depend():
            with self._verrou:
                etat, gardees = depend(), self._du_serveur
                if gardees is None or gardees[0] != etat:
                    gardees = self._du_serveur = (etat, self._nouveau(hashkey))
        return gardees[1]

    def _nouveau(self, cle: Callable[..., Hashable]) -> Any:
        valeurs: LRUCache[Hashable, T] = LRUCache(self._taille, self._peser)
        return cached(valeurs, cle, condition=Condition(), info=True)(self._fonction)


def garde(
    *,
    taille: float,
    peser: Callable[[Any], float] | None = None,
    depend: Callable[[], Hashable] | None = None,
    d_avance: Iterable[tuple[Hashable, ...]] = (),
) -> Callable[[Callable[P, T]], Gardee[P, T]]:
    """Keep the values of a function: « kept by the atlas ».

    Without `depend`, the first argument owns them, whatever it equals: an object that others may hang things
    on (the atlas, and what is made from it once), never a text nor a number. The other arguments are the key,
    as they are written: `f(a, 1)` and `f(a, n=1)` are kept apart.

    Args:
        taille: Values kept for each owner at most, or what they may weigh together; the one that was asked
            for longest ago leaves first.
        peser: What a value weighs, 1 without it; a value heavier than `taille` is not kept.
        depend: For a function that no object owns: gives the state of what its values are made from, at each
            call, and quickly. Those of another state are forgotten.
        d_avance: Arguments behind the atlas with which the server calls it before the first reader comes.
    """

    def garder(fonction: Callable[P, T]) -> Gardee[P, T]:
        gardee = Gardee(fonction, taille=taille, peser=peser, depend=depend)
        if depend is not None:
            _DU_SERVEUR.append(gardee)
        if annonces := tuple(d_avance):
            _D_AVANCE.append((gardee, annonces))
        return gardee

    return garder


def annoncees() -> tuple[str, ...]:
    """Names of the functions opened in advance, in their order: « geo.projets.ensemble.ensemble »."""
    return tuple(gardee.nom for gardee, _ in _D_AVANCE)


def ouvrir_d_avance(proprietaire: object) -> None:
    """Call every function that asked for it, in the order of declaration, so that no reader waits."""
    for gardee, annonces in _D_AVANCE:
        for arguments in annonces:
            gardee(proprietaire, *arguments)


def oublier() -> None:
    """Forget all that the server keeps, the atlas included and whatever hangs on it: for the tests."""
    for gardee in _DU_SERVEUR:
        gardee.oublier()


def rien_que_le_code() -> None:
    """For `depend`: the code and what is delivered with it, which do not change while a server runs."""


def signature(fichier: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written again (time, size, place on the disk); None without the file."""
    try:
        etat = fichier.stat()
    except OSError:
        return None
    return etat.st_mtime_ns, etat.st_size, etat.st_ino
