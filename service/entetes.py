"""Security and cache headers on every answer.

The browser is told to accept scripts, images and connections from this server alone, so that a name that
slipped through as a tag could neither run, load nor send anything. Three kinds of answers have each the
narrowest policy with which they still work:

- a page: its own inline scripts by their sums, and the `blob:` from which Streamlit starts the scripts of
  our components; neither `eval` nor any other inline script;
- the frame of a component: folium's script is an inline one that runs others by `eval`, and the images of
  the IGN, a background that a reader may choose, are asked for there;
- a file: nothing runs in it, were it an SVG or an answer that a browser would take for a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

from service.scripts import annonces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Entetes", "politique", "politique_des_fichiers", "politique_du_cadre"]

UN_AN: Final = "public, max-age=31536000, immutable"
HACHES: Final = (
    "/app/static/couches/",
    "/app/static/atlas/",
    "/component/streamlit_folium.st_folium/static/",
)
"""Folders whose addresses change with their content."""

VERSIONNES: Final = "/app/static/atlas/"
"""That of them whose addresses change by their `?v=`: without one, a file is asked again."""

REVOIR: Final = ("index.json",)
"""Files of those folders whose address does not."""

INCHANGE: Final = 304
"""The browser keeps the answer that it has, with the policy of that answer: another one would replace it."""

COMPOSANT: Final = "/component/"
"""In the address of a component's frame."""

FIXES: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""The same on every answer; the open data are still read from elsewhere, by CORS."""

IMAGES_IGN: Final = "https://data.geopf.fr"
"""The IGN's images, which the browser asks for only when a reader chooses that background."""


def _ecrire(directives: dict[str, str]) -> str:
    """The header: common directives, then those of one kind of answer."""
    communes = {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{nom} {valeur}" for nom, valeur in {**communes, **directives}.items())


def politique(scripts: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a page.

    Args:
        scripts: Sums of its inline scripts, as `service.scripts.empreintes` gives them.
    """
    return _ecrire(
        {
            "script-src": " ".join(("'self' blob:", *scripts)),
            "script-src-attr": "'none'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": "'self'",
            "worker-src": "'self' blob:",
            "frame-src": "'self'",
        },
    )


def politique_du_cadre(hotes: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a component's frame.

    Args:
        hotes: Outside origins that the frame may take scripts and sheets from (folium's own addresses, when
            Leaflet could not be installed).
    """
    autres = "".join(f" {hote}" for hote in hotes)
    return _ecrire(
        {
            "script-src": f"'self' 'unsafe-inline' 'unsafe-eval'{autres}",
            "script-src-attr": "'none'",
            "style-src": f"'self' 'unsafe-inline'{autres}",
            "img-src": f"'self' data: blob: {IMAGES_IGN}{autres}",
            "font-src": "'self' data:",
            "connect-src": "'self'",
            "frame-src": "'none'",
        },
    )


def politique_des_fichiers() -> str:
    """The Content-Security-Policy of what is no page: nothing runs in it."""
    return _ecrire(
        {
            "default-src": "'none'",
            "style-src": "'unsafe-inline'",
            "img-src": "data:",
            "base-uri": "'none'",
            "form-action": "'none'",
        },
    )


def _durable(chemin: str, requete: bytes) -> bool:
    """Whether an address changes with its content."""
    if not any(dossier in chemin for dossier in HACHES) or chemin.endswith(REVOIR):
        return False
    return VERSIONNES not in chemin or requete.startswith(b"v=")


class Entetes:
    """ASGI middleware that adds the headers."""

    def __init__(self, app: ASGIApp, *, hotes: Iterable[str] = ()) -> None:
        """Wrap `app`; `hotes` as in `politique_du_cadre`."""
        self.app = app
        self.cadre = politique_du_cadre(hotes)
        self.fichiers = politique_des_fichiers()

    def _politique(self, scope: Scope, *, page: bool) -> str:
        """The policy that fits an answer."""
        if not page:
            return self.fichiers
        return self.cadre if COMPOSANT in scope["path"] else politique(annonces(scope))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to HTTP answers; leave WebSockets alone."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        chemin = scope["path"]
        durable = _durable(chemin, scope["query_string"])

        async def envoyer(message: Message) -> None:
            if message["type"] == "http.response.start":
                entetes = MutableHeaders(scope=message)
                page = entetes.get("content-type", "").startswith("text/html")
                for nom, valeur in FIXES.items():
                    entetes[nom] = valeur
                if message["status"] != INCHANGE:
                    entetes["content-security-policy"] = self._politique(scope, page=page)
                if durable and not page and message["status"] < 400:  # noqa: PLR2004  HTTP: not an error
                    entetes["cache-control"] = UN_AN
            await send(message)

        await self.app(scope, receive, envoyer)
