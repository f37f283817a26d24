"""Security and cache headers on every answer.

The browser is told to accept scripts, images and connections from this server alone, so that a name that
slipped through as a tag could neither load nor send anything. The one exception is the images of the IGN, a
background that a reader may choose. The component's frame runs folium's script by `eval`, and Streamlit's
page carries an inline script and inline styles, and it starts the script of the search field from a `blob:`
that it makes itself: these are allowed, other origins are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Entetes", "politique"]

UN_AN: Final = "public, max-age=31536000, immutable"
HACHES: Final = (
    "/app/static/couches/",
    "/app/static/atlas/",
    "/component/streamlit_folium.st_folium/static/",
)
"""Folders whose addresses change with their content."""

REVOIR: Final = ("index.json",)
"""Files of those folders whose address does not."""

IMAGES_IGN: Final = "https://data.geopf.fr"
"""The IGN's images, which the browser asks for only when a reader chooses that background."""


def politique(hotes: Iterable[str] = ()) -> str:
    """The Content-Security-Policy.

    Args:
        hotes: Outside origins that the frame may take scripts and sheets from (folium's own addresses, when
            Leaflet could not be installed).
    """
    autres = "".join(f" {hote}" for hote in hotes)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'{autres}",
            f"style-src 'self' 'unsafe-inline'{autres}",
            f"img-src 'self' data: blob: {IMAGES_IGN}{autres}",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "frame-ancestors 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ),
    )


class Entetes:
    """ASGI middleware that adds the headers."""

    def __init__(self, app: ASGIApp, *, hotes: Iterable[str] = ()) -> None:
        """Wrap `app`; `hotes` as in `politique`."""
        self.app = app
        self.fixes = {
            "content-security-policy": politique(hotes),
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
            "cross-origin-opener-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to HTTP answers; leave WebSockets alone."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        chemin = scope["path"]
        durable = any(dossier in chemin for dossier in HACHES) and not chemin.endswith(REVOIR)

        async def envoyer(message: Message) -> None:
            if message["type"] == "http.response.start":
                entetes = MutableHeaders(scope=message)
                for nom, valeur in self.fixes.items():
                    entetes[nom] = valeur
                page = entetes.get("content-type", "").startswith("text/html")
                if durable and not page and message["status"] < 400:  # noqa: PLR2004  HTTP: not an error
                    entetes["cache-control"] = UN_AN
            await send(message)

        await self.app(scope, receive, envoyer)
