"""What a reader may take away from a filter that keeps no project."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.filtre.puces import decrire, sans
from geo.filtre.selection import selectionner

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from geo.filtre.filtre import Filtre
    from geo.filtre.preparation import Preparee
    from geo.filtre.puces import Puce
    from geo.filtre.vocabulaires import Vocabulaires

    Masque = npt.NDArray[np.bool_]

__all__ = ["Retrait", "retraits"]


class Retrait(NamedTuple):
    """A chip, the filter without it, and how many projects that filter keeps."""

    puce: Puce
    filtre: Filtre
    projets: int


def retraits(
    preparee: Preparee, filtre: Filtre, vocabulaires: Vocabulaires, parmi: Masque | None = None
) -> list[Retrait]:
    """The chips that bring projects back when one of them alone is taken away, those that bring most first.

    Args:
        preparee: The projects.
        filtre: A filter, usually one that keeps none of them.
        vocabulaires: The names of its values.
        parmi: Rows among which the projects are; None for all.
    """
    essais = [
        Retrait(puce, reste, int(selectionner(preparee, reste, parmi).masque.sum()))
        for puce in decrire(filtre, vocabulaires)
        for reste in [sans(filtre, puce)]
    ]
    return sorted((essai for essai in essais if essai.projets), key=lambda essai: -essai.projets)
