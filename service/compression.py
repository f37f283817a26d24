"""Immutable files compressed once.

Streamlit sends its own scripts uncompressed (several megabytes at first visit) and compresses the files of
`static/` anew at each request. Both never change while the server lives: their compressed form is kept in
memory.
"""

from __future__ import annotations

import asyncio
import gzip
from posixpath import normpath
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["CompressionUnique"]

DOSSIERS: Final = (
    "/static/js/",
    "/static/css/",
    "/app/static/couches/",
    "/app/static/atlas/",
    "/app/static/vendor/",
)
TEXTES: Final = (".js", ".css", ".json", ".svg")
NIVEAU: Final = 6
PLACES: Final = 800
"""At most so many files in memory (Streamlit's own are about 400, ours about 250)."""


def _a_garder(debut: Message, corps: bytes) -> bool:
    """A whole file that exists: for an unknown address Streamlit answers 200 too, but with its page."""
    entetes = Headers(raw=debut["headers"])
    page = entetes.get("content-type", "").startswith("text/html")
    entier = entetes.get("content-length", str(len(corps))) == str(len(corps))
    return debut["status"] == 200 and not page and entier  # noqa: PLR2004  HTTP: OK


async def _rester() -> Message:
    """What a reader says who has asked for his file: nothing, until he has it."""
    await asyncio.Event().wait()
    return {"type": "http.disconnect"}


class CompressionUnique:
    """ASGI middleware: gzip of immutable texts, done once and remembered by path."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app` with an empty memory."""
        self.app = app
        self.memoire: dict[str, tuple[Message, bytes]] = {}

    def _concerne(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        chemin = scope["path"]
        if not chemin.endswith(TEXTES) or chemin.endswith("index.json"):
            return False
        if normpath(chemin) != chemin:  # `//` and `/./` lead to the same file: each way would be kept
            return False
        entetes = Headers(scope=scope)
        sans_condition = not {"range", "if-none-match", "if-modified-since"} & set(entetes.keys())
        return (
            any(d in chemin for d in DOSSIERS)
            and sans_condition
            and "gzip" in entetes.get("accept-encoding", "")
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or compress and remember, or let through."""
        if not self._concerne(scope):
            await self.app(scope, receive, send)
            return
        chemin = scope["path"]
        if chemin not in self.memoire:
            debut, corps = await self._recueillir(scope)
            if not _a_garder(debut, corps) or len(self.memoire) >= PLACES:
                await send(debut)
                await send({"type": "http.response.body", "body": corps})
                return
            self.memoire[chemin] = await self._compresser(debut, corps)
        debut, corps = self.memoire[chemin]
        await send({**debut, "headers": list(debut["headers"])})
        await send({"type": "http.response.body", "body": corps})

    async def _recueillir(self, scope: Scope) -> tuple[Message, bytes]:
        """The whole answer of the app, asked without compression.

        The app is not told that the reader leaves: it would stop in the middle of the file, and every reader
        after him would be given the half that is remembered.
        """
        brutes = [(nom, valeur) for nom, valeur in scope["headers"] if nom != b"accept-encoding"]
        messages: list[Message] = []

        async def garder(message: Message) -> None:
            messages.append(message)

        await self.app({**scope, "headers": brutes}, _rester, garder)
        debut = next(m for m in messages if m["type"] == "http.response.start")
        return debut, b"".join(m.get("body", b"") for m in messages if m["type"] == "http.response.body")

    @staticmethod
    async def _compresser(debut: Message, corps: bytes) -> tuple[Message, bytes]:
        compresse = await run_in_threadpool(gzip.compress, corps, NIVEAU, mtime=0)
        message = {**debut, "headers": list(debut["headers"])}
        entetes = MutableHeaders(scope=message)
        entetes["content-encoding"] = "gzip"
        entetes["content-length"] = str(len(compresse))
        entetes.add_vary_header("Accept-Encoding")
        return message, compresse
