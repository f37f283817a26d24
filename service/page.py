"""Streamlit's page says `lang="en"`; a screen reader and a browser tab need French from the start.

What Streamlit draws later and names in English is renamed by a small script of the page (`francais.js`).
"""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from components.cadre import coquille
from components.html import balise, joindre
from components.statiques import fichiers, versions
from service.scripts import annoncer
from theme import NOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["PageEnFrancais", "en_francais"]

LANGUE = re.compile(rb'(<html\b[^>]*\blang=")[^"]*(")')
TITRE = re.compile(rb"<title>[^<]*</title>")
PILOTAGE = re.compile(rb"<link\b[^>]*_stcore/agent[^>]*>")
SANS_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
COMPOSANT = "/component/"
"""In the address of a component's frame, which has sheets of its own."""

AVIS = balise("noscript", f"{NOM} a besoin de JavaScript pour s’afficher.").encode()

EN_PAGE = "\n".join(fichiers.lire(nom) for nom in coquille.SCRIPTS if nom not in coquille.defauts()).encode()
"""Stand in the page itself: fetched apart, they would come after the first names and the first address."""

MODULES = b'<script type="importmap">%b</script>' % versions().encode()
"""A browser takes it before the first module alone: it stands before the first script."""

PREMIER_SCRIPT = re.compile(rb"(?=<script\b|</head>)")

SERVEUR = b"window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href};"
"""A page is one word under the base path: told so, Streamlit asks nothing at `/region/_stcore` in vain."""


def en_francais(page: bytes) -> bytes:
    """An HTML page whose language and title are ours."""
    page = LANGUE.sub(rb"\g<1>fr\g<2>", page, count=1)
    page = SANS_SCRIPT.sub(lambda _: AVIS, PILOTAGE.sub(b"", page))
    return TITRE.sub(balise("title", NOM).encode(), page, count=1)


def avec_annonces(page: bytes, adresses: Iterable[str], feuilles: Iterable[str] = ()) -> bytes:
    """The page with its sheets, French names, versions of its modules, and hints: its map comes at once."""
    liens = joindre(balise("link", rel="stylesheet", href=adresse) for adresse in feuilles)
    liens += joindre(balise("link", rel="prefetch", href=adresse) for adresse in adresses)
    page = PREMIER_SCRIPT.sub(lambda _: MODULES, page, count=1)
    return page.replace(b"</head>", b"<script>%b%b</script>%b</head>" % (SERVEUR, EN_PAGE, liens.encode()), 1)


def _decompresser(page: bytes, entetes: MutableHeaders) -> bytes:
    """The page itself: Streamlit compresses the one that it sends for an address such as `/methode`."""
    if "content-encoding" not in entetes:
        return page
    del entetes["content-encoding"]
    return gzip.decompress(page)


class PageEnFrancais:
    """ASGI middleware that rewrites HTML pages (a few kilobytes) and lets everything else through."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        annonces: Callable[[str], Iterable[str]] = lambda _: (),
        feuilles: Iterable[str] = (),
    ) -> None:
        """Wrap `app`.

        Args:
            app: What answers.
            annonces: The addresses worth fetching early for the path of a page.
            feuilles: The style sheets of every page: without them its first drawing would be bare.
        """
        self.app = app
        self.feuilles = tuple(feuilles)
        self.annonces = annonces

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
                html = html and entetes.get("content-language") != "fr"  # our own: French already, and whole
                if html and entetes.get("content-encoding", "gzip") == "gzip":
                    debut = message
                    return
            if debut is None or message["type"] != "http.response.body":
                await send(message)
                return
            morceaux.append(message.get("body", b""))
            if message.get("more_body"):
                return
            entetes_finales = MutableHeaders(scope=debut)
            page = en_francais(_decompresser(b"".join(morceaux), entetes_finales))
            if COMPOSANT not in scope["path"]:
                page = avec_annonces(page, self.annonces(scope["path"]), self.feuilles)
            annoncer(scope, page)
            entetes_finales["content-length"] = str(len(page))
            for marque in ("etag", "last-modified"):  # those of Streamlit's file, which is not what is sent
                del entetes_finales[marque]
            await send(debut)
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, envoyer)
