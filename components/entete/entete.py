"""One head for all pages: title, sentence and choices, always at the same place.

The files and the link of the page (`components.emporter`) stand at the right of the first line; they are put
by the page itself, before the head, outside the part that runs at each choice. Heights are fixed by
`static/atlas/commun/entete.css`: what comes and goes in a head moves nothing but what stands below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.cadre import annoncer
from components.html import RIEN, balise, poser
from geo.millesimes import MILLESIME_PAR_DEFAUT
from theme import NOM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["dater", "entete", "nommer_l_onglet"]

CLE: Final = "entete"
"""Key of the container, hence the class of its place on the page: `.st-key-entete`."""


def entete(  # noqa: PLR0913  a head has parts, each named by its caller
    titre: str,
    *,
    onglet: str | None = None,
    phrase: str | None = None,
    chapeau: str | None = None,
    millesime: Callable[[], object] | None = None,
    fichiers: Callable[[], object] | None = None,
    actions: Callable[[], object] | None = None,
    avis: Sequence[str] = (),
) -> None:
    """Draw the head of a page.

    Args:
        titre: What the page is called, or what it shows: its only h1.
        onglet: The same for the browser's tab, without the name of the atlas; the title when it is None, and
            nothing when it is empty: the page names its tab itself, once it knows what it shows.
        phrase: One sentence under the title: what the page says of what it shows.
        chapeau: What places it, in smaller words: régions, composition.
        millesime: Draws the choice of the millésime (`components.entete.millesime`), for a page that has one.
        fichiers: Draws the button that takes the page away, for a page whose files are not those of
            `components.emporter.montrer`.
        actions: Draws what else stands in the head: other choices, links to other views.
        avis: What the address gets wrong, what a choice has to say: under all the rest, where a notice that
            comes or goes changes the rank of no element (`components.cadre.avis`).
    """
    if onglet != "":
        nommer_l_onglet(onglet or titre)
    with st.container(key=CLE, horizontal=True):
        poser(
            balise(
                "section",
                balise("h1", titre),
                balise("p", phrase, classe="atlas-entete-phrase") if phrase else RIEN,
                balise("p", chapeau, classe="atlas-chapeau") if chapeau else RIEN,
                classe="atlas-entete",
            )
        )
        if millesime:
            millesime()
        if fichiers:
            fichiers()
        if actions:
            actions()
        annoncer(avis)


def nommer_l_onglet(*parties: str) -> None:
    """Name the view in the browser's tab, as its history and its bookmarks will.

    Args:
        parties: What is shown, then the page: « Nord Cotentin », « Territoire »; empty ones are left out, and
            the name of the atlas follows.
    """
    st.set_page_config(page_title=" · ".join([*filter(None, parties), NOM]))


def dater(page: str, millesime: int) -> str:
    """A page with its year, when it is not the usual one: « Carte 2023 »."""
    return page if millesime == MILLESIME_PAR_DEFAUT else f"{page} {millesime}"
