"""The choice of the millésime: the same control, with the same words, on every page that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["millesime"]


def millesime(
    cle: str, *, au_choix: Callable[..., None] | None = None, arguments: tuple[object, ...] = ()
) -> None:
    """Draw the four years, one of them chosen.

    Args:
        cle: Key of the widget: it ends with « millesime », by which the sheet finds it.
        au_choix: Called when the reader chooses another year, before the run that shows it.
        arguments: What `au_choix` is called with.
    """
    st.segmented_control(
        "Millésime",
        list(MILLESIMES),
        key=cle,
        required=True,
        on_change=au_choix,
        args=arguments,
    )
