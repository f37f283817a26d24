"""When an address names no commune: how to find one."""

from __future__ import annotations

from components.html import balise, poser

__all__ = ["montrer"]


def montrer() -> None:
    """Send the reader to the search, which stands above every page."""
    phrase = (
        "Tapez le nom d’une commune dans le champ de recherche, en haut de la page : sa fiche dit de quel "
        "territoire elle fait partie, ou lesquels sont les plus proches."
    )
    poser(balise("section", balise("h1", "Commune"), balise("p", phrase), classe="atlas-fiche-tete"))
