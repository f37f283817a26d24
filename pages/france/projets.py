"""The filières of the extract of April 2022: families on the chart, every published name in the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.graphiques import comptes as charts
from components.graphiques import graphique
from components.html import balise, poser
from francais import NON_RENSEIGNE, nombre
from geo.filtre import FACETTE_DE, MANQUANT
from geo.millesimes import MILLESIME_PAR_DEFAUT, colonne_ti
from geo.profils import familles, repartition
from memoire import garde
from theme import COULEURS, FAMILLES

if TYPE_CHECKING:
    from components.graphiques import Graphique
    from geo.atlas import Atlas

__all__ = ["montrer", "par_famille", "tableau"]

PRESSE: Final = "Cliquez sur une barre pour voir ses projets."

MUETTE: Final = str(FACETTE_DE["filiere"].manquant)
"""Name of the bar of the projects that say no filière."""

OUVRIR: Final = "france-famille"
"""The family of filières that a press on the chart asks for, until its projects are shown."""


def montrer(atlas: Atlas) -> None:
    """The chart of the families; its table has every filière as published."""
    _ouvrir_les_projets(atlas.projets)
    total = nombre(len(atlas.projets))
    precision = (
        f"{total} lignes de l’extrait d’avril 2022, répétitions comprises\u00a0: une autre liste que les "
        "lauréats du « Point d’étape »."
    )
    poser(balise("h2", "Les filières") + balise("p", precision))
    graphique.montrer(_graphique(atlas), cle="france-filieres", au_choix=_presser, aide=PRESSE)


@garde(taille=1)
def _graphique(atlas: Atlas) -> Graphique:
    return par_famille(atlas.projets)


def _presser(famille: str, _: str) -> None:
    st.session_state[OUVRIR] = famille


def _ouvrir_les_projets(projets: pd.DataFrame) -> None:
    """Go to the projects of the family that was pressed on the chart."""
    famille = st.session_state.pop(OUVRIR, None)
    if famille:
        filieres = sorted(projets.loc[_familles(projets) == famille, "filiere"].fillna(MANQUANT).unique())
        st.switch_page("pages/projets/page.py", query_params={"filiere": filieres})


def _familles(projets: pd.DataFrame) -> pd.Series:
    """Name of the family of each project; the last one takes what no other does, but no empty filière."""
    groupes = {famille.libelle: famille.filieres for famille in FAMILLES}
    return familles(projets["filiere"], groupes, sinon=FAMILLES[-1].libelle).fillna(MUETTE)


def par_famille(projets: pd.DataFrame) -> Graphique:
    """One bar for each family of theme, the largest first, the others last, then the projects without one."""
    comptes = _familles(projets).value_counts()
    connues = sorted(FAMILLES[:-1], key=lambda famille: -int(comptes.get(famille.libelle, 0)))
    rangees = {famille.libelle: famille.couleur for famille in (*connues, FAMILLES[-1])}
    if MUETTE in comptes:
        rangees[MUETTE] = COULEURS["trait"]
    noms = list(rangees)
    compte = comptes.reindex(noms, fill_value=0).to_numpy()
    trace = charts.barres(
        "Projets par famille de filières",
        pd.DataFrame({"cle": noms, "nom": noms, "projets": compte}),
        entete="Famille de filières",
        couleurs=list(rangees.values()),
    )
    return replace(trace, table=tableau(projets))


def tableau(projets: pd.DataFrame) -> pd.DataFrame:
    """Every published filière: its projects, how many are in a territory, the jobs that they announce.

    Shares are among the projects that say their filière; those that do not are counted, last.
    """
    table = repartition(projets, "filiere")
    dans = projets[projets[colonne_ti(MILLESIME_PAR_DEFAUT)].notna()].groupby("filiere", dropna=False).size()
    compte = table["projets"].astype(int)
    dits = int(compte[table["valeur"].notna()].sum())
    parts = (100 * compte / dits).where(table["valeur"].notna())
    part_dans = [100 * int(dans.get(nom, 0)) / n for nom, n in zip(table["valeur"], compte, strict=True)]
    return pd.DataFrame(
        {
            "Filière publiée": table["valeur"].fillna(NON_RENSEIGNE),
            "Projets": [nombre(n) for n in compte],
            "Part": ["–" if pd.isna(part) else nombre(part, 1, "%") for part in parts],
            f"Dans un TI de {MILLESIME_PAR_DEFAUT}": [nombre(part, 0, "%") for part in part_dans],
            "Emplois annoncés": [nombre(None if pd.isna(e) else int(e)) for e in table["emplois"]],
            "Projets qui les disent": [nombre(int(n)) for n in table["renseignes"]],
        }
    )
