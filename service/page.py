"""Streamlit's page says `lang="en"`; a screen reader and a browser tab need French from the start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from theme import NOM

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["PageEnFrancais"]

LANGUE = re.compile(rb'(<html\b[^>]*\blang=")[^"]*(")')
TITRE = re.compile(rb"<title>[^<]*</title>")
SANS_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
AVIS = f"<noscript>{NOM} a besoin de JavaScript pour s’afficher.</noscript>".encode()


def en_francais(page: bytes) -> bytes:
    """An HTML page whose language and title are ours."""
    page = LANGUE.sub(rb"\g<1>fr\g<2>", page, count=1)
    page = SANS_SCRIPT.sub(lambda _: AVIS, page)
    return TITRE.sub(f"<title>{NOM}</title>".encode(), page, count=1)


class PageEnFrancais:
    """ASGI middleware that rewrites HTML pages (a few kilobytes) and lets everything else through."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold an HTML answer back until it is whole, then send it in French."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        debut: Message | None = None
        morceaux: list[bytes] = []

        async def envoyer(message: Message) -> None:
            nonlocal debut
            if message["type"] == "http.response.start":
                entetes = Headers(raw=message["headers"])
                html = entetes.get("content-type", "").startswith("text/html")
                if html and "content-encoding" not in entetes:
                    debut = message
                    return
            if debut is None or message["type"] != "http.response.body":
                await send(message)
                return
            morceaux.append(message.get("body", b""))
            if message.get("more_body"):
                return
            page = en_francais(b"".join(morceaux))
            entetes_finales = MutableHeaders(scope=debut)
            entetes_finales["content-length"] = str(len(page))
            del entetes_finales["etag"]
            await send(debut)
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, envoyer)


__all__ += ["en_francais"]
