"""The routes of the open data, to put beside those of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from service.ouvertes.adresses import PREFIXE
from service.ouvertes.description import decrire
from service.ouvertes.guichet import Guichet
from service.ouvertes.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.ouvertes.matiere import Matiere

__all__ = ["routes"]


def routes(matiere: Callable[[], Matiere], *, police: str = "") -> list[Route]:
    """`/donnees` and whatever is under it; every method, so that a refusal is said in French.

    Args:
        matiere: What opens the atlas, once for all (several threads may call it).
        police: Address of the typeface of the pages, relative to `/donnees`; the system's without it.
    """
    guichet = Guichet(matiere, {PREFIXE: Page(police), f"{PREFIXE}/openapi.json": decrire})
    return [Route(PREFIXE, guichet), Route(f"{PREFIXE}/{{reste:path}}", guichet)]
