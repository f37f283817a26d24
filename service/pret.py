"""`/pret`: whether this copy may be given readers. `/sante` tells whether the files can be read at all.

A proxy, or whatever starts containers, asks here before it sends somebody: 200 once what all readers share
is open, 503 with the reason before, when it could not be opened, and while the server stops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["Pret"]

EN_ATTENTE: Final = "L’atlas s’ouvre."
EN_PARTANCE: Final = "L’atlas s’arrête."


class Pret:
    """Whether readers may come.

    Attributes:
        raison: Why they may not yet, or not any more; empty when they may.
    """

    def __init__(self) -> None:
        """Nobody may come before the atlas is open."""
        self.raison = EN_ATTENTE

    def ouvrir(self) -> None:
        """Readers may come."""
        self.raison = ""

    def fermer(self, raison: str = EN_PARTANCE) -> None:
        """Readers should go elsewhere."""
        self.raison = raison

    async def repondre(self, _requete: Request) -> JSONResponse:
        """Answer `/pret`."""
        if self.raison:
            return JSONResponse({"etat": "pas prêt", "raison": self.raison}, status_code=503)
        return JSONResponse({"etat": "prêt"})
