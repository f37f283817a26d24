"""The reader's own list among the answers: what it holds of a SIREN, for his session alone."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from components.partage import ProjetsPrets
from francais import accorder

__all__ = ["SORTE", "ligne"]

CLE: Final = "mes-projets"
"""Where the page « Projets » keeps the list of the session (`prets` of what stands there)."""

SORTE: Final = "liste"
"""Kind of the line that leads to the reader's own projects."""

SIREN: Final = 9


def ligne(siren: str, *, millesime: int) -> dict[str, Any] | None:
    """The line of the projects of a SIREN in the reader's list; None without a list or without any.

    Args:
        siren: Nine digits, or anything.
        millesime: Year that the page shows.
    """
    prets = getattr(st.session_state.get(CLE), "prets", None)
    if not isinstance(prets, ProjetsPrets) or len(siren) != SIREN:
        return None
    siens = prets.projets.iloc[prets.rangees :]
    nombre = int((siens["siren"] == siren).sum())
    if not nombre:
        return None
    return {
        "sorte": SORTE,
        "cle": siren,
        "millesime": millesime,
        "libelle": "Votre liste",
        "precision": f"{accorder(nombre, 'projet')} de ce SIREN",
        "nature": "projets",
    }
