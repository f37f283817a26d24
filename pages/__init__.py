"""The pages: a folder each, with what is that page's own; no page imports a page.

They are declared here, once, for the script (`app.py`) and for the server. Streamlit takes a folder named
`pages` for its older automatic pages until `st.navigation` has been called once in the life of the process:
the first reader of all, when a link brings him straight to `/methode`, would be told that it does not exist.
No setting undoes that, so the server declares the pages before it lets anyone in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

__all__ = ["PAGES", "naviguer"]

PAGES: Final = {
    "carte": "Carte",
    "territoire": "Territoire",
    "projets": "Projets",
    "region": "Région",
    "france": "France",
    "comparer": "Comparer",
    "seance": "Séance",
    "commune": "Commune",
    "methode": "Méthode",
    "accessibilite": "Accessibilité",
}
"""Each page by its folder, which is its address too, and its title; the first one opens the atlas."""

HORS_DU_MENU: Final = frozenset({"accessibilite", "commune"})
"""Pages that the footer leads to, or the search."""

DOSSIER: Final = Path(__file__).parent


def naviguer() -> Page:
    """Declare every page, and give the one that the address asks for (the first one without a session)."""
    return st.navigation([_page(nom, titre) for nom, titre in PAGES.items()], position="top")


def _page(nom: str, titre: str) -> Page:
    return st.Page(
        DOSSIER / nom / "page.py",
        title=titre,
        url_path=nom,
        default=nom == next(iter(PAGES)),
        visibility="hidden" if nom in HORS_DU_MENU else "visible",
    )
