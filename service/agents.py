"""Streamlit's addresses for programs that drive an app without a browser do not exist here.

They open a session of the server for each caller and run the script for it. The atlas has nothing to be
driven: its data are read at `/donnees`, and each view is an address. So these addresses answer 404 even if
the setting of the installed Streamlit, off here, changes its meaning one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["SansAgents"]

DOSSIER: Final = "/_stcore/agent/"
REFUS: Final = "L’atlas ne se pilote pas par programme. Ses données se lisent à l’adresse /donnees.\n"


class SansAgents:
    """ASGI middleware that answers 404 for every method under `_stcore/agent`."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or let through."""
        suivante: ASGIApp = self.app
        if scope["type"] == "http" and DOSSIER in f"{scope['path']}/":
            suivante = PlainTextResponse(REFUS, status_code=404)
        await suivante(scope, receive, send)
