"""When the filters keep no project: which one to take away, in one press, and what that brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise, enumerer, markdown, poser
from francais import accorder
from geo.filtre import Filtre, decrire, retraits
from pages.projets.liste import parmi

if TYPE_CHECKING:
    from collections.abc import Callable

    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets
    from pages.projets.filtres import Parametres

    Refiltrer = Callable[[Parametres], None]

__all__ = ["montrer", "sans_graphique"]

MONTRES: Final = 4
"""Presses that are offered, those that bring most projects back."""


def montrer(prets: ProjetsPrets, adresse: AdresseProjets, refiltrer: Refiltrer) -> None:
    """Say what keeps every project away, and offer the presses that help.

    Args:
        prets: The projects.
        adresse: The view, whose filter keeps none.
        refiltrer: Called with the words of the filter to apply instead.
    """
    filtre, siens = adresse.filtre, parmi(prets, adresse)
    puces = [balise("b", puce.texte) for puce in decrire(filtre, prets.vocabulaires)]
    with st.container(key="projets-aucun"):
        poser(
            balise("h2", "Aucun projet")
            + balise("p", "Aucun ne répond à la fois à ces filtres\u00a0: ", enumerer(puces), ".")
        )
        with st.container(horizontal=True, key="projets-aucun-gestes"):
            for rang, retrait in enumerate(
                retraits(prets.preparee, filtre, prets.vocabulaires, siens)[:MONTRES]
            ):
                combien = accorder(retrait.projets, "projet")
                st.button(
                    f"Retirer « {markdown(retrait.puce.texte)} » : {combien}",
                    key=f"projets-aucun-{rang}",
                    on_click=refiltrer,
                    args=(retrait.filtre.ecrire(),),
                )
            tout = Filtre(millesime=filtre.millesime)
            tous = len(prets.preparee) if siens is None else int(siens.sum())
            st.button(
                f"Tout effacer : {accorder(tous, 'projet')}",
                key="projets-aucun-tout",
                on_click=refiltrer,
                args=(tout.ecrire(),),
                type="tertiary",
            )


def sans_graphique() -> None:
    """What stands in the place of the charts."""
    poser(
        balise(
            "p", "Les graphiques reviennent avec les projets.", classe="atlas-chapeau atlas-sans-graphique"
        )
    )
