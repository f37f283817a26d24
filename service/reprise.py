"""A page that comes back after a cut runs whole before anything else, on whichever copy of the server.

Streamlit keeps the fragments of a page in the memory of one process. After a restart, or when the proxy has
sent the reader to another copy, that memory is gone and his first gesture would be lost without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Reprise"]

CHEMIN: Final = "/_stcore/stream"
DEJA_VENU: Final = 3
"""Words of the handshake of a browser that had a session: `streamlit`, its token, its session."""


class Reprise:
    """ASGI middleware: invites browsers that come back, widens the first demand of each connection."""

    def __init__(
        self, app: ASGIApp, *, invitation: bytes, entiere: Callable[[bytes, bool], tuple[bytes | None, bool]]
    ) -> None:
        """Wrap `app`.

        Args:
            app: What answers.
            invitation: Message that makes the page of a browser ask for a run.
            entiere: (message of the browser, whether a run was asked for before) -> (what the app must read,
                None to leave it out; whether one has been asked for now).
        """
        self.app = app
        self.invitation = invitation
        self.entiere = entiere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Follow the messages of a browser; leave everything else alone."""
        if scope["type"] != "websocket" or not scope["path"].endswith(CHEMIN):
            await self.app(scope, receive, send)
            return
        revient = len(scope.get("subprotocols") or ()) >= DEJA_VENU
        demandee = False

        async def recevoir() -> Message:
            nonlocal demandee
            while True:
                message = await receive()
                octets = message.get("bytes")
                if message["type"] != "websocket.receive" or octets is None:
                    return message
                lu, demandee = self.entiere(octets, demandee)
                if lu is not None:
                    return {**message, "bytes": lu}

        async def envoyer(message: Message) -> None:
            await send(message)
            if revient and message["type"] == "websocket.accept":
                await send({"type": "websocket.send", "bytes": self.invitation})

        await self.app(scope, recevoir, envoyer)
