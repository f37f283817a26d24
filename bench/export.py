"""Taking 200 000 projects away: real rows drawn again with a fixed seed, in each format.

`python -m bench.export` prints it; the budget is that of the CSV.
"""

from __future__ import annotations

import time

import numpy as np

from data import chargement
from exports.tables import FORMATS, Contexte, exporter
from francais import accorder, nombre
from geo.projets import ensemble

__all__ = ["mesurer", "temps"]

LIGNES = 200_000
CYCLES = 5
GRAINE = 20210924
BUDGET = 5.0


def mesurer(format_: str, *, lignes: int = LIGNES) -> tuple[float, int]:
    """Seconds to write the file, and its size in bytes."""
    projets = ensemble(chargement.atlas())
    rangs = np.random.default_rng(GRAINE).integers(0, len(projets), lignes)
    tires = projets.iloc[rangs].reset_index(drop=True)
    contexte = Contexte(titre="Banc", jour="2026-11-21", lien="", filtres=(), sources=())
    debut = time.perf_counter()
    octets = len(exporter(tires, format_, contexte).octets)
    return time.perf_counter() - debut, octets


def temps(format_: str = "csv", *, cycles: int = CYCLES) -> list[float]:
    """Seconds to write the same file several times."""
    return [mesurer(format_)[0] for _ in range(cycles)]


def _imprimer() -> None:
    print(f"{accorder(LIGNES, 'projet')} tirés au sort, une fois chaque format")
    for format_ in FORMATS:
        duree, octets = mesurer(format_)
        print(f"{format_:<10}{nombre(duree, 1, 's'):>12}{nombre(octets / 1e6, 1, 'Mo'):>14}")
    print(f"Budget du CSV : {nombre(BUDGET, 0, 's')}.")


if __name__ == "__main__":
    _imprimer()
