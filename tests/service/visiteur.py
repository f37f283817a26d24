"""A reader of an ASGI app, without a network: requests by httpx, and a WebSocket that only listens."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from starlette.types import ASGIApp

T = TypeVar("T")


def executer(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a thread of its own: Playwright may hold the loop of this one."""
    with ThreadPoolExecutor(1) as fil:
        return fil.submit(asyncio.run, coroutine).result()


def a_part(faire: Callable[..., T], *de: Any) -> T:
    """Call something that runs a loop of its own, in a thread of its own, for the same reason."""
    with ThreadPoolExecutor(1) as fil:
        return fil.submit(faire, *de).result()


class Visiteur:
    """Sends one request at a time; accepts gzip when told to."""

    def __init__(self, app: ASGIApp, *, accepte: str = "identity") -> None:
        self.app = app
        self.entetes = {"accept-encoding": accepte}

    def demander(self, methode: str, chemin: str, entetes: dict[str, str] | None = None) -> httpx.Response:
        return executer(self._demander(methode, chemin, entetes or {}))

    def get(self, chemin: str, entetes: dict[str, str] | None = None) -> httpx.Response:
        return self.demander("GET", chemin, entetes)

    def brut(self, chemin: str) -> tuple[httpx.Headers, bytes]:
        """Headers and the very bytes sent, still compressed."""
        return executer(self._brut(chemin))

    def ecouter(self, chemin: str) -> list[dict[str, Any]]:
        """What a WebSocket receives from the app."""
        return executer(self._ecouter(chemin))

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app), base_url="http://atlas.test", headers=self.entetes
        )

    async def _demander(self, methode: str, chemin: str, entetes: dict[str, str]) -> httpx.Response:
        async with self._client() as client:
            return await client.request(methode, chemin, headers=entetes)

    async def _brut(self, chemin: str) -> tuple[httpx.Headers, bytes]:
        async with self._client() as client, client.stream("GET", chemin) as reponse:
            return reponse.headers, b"".join([m async for m in reponse.aiter_raw()])

    async def _ecouter(self, chemin: str) -> list[dict[str, Any]]:
        recus: list[dict[str, Any]] = []

        async def recevoir() -> dict[str, str]:
            return {"type": "websocket.connect"}

        async def envoyer(message: dict[str, Any]) -> None:
            recus.append(message)

        scope = {"type": "websocket", "path": chemin, "headers": [], "query_string": b"", "subprotocols": []}
        await self.app(scope, recevoir, envoyer)
        return recus


def textes(messages: list[dict[str, Any]]) -> list[str]:
    """The texts among the messages of a WebSocket."""
    return [m["text"] for m in messages if m["type"] == "websocket.send"]
