"""When an address names no commune: how to find one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from components.entete import entete

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["montrer"]

INVITE: Final = (
    "Tapez le nom d’une commune dans le champ de recherche, en haut de la page : sa fiche dit de quel "
    "territoire elle fait partie, ou lesquels sont les plus proches."
)


def montrer(avis: Sequence[str] = ()) -> None:
    """Send the reader to the search, which stands above every page."""
    entete("Commune", phrase=INVITE, avis=avis)
