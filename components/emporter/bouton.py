"""The one way to offer a file: a button, and the file made when it is pressed.

Streamlit runs what makes it outside the session, for several readers at once, and keeps the bytes until the
browser has them. A file that takes long is made first, with a bar, and kept by the session until it is
forgotten or another one takes its place. What goes wrong is in the log with its trace; the reader gets a
French sentence, from here or from static/atlas/commun/francais.js, which turns that of Streamlit into it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from streamlit.delta_generator import DeltaGenerator

    from components.emporter.offre import Offre
    from exports.tables import Progres

__all__ = ["offrir", "oublier"]

ECHEC: Final = (
    "Ce fichier n’a pas pu être fait. Réessayez ; si cela persiste, signalez l’adresse de cette page."
)
PRET: Final = "emporter-pret"
"""Key of the file that waits to be saved: one a session."""


@dataclass(frozen=True, kw_only=True)
class _Pret:
    """A file made before it is saved.

    Attributes:
        cle: Key of its offer.
        de: What it was made from.
        octets: Its bytes.
    """

    cle: str
    de: Hashable
    octets: bytes


def offrir(offre: Offre) -> None:
    """Show the button of a file, where the page is being written.

    One that takes long must stand in a fragment or a dialog, which alone runs again.
    """
    if offre.barre is None:
        _bouton(offre, offre.libelle, partial(_servir, offre, offre.faire))
        return
    pret: _Pret | None = st.session_state.get(PRET)
    if pret is not None and (pret.cle, pret.de) == (offre.cle, offre.de):
        _bouton(offre, f"{offre.libelle} : enregistrer le fichier", pret.octets)
    elif st.button(f"{offre.libelle} : préparer le fichier", key=offre.cle, width=_largeur(offre)):
        _preparer(offre, offre.barre)


def oublier() -> None:
    """Let go of the file that waits to be saved, if any."""
    st.session_state.pop(PRET, None)


def _bouton(offre: Offre, libelle: str, data: bytes | Callable[[], bytes]) -> None:
    """A button that saves; a file that is ready stands out, under a key of its own."""
    pret = isinstance(data, bytes)
    st.download_button(
        libelle,
        data=data,
        file_name=offre.nom,
        mime=offre.type_mime,
        on_click="ignore",
        key=f"{offre.cle}-pret" if pret else offre.cle,
        type="primary" if pret else "secondary",
        icon=None if pret else offre.icone,
        width=_largeur(offre),
    )


def _largeur(offre: Offre) -> Literal["stretch", "content"]:
    return "stretch" if offre.etiree else "content"


def _preparer(offre: Offre, barre: Callable[[Progres], bytes]) -> None:
    """Make the file under the eyes of the reader, and keep it for him to save."""
    oublier()
    avance = st.progress(0.0, text="Préparation du fichier…")
    try:
        octets = _servir(offre, lambda: barre(lambda part: _avancer(avance, part)))
    except Exception:  # noqa: BLE001  logged with its trace where it was made
        avance.empty()
        st.error(ECHEC, icon=":material/report:")
        return
    st.session_state[PRET] = _Pret(cle=offre.cle, de=offre.de, octets=octets)
    st.rerun(scope="fragment")


def _avancer(avance: DeltaGenerator, part: float) -> None:
    avance.progress(part)


def _servir(offre: Offre, faire: Callable[[], bytes]) -> bytes:
    """Make the file; what goes wrong is logged here, and said in French by the page."""
    try:
        return faire()
    except Exception:
        logging.getLogger("atlas").exception("Le fichier « %s » n’a pas pu être fait.", offre.nom)
        raise
