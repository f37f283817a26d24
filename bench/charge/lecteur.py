"""One reader of the load test: his connection, his gestures, and how long each of them took."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from bench.charge.parcours import geste_suivant
from bench.charge.protocole import Ecran

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from websockets.asyncio.client import ClientConnection

    from bench.charge.parcours import Geste, Lieux

__all__ = ["Lecteur", "Releve"]

PATIENCE: Final = 30.0
"""Seconds after which a reader gives up, and that is an error."""

JETON: Final = "_streamlit_xsrf"
SANS_JETON: Final = "PLACEHOLDER_AUTH_TOKEN"
"""What Streamlit's page sends when it has no token."""


@dataclass(kw_only=True)
class Releve:
    """What a series of gestures gave, all readers together.

    Attributes:
        durees: Name of a gesture -> seconds from its message to the end of the run, one per gesture.
        recus: Bytes of the server's messages, before compression, one per gesture.
        erreurs: What went wrong, one line each.
    """

    durees: dict[str, list[float]] = field(default_factory=dict)
    recus: list[int] = field(default_factory=list)
    erreurs: list[str] = field(default_factory=list)

    def noter(self, nom: str, duree: float, recu: int) -> None:
        """Keep a gesture that came to its end."""
        self.durees.setdefault(nom, []).append(duree)
        self.recus.append(recu)

    def toutes(self) -> list[float]:
        """Durations of all gestures."""
        return [duree for durees in self.durees.values() for duree in durees]


@dataclass(kw_only=True)
class Lecteur:
    """A reader.

    Attributes:
        adresse: Address of the server.
        hasard: What he draws his gestures from.
        lieux: What he may ask for.
        releve: Where his gestures are kept.
        rang: Gestures since he opened his page.
    """

    adresse: str
    hasard: Random
    lieux: Lieux
    releve: Releve
    rang: int = 0

    async def vivre(self, reste: Callable[[], bool], pause: Callable[[Random], float]) -> None:
        """Connect, then make gestures while `reste()` says so, waiting `pause` seconds after each.

        A lost connection is an error, and the end of this reader.
        """
        try:
            async with self._connecter() as prise:
                ecran = Ecran(adresse=self.adresse)
                while reste():
                    await self._faire(prise, ecran)
                    await asyncio.sleep(pause(self.hasard))
                self.releve.erreurs += ecran.erreurs
        except (ConnectionClosed, OSError, TimeoutError, httpx.HTTPError) as erreur:
            self.releve.erreurs.append(f"connexion perdue : {type(erreur).__name__}")

    def _connecter(self) -> connect:
        hote = urlsplit(self.adresse).netloc
        with httpx.Client(trust_env=False) as client:
            client.get(f"{self.adresse}/_stcore/host-config")
            jeton = client.cookies.get(JETON)
        return connect(
            f"ws://{hote}/_stcore/stream",
            origin=self.adresse,  # type: ignore[arg-type]  # a text, which its alias hides
            subprotocols=["streamlit", jeton or SANS_JETON],  # type: ignore[list-item]  # the same
            additional_headers={"Cookie": f"{JETON}={jeton}"} if jeton else {},
            max_size=None,
            proxy=None,
        )

    async def _faire(self, prise: ClientConnection, ecran: Ecran) -> None:
        geste = geste_suivant(ecran, self.rang, self.hasard, self.lieux)
        self.rang = 1 if geste.nom.endswith("ouvrir") else self.rang + 1
        depart = time.perf_counter()
        recu = await self._attendre(prise, ecran, geste)
        self.releve.noter(geste.nom, time.perf_counter() - depart, recu)

    @staticmethod
    async def _attendre(prise: ClientConnection, ecran: Ecran, geste: Geste) -> int:
        recu = 0
        async with asyncio.timeout(PATIENCE):
            await prise.send(geste.octets)
            while ecran.etat is None:
                message = await prise.recv(decode=False)
                recu += len(message)
                ecran.recevoir(message)
        return recu
