"""« Les miens, publiés, tous »: which rows of a table a reader brought, and what their amounts sum to.

An own project is a row that the reader's list added, or a published project that a row of it names or
matches. Its amount is the one that his list gives: a published one (« Point d’étape ») means the investment
of a document, his column what he put in it, and the two are never added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from francais import NON_RENSEIGNE, le_disent, nombre

if TYPE_CHECKING:
    import numpy.typing as npt

__all__ = ["LESQUELS", "Miens", "Montant"]

LESQUELS: Final = {"tous": "Tous", "miens": "Les miens", "publies": "Publiés"}
"""Words of the address -> what a reader chooses. « Publiés » is the published table, without his updates."""


DECIMALES: Final = 2
"""Most decimals of a sum of amounts, M€."""


@dataclass(frozen=True, kw_only=True)
class Montant:
    """What the amounts of some own projects amount to.

    Attributes:
        total: Sum of the amounts that are known, M€; None when none is.
        renseignes: Projects whose amount is known; the others are unknown, not zero.
        projets: Own projects.
    """

    total: float | None
    renseignes: int
    projets: int

    @property
    def dit(self) -> str:
        """The sum in French, « 12,45 M€ », « non renseigné » when no amount is known."""
        if self.total is None:
            return NON_RENSEIGNE
        arrondi = round(self.total, DECIMALES)
        utiles = next(d for d in range(DECIMALES + 1) if round(arrondi, d) == arrondi)
        return nombre(arrondi, utiles, "M€")

    @property
    def precision(self) -> str:
        """How many own projects give an amount, « dits par 28 projets sur 34 »."""
        return le_disent(self.renseignes, self.projets)


@dataclass(frozen=True, kw_only=True, eq=False)
class Miens:
    """The own rows of a table of projects; row i of every array is row i of the table.

    Attributes:
        masque: The row is of the reader's list, or a published project that his list updates.
        montants: Amount that his list gives, M€; NaN where it gives none.
        repetes: The row repeats, word for word, an earlier one of his list: its amount counts once.
    """

    masque: npt.NDArray[np.bool_]
    montants: npt.NDArray[np.float64]
    repetes: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        """Number of own projects."""
        return int(np.count_nonzero(self.masque))

    def montant(self, gardes: npt.NDArray[np.bool_]) -> Montant:
        """The amounts of the own projects that a selection keeps.

        Args:
            gardes: One boolean per row of the table.
        """
        siens = self.masque & gardes
        dits = siens & ~np.isnan(self.montants)
        return Montant(
            total=float(self.montants[dits & ~self.repetes].sum()) if dits.any() else None,
            renseignes=int(np.count_nonzero(dits)),
            projets=int(np.count_nonzero(siens)),
        )
