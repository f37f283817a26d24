"""The search at each key stroke: names typed letter by letter, rightly and with one wrong letter.

No browser and no server: what is timed is `Index.chercher` on the real atlas, which is all that the field
waits for before its answers leave.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data import chargement
from geo.recherche import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Frappes", "mesurer"]

NOMS = 200
GRAINE = 20210924
LETTRES = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, kw_only=True)
class Frappes:
    """Time of each key stroke, in seconds: names typed rightly, and with one wrong letter."""

    justes: list[float]
    fausses: list[float]


def mesurer(*, noms: int = NOMS) -> Frappes:
    """Time the key strokes of a sample of names, half of them communes; always the same sample."""
    index = Index.de(chargement.atlas())
    hasard = random.Random(GRAINE)
    choisis = _noms(index, hasard, noms)
    justes = list(_chronometrer(index, _frappes(choisis)))
    fausses = list(_chronometrer(index, _frappes(_avec_faute(nom, hasard) for nom in choisis)))
    return Frappes(justes=justes, fausses=fausses)


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
    """Time of each search, in seconds."""
    for texte in textes:
        debut = time.perf_counter()
        index.chercher(texte)
        yield time.perf_counter() - debut
