"""What a reader takes away from a page: its files, made when he asks, and its link.

It stands at the head of the page, outside the part that runs at each choice: a choice sends nothing of it.
Its window fills itself when it opens, with what the page shows then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.cadre import en_francais
from components.emporter.bouton import offrir
from components.html import balise, poser
from components.statiques import amorce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from components.emporter.offre import Offre

    Offres = Callable[[], Sequence[Offre]]

__all__ = ["adresse_entiere", "montrer"]

CLE: Final = "emporter"
"""Key of the container, hence the class of its place on the page."""

_composant = st.components.v2.component(
    "atlas_emporter", html="", js=amorce("commun/emporter.js"), isolate_styles=False
)


def adresse_entiere(lien: str) -> str:
    """A link of ours as it is sent to somebody, « https://…/territoire?ti=ti-2806 ».

    Args:
        lien: The link, relative, as an address of `components` writes it.
    """
    base = str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    return f"{base}/{lien}"


def montrer(page: str, offres: Offres | None = None) -> None:
    """The files and the link of a page, at its head.

    Args:
        page: Name of the page, for the log.
        offres: Called when the window opens: the files of what is shown; None for a page that has none.
    """
    with st.container(key=CLE, horizontal=True):
        if offres is not None:
            _fichiers(page, offres)
        poser(
            balise(
                "p",
                balise("button", "Copier le lien", type="button", data_copier="lien"),
                balise("span", "", role="status"),
                classe="atlas-copier",
            )
        )
        _composant(key=f"{CLE}-ecoute")


@st.fragment
def _fichiers(page: str, offres: Offres) -> None:
    """The window of files; it opens and closes without the page."""
    fenetre = st.popover("Télécharger", icon=":material/download:", key=f"{CLE}-fenetre", on_change="rerun")
    with fenetre, en_francais(page):
        if not fenetre.open:
            return
        offertes = offres()
        if not offertes:
            st.markdown("Choisissez d’abord ce que la page doit montrer.")
        for offre in offertes:
            offrir(offre)
