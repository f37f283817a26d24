"""The projects of a place one by one, as a list that costs nothing until it is opened."""

from __future__ import annotations

from typing import Final

import pandas as pd
import streamlit as st

from components.html import RIEN, balise, table
from francais import NON_RENSEIGNE, accorder, nombre
from geo.projets import INCERTAIN

__all__ = ["lister"]

COLONNES: Final = (
    *("Entreprise", "Objet", "Commune", "Filière", "Mesure", "Dernière mise à jour", "Emplois annoncés"),
)


@st.fragment
def lister(projets: pd.DataFrame, *, cle: str, legende: str) -> None:
    """The list of the projects, closed until the reader opens it: closed, it costs nothing.

    Opening it runs nothing else of the page.

    Args:
        projets: Rows of `projets`.
        cle: Key of the fold.
        legende: What the table holds, for assistive technologies.
    """
    titre = f"Liste des {accorder(len(projets), 'projet')}" if len(projets) > 1 else "Le projet"
    repli = st.expander(titre, key=cle, on_change="rerun", icon=":material/list:")
    with repli:
        if repli.open:
            ordre = projets.sort_values(
                ["entreprise", "id_projet"], key=lambda c: c.str.casefold(), na_position="last"
            )
            lignes = [_ligne(projet) for projet in ordre.to_dict("records")]
            table(legende, COLONNES, lignes, chiffres=("Emplois annoncés",))


def _ligne(projet: dict[str, object]) -> list[object]:
    return [
        balise("b", _ou(projet["entreprise"])),
        _avec(_ou(projet["objet"]), _repetition(projet)),
        _avec(_ou(projet["commune"]), _publiee(projet)),
        _ou(projet["filiere"]),
        projet["mesure_light"],
        pd.Timestamp(str(projet["date"])).strftime("%d/%m/%Y"),
        NON_RENSEIGNE if pd.isna(projet["emplois_prevus"]) else nombre(float(str(projet["emplois_prevus"]))),
    ]


def _ou(valeur: object) -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else str(valeur)


def _avec(texte: str, precision: str) -> str:
    return texte + (balise("small", precision) if precision else RIEN)


def _repetition(projet: dict[str, object]) -> str:
    return "" if pd.isna(projet["doublon_de"]) else f"répétition : {projet['doublon_nature']}"


def _publiee(projet: dict[str, object]) -> str:
    """The commune as published, when it is not the one where the project was found."""
    if projet["lieu_incertain"]:
        dite = f"{projet['commune_publiee']} ({projet['code_postal']})"
        return f"{INCERTAIN} : {dite} selon le code postal et le nom"
    differe = not pd.isna(projet["accord_commune"]) and not projet["accord_commune"]
    return f"publié : {projet['commune_publiee']}" if differe else ""
