"""The rules of the figures for a statistician: the document of the project, read where the figures are."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.html import balise, poser
from data import chargement

__all__ = ["CHEMIN", "regles"]

CHEMIN: Final = "docs/methode_statistique.md"


def regles() -> None:
    """The whole document in a fold, which reads it once it is opened; a missing one is named."""
    repli = st.expander(
        "La méthode statistique : chaque règle, pour qui veut signer les chiffres",
        key="methode-statistique",
        on_change="rerun",
        icon=":material/functions:",
    )
    with repli:
        if not repli.open:
            return
        try:
            texte = (chargement.RACINE / CHEMIN).read_text(encoding="utf-8")
        except OSError:
            st.warning(
                f"Le document « {CHEMIN} » manque sur ce serveur. Pour le remettre : git checkout -- docs",
                icon=":material/description:",
            )
            return
        _, _, corps = texte.partition("\n")
        st.markdown(corps)
        poser(balise("p", f"Ce texte est le fichier « {CHEMIN} » du projet.", classe="atlas-chapeau"))
