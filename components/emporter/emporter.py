"""What a reader takes away from a page: its files, made when he asks, and its link.

It stands at the head of the page, outside the part that runs at each choice: a choice sends nothing of it.
Its window fills itself when it opens, with what the page shows then.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.cadre.garde import en_francais
from components.emporter.fichiers import TYPES, fabriquer, nommer
from components.html.ecran import poser
from components.html.texte import balise
from components.statiques.amorce import amorce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from components.emporter.fichiers import Demande

    Offre = Callable[[], Sequence[Demande]]

__all__ = ["adresse_entiere", "montrer"]

CLE: Final = "emporter"
"""Key of the container, hence the class of its place on the page."""

LIBELLES: Final = {
    "pdf": "Fiche A4 (PDF)",
    "pptx": "Diaporama (PPTX)",
    "png": "Carte (PNG, 300 points par pouce)",
    "svg": "Carte (SVG, à agrandir sans flou)",
}
"""What each button says."""

_composant = st.components.v2.component(
    "atlas_emporter", html="", js=amorce("emporter.js"), isolate_styles=False
)


def adresse_entiere(lien: str) -> str:
    """A link of ours as it is sent to somebody, « https://…/territoire?ti=ti-2806 ».

    Args:
        lien: The link, relative, as an address of `components` writes it.
    """
    base = str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    return f"{base}/{lien}"


def montrer(page: str, offre: Offre | None = None) -> None:
    """The files and the link of a page, at its head.

    Args:
        page: Name of the page, for the log.
        offre: Called when the window opens: the files of what is shown; None for a page that has none.
    """
    with st.container(key=CLE, horizontal=True):
        if offre is not None:
            _fichiers(page, offre)
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
def _fichiers(page: str, offre: Offre) -> None:
    """The window of files; it opens and closes without the page."""
    fenetre = st.popover("Télécharger", icon=":material/download:", key=f"{CLE}-fenetre", on_change="rerun")
    with fenetre, en_francais(page):
        if not fenetre.open:
            return
        demandes = offre()
        if not demandes:
            st.markdown("Choisissez d’abord ce que la page doit montrer.")
        for demande in demandes:
            st.download_button(
                LIBELLES[demande.sorte],
                data=partial(_servir, demande),
                file_name=nommer(demande),
                mime=TYPES[demande.sorte],
                on_click="ignore",
                key=f"{CLE}-{demande.sorte}",
                icon=":material/download:",
                width="stretch",
            )


def _servir(demande: Demande) -> bytes:
    """Make the file; what goes wrong is logged here, and said in French by the page."""
    try:
        return fabriquer(demande)
    except Exception:
        logging.getLogger("atlas").exception("Le fichier « %s » n’a pas pu être fait.", nommer(demande))
        raise
