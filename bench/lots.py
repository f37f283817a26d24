"""Files made by the dozen: what each took and weighed, and what is wrong with it.

The time is that of the processor, which nothing else on the machine changes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.mesures import bilan
from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Lot"]


@dataclass(frozen=True, kw_only=True)
class Lot:
    """The files of one kind.

    Attributes:
        quoi: What they are, in French, plural.
        secondes: Most that one may take, of processor time.
        octets: Most that one may weigh; None when the design says nothing.
        temps: Name -> seconds of each.
        poids: Name -> bytes of each.
        fautes: What is wrong, one French line each.
    """

    quoi: str
    secondes: float
    octets: int | None = None
    temps: dict[str, float] = field(default_factory=dict)
    poids: dict[str, int] = field(default_factory=dict)
    fautes: list[str] = field(default_factory=list)

    def faire(self, nom: str, fabrique: Callable[[], bytes]) -> bytes:
        """Make one file and note what it took; beyond the budget, it is a fault."""
        debut = time.process_time()
        octets = fabrique()
        self.temps[nom] = time.process_time() - debut
        self.poids[nom] = len(octets)
        if self.temps[nom] > self.secondes:
            self.fautes.append(f"{nom} : {nombre(self.temps[nom], 1, 's')}")
        if self.octets is not None and self.poids[nom] > self.octets:
            self.fautes.append(f"{nom} : {nombre(self.poids[nom])} octets")
        return octets

    def resume(self) -> dict[str, Any]:
        """The figures of the whole: seconds, bytes, number of faults."""
        durees = bilan(self.temps.values())
        return {
            "n": durees.n,
            "mediane": round(durees.mediane, 2),
            "maximum": round(durees.maximum, 2),
            "octets": max(self.poids.values()),
            "fautes": len(self.fautes),
            "budget_secondes": self.secondes,
            "budget_octets": self.octets,
        }

    def dire(self) -> str:
        """The slowest, the heaviest and every fault, as a reader of the terminal sees them."""
        lent, lourd = max(self.temps, key=self.temps.__getitem__), max(self.poids, key=self.poids.__getitem__)
        return "\n".join(
            [
                f"{nombre(len(self.temps))} {self.quoi} ; médiane {nombre(self.resume()['mediane'], 2, 's')}",
                f"au plus {nombre(self.temps[lent], 2, 's')} ({lent})",
                f"au plus {nombre(self.poids[lourd] / 1000, 0, 'ko')} ({lourd})",
                *(self.fautes or ["Rien ne déborde, et les chiffres sont ceux de l’écran."]),
            ]
        )
