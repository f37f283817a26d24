"""What the service is asked, how fast it answers and how many readers are there: counted, never who.

Counts are kept in the memory of the process and read at `/metrics` (Prometheus's text format) from the
machine itself: an outside reader, whom a proxy announces, is refused. Each copy of the server tells its own.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Compteurs", "Suivi", "famille", "route"]

FAMILLES: Final = {
    "/_stcore": "streamlit",
    "/static": "fichier",
    "/app/static": "fichier",
    "/component": "fichier",
    "/donnees": "donnees",
    "/sante": "etat",
    "/pret": "etat",
    "/metrics": "etat",
}
"""Beginning of an address -> its family; all else is a page."""

SEUILS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Upper limits of the histogram of durations, in seconds."""

ANNONCES: Final = ("x-forwarded-for", "x-real-ip", "forwarded")
"""Headers by which a proxy says that it speaks for somebody else."""

EN_PANNE: Final = 500
ETAT: Final = Path("/proc/self/statm")
"""Memory of this process; Linux alone has it."""

TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


def famille(chemin: str) -> str:
    """What kind of address this is: `page`, `fichier`, `donnees`, `streamlit` or `etat`."""
    return next(
        (f for debut, f in FAMILLES.items() if chemin == debut or chemin.startswith(debut + "/")), "page"
    )


class Compteurs:
    """The counts of one process.

    Attributes:
        reponses: (family, status) -> answers.
        durees: (family, limit) -> answers at most so long, in seconds; the limit `inf` counts all.
        secondes: Family -> seconds in all.
        presents: Readers connected now.
        venus: Connections of readers since the start.
    """

    def __init__(self) -> None:
        """Start at zero."""
        self.reponses: Counter[tuple[str, int]] = Counter()
        self.durees: Counter[tuple[str, float]] = Counter()
        self.secondes: Counter[str] = Counter()
        self.presents = 0
        self.venus = 0

    def noter(self, genre: str, statut: int, duree: float) -> None:
        """Count one answer of `duree` seconds."""
        self.reponses[genre, statut] += 1
        self.secondes[genre] += duree  # type: ignore[assignment]  # a sum of seconds, not a count
        for seuil in (*SEUILS, float("inf")):
            self.durees[genre, seuil] += duree <= seuil

    def lignes(self) -> Iterator[str]:
        """The counts in Prometheus's text format."""
        yield "# TYPE atlas_reponses_total counter"
        for (genre, statut), n in sorted(self.reponses.items()):
            yield f'atlas_reponses_total{{famille="{genre}",statut="{statut}"}} {n}'
        yield "# TYPE atlas_duree_secondes histogram"
        for (genre, seuil), n in sorted(self.durees.items()):
            borne = "+Inf" if seuil == float("inf") else f"{seuil:g}"
            yield f'atlas_duree_secondes_bucket{{famille="{genre}",le="{borne}"}} {n}'
        for genre, somme in sorted(self.secondes.items()):
            yield f'atlas_duree_secondes_sum{{famille="{genre}"}} {somme:.3f}'
            yield f'atlas_duree_secondes_count{{famille="{genre}"}} {self.durees[genre, float("inf")]}'
        yield "# TYPE atlas_lecteurs gauge"
        yield f"atlas_lecteurs {self.presents}"
        yield "# TYPE atlas_connexions_total counter"
        yield f"atlas_connexions_total {self.venus}"
        yield "# TYPE process_cpu_seconds_total counter"
        yield f"process_cpu_seconds_total {time.process_time():.2f}"
        if ETAT.exists():
            yield "# TYPE process_resident_memory_bytes gauge"
            yield f"process_resident_memory_bytes {_memoire()}"


def _memoire() -> int:
    """Resident memory, in bytes: the second figure of `statm`, in pages."""
    return int(ETAT.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Suivi:
    """ASGI middleware: counts answers and readers, and hands each answer to the log."""

    def __init__(
        self, app: ASGIApp, *, compteurs: Compteurs, dire: Callable[[str, str, int, float], None]
    ) -> None:
        """Wrap `app`.

        Args:
            app: What answers.
            compteurs: Where to count.
            dire: Called with method, family, status and seconds of each answer.
        """
        self.app = app
        self.compteurs = compteurs
        self.dire = dire

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, and count."""
        if scope["type"] == "http":
            await self._repondre(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._rester(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _repondre(self, scope: Scope, receive: Receive, send: Send) -> None:
        statut, depart = EN_PANNE, time.perf_counter()

        async def envoyer(message: Message) -> None:
            nonlocal statut
            if message["type"] == "http.response.start":
                statut = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, envoyer)
        finally:
            genre, duree = famille(scope["path"]), time.perf_counter() - depart
            self.compteurs.noter(genre, statut, duree)
            self.dire(scope["method"], genre, statut, duree)

    async def _rester(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.compteurs.presents += 1
        self.compteurs.venus += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.compteurs.presents -= 1


def _est_la_machine(hote: str) -> bool:
    """Whether an address is the machine's own, also as a server on IPv6 sees it (`::ffff:127.0.0.1`)."""
    try:
        adresse = ip_address(hote)
    except ValueError:
        return False
    return (getattr(adresse, "ipv4_mapped", None) or adresse).is_loopback


def route(compteurs: Compteurs) -> Callable[[Request], PlainTextResponse]:
    """`/metrics`: the counts, for whoever asks from this machine without a proxy; 403 for anybody else."""

    def repondre(requete: Request) -> PlainTextResponse:
        ici = requete.client is not None and _est_la_machine(requete.client.host)
        if not ici or any(nom in requete.headers for nom in ANNONCES):
            return PlainTextResponse("Les mesures ne se lisent que depuis la machine.\n", status_code=403)
        return PlainTextResponse("\n".join(compteurs.lignes()) + "\n", media_type=TYPE)

    return repondre
