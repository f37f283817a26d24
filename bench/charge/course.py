"""Series of the load test: how many readers, how hurried, for how long, and what the server spent on them."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from bench.charge.lecteur import Lecteur, Releve

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.charge.parcours import Lieux
    from bench.serveurs import Serveur

__all__ = ["ARRIVEE", "PAUSE", "Course", "Serie", "courir", "memoire", "relancer"]

PAUSE: Final = (3.0, 8.0)
"""Seconds that a reader looks at what he got before his next gesture, evenly drawn."""

ARRIVEE: Final = 5.0
"""Seconds in which the readers of a series arrive, evenly drawn: a link sent to a team."""

PERIODE: Final = 0.25
"""Seconds between two readings of the server's memory."""


@dataclass(frozen=True, kw_only=True)
class Serie:
    """What a series asks for.

    Attributes:
        sessions: Readers at once.
        duree: Seconds that it lasts.
        presses: Readers who make a gesture as soon as the former one has come, instead of looking at it.
        graine: Seed of every draw.
    """

    sessions: int
    duree: float
    presses: bool = False
    graine: int = 2021


@dataclass(frozen=True, kw_only=True)
class Course:
    """What a series gave.

    Attributes:
        serie: What it asked for.
        releve: Its gestures.
        secondes: How long it really lasted.
        memoire: Largest memory of the server meanwhile, in bytes.
        cpu: Processor time of the server, in seconds.
        cpu_du_banc: Processor time of the readers themselves, which share the machine.
    """

    serie: Serie
    releve: Releve
    secondes: float
    memoire: int
    cpu: float
    cpu_du_banc: float


def memoire(serveur: Serveur) -> int:
    """Resident memory of the server, in bytes."""
    return int(serveur.processus.memory_info().rss)


def courir(serveur: Serveur, serie: Serie, lieux: Lieux) -> Course:
    """Run one series."""
    cpu, banc, depart = serveur.secondes_cpu(), _cpu_du_banc(), time.perf_counter()
    releve, plus_haut = asyncio.run(_courir(serveur, serie, lieux))
    return Course(
        serie=serie,
        releve=releve,
        secondes=time.perf_counter() - depart,
        memoire=plus_haut,
        cpu=serveur.secondes_cpu() - cpu,
        cpu_du_banc=_cpu_du_banc() - banc,
    )


def _cpu_du_banc() -> float:
    temps = os.times()
    return temps.user + temps.system


async def _courir(serveur: Serveur, serie: Serie, lieux: Lieux) -> tuple[Releve, int]:
    fin = time.monotonic() + serie.duree
    releve = Releve()
    pics = [memoire(serveur)]
    guet = asyncio.create_task(_guetter(serveur, pics))
    arrivees = Random(serie.graine)
    async with asyncio.TaskGroup() as groupe:
        for rang in range(serie.sessions):
            lecteur = Lecteur(
                adresse=serveur.adresse,
                hasard=Random(serie.graine * 1000 + rang),
                lieux=lieux,
                releve=releve,
            )
            attente = arrivees.uniform(0, min(ARRIVEE, serie.duree / 3)) if serie.sessions > 1 else 0.0
            groupe.create_task(_venir(lecteur, attente, fin, presse=serie.presses))
    guet.cancel()
    return releve, max(*pics, memoire(serveur))


async def _venir(lecteur: Lecteur, attente: float, fin: float, *, presse: bool) -> None:
    await asyncio.sleep(attente)
    await lecteur.vivre(lambda: time.monotonic() < fin, _sans_pause if presse else _regarder)


def _regarder(hasard: Random) -> float:
    return hasard.uniform(*PAUSE)


def _sans_pause(_hasard: Random) -> float:
    return 0.0


async def _guetter(serveur: Serveur, pics: list[int]) -> None:
    while True:
        pics.append(memoire(serveur))
        await asyncio.sleep(PERIODE)


def relancer(
    serveur: Serveur, reprises: int, lieux: Lieux, *, pas: int, dire: Callable[[], object] = lambda: None
) -> tuple[list[int], Releve]:
    """One reader who never rests: memory of the server every `pas` runs, the first figure before any run.

    Args:
        serveur: The server.
        reprises: Runs in all.
        lieux: What he may ask for.
        pas: Runs between two readings.
        dire: Called at each reading, for a progress bar.
    """
    releve = Releve()
    releves = [memoire(serveur)]

    def _reste() -> bool:
        faits = len(releve.recus)
        if faits >= pas * len(releves):
            releves.append(memoire(serveur))
            dire()
        return faits < reprises and not releve.erreurs

    lecteur = Lecteur(adresse=serveur.adresse, hasard=Random(reprises), lieux=lieux, releve=releve)
    asyncio.run(lecteur.vivre(_reste, _sans_pause))
    return releves, releve
