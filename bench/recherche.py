"""The search at each key stroke: names typed letter by letter, rightly and with one wrong letter.

No browser and no server: what is timed is `Index.chercher` on the real atlas, which is all that the field
waits for before its answers leave.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from bench.mesures import bilan
from data import load
from geo.search import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["mesurer"]

NOMS = 200
GRAINE = 20210924
LETTRES = "abcdefghijklmnopqrstuvwxyz"


def mesurer(*, noms: int = NOMS) -> dict[str, float]:
    """Times of one key stroke in ms (median, 95th percentile, largest), typed rightly and with one error.

    Half of the names are communes, the others are of any kind; the sample is the same at each run. Keys:
    `index_ms` (building the index), `frappes` (key strokes timed), then `mediane_ms`, `p95_ms`, `maximum_ms`
    and the same three after `faute_`.
    """
    atlas = load.atlas()
    debut = time.perf_counter()
    index = Index.de(atlas)
    construction = (time.perf_counter() - debut) * 1000
    hasard = random.Random(GRAINE)
    choisis = _noms(index, hasard, noms)
    justes = list(_chronometrer(index, _frappes(choisis)))
    fausses = list(_chronometrer(index, _frappes(_avec_faute(nom, hasard) for nom in choisis)))
    return {
        "index_ms": construction,
        "frappes": len(justes) + len(fausses),
        **_resume(justes, ""),
        **_resume(fausses, "faute_"),
    }


def _noms(index: Index, hasard: random.Random, nombre: int) -> list[str]:
    communes = [entree.libelle for entree in index.entrees if entree.sorte == "commune"]
    autres = [entree.libelle for entree in index.entrees if entree.sorte != "commune"]
    return hasard.sample(communes, nombre // 2) + hasard.sample(autres, nombre - nombre // 2)


def _avec_faute(nom: str, hasard: random.Random) -> str:
    place = hasard.randrange(len(nom))
    return nom[:place] + hasard.choice(LETTRES) + nom[place + 1 :]


def _frappes(noms: Iterable[str]) -> Iterator[str]:
    """What the field holds after each key stroke, from the second letter on."""
    for nom in noms:
        yield from (nom[:longueur] for longueur in range(2, len(nom) + 1))


def _chronometrer(index: Index, textes: Iterable[str]) -> Iterator[float]:
    """Time of each search, in ms."""
    for texte in textes:
        debut = time.perf_counter()
        index.chercher(texte)
        yield (time.perf_counter() - debut) * 1000


def _resume(temps: list[float], prefixe: str) -> dict[str, float]:
    mesure = bilan(temps)
    return {
        f"{prefixe}mediane_ms": mesure.mediane,
        f"{prefixe}p95_ms": mesure.p95,
        f"{prefixe}maximum_ms": mesure.maximum,
    }
