"""A selection of projects told apart: by filière, nature, stade, month; each figure beside what it knows.

Jobs are counted once: when several rows state the same jobs, only the row that states most carries them, so
that the parts always add up to the total of `geo.projets.doublons.emplois_annonces`.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

__all__ = ["MOIS", "par_annee", "par_mois", "repartition"]

MOIS: Final = "%Y-%m"
"""How a month is written in `par_mois`."""


def repartition(projets: pd.DataFrame, colonne: str) -> pd.DataFrame:
    """Count a selection of projects by the values of one column.

    Args:
        projets: Any selection of the table `projets`: the column, emplois_prevus, groupe_emplois.
        colonne: Name of a column of texts, such as filiere, nature, stade or mesure.

    Returns:
        valeur (missing for the projects that have none, always last), projets (rows), emplois (Int64, stated
        jobs; missing when no project of the value states any, which is not zero), renseignes (projects that
        state a number of jobs); most projects first, then by value. The three figures add up to those of the
        whole selection. Jobs stated by rows of two values stand with the row that states most, the earliest
        among equals: the other value may then show fewer jobs than its rows state.
    """
    return _compter(projets, projets[colonne]).sort_values(
        ["_vide", "projets", "valeur"], ascending=[True, False, True], ignore_index=True
    )[_COLONNES]


def par_mois(projets: pd.DataFrame) -> pd.DataFrame:
    """Count a selection of projects month by month, by the date of the last update of their row.

    Returns:
        As `repartition`; valeur is « 2021-03 », in the order of time, every month between the first and the
        last one included, with 0 project where there is none.
    """
    return _par_periode(projets, "M", MOIS)


def par_annee(projets: pd.DataFrame) -> pd.DataFrame:
    """Count a selection of projects year by year; see `par_mois`."""
    return _par_periode(projets, "Y", "%Y")


_COLONNES: Final = ["valeur", "projets", "emplois", "renseignes"]


def _par_periode(projets: pd.DataFrame, pas: str, ecriture: str) -> pd.DataFrame:
    dates = projets["date"]
    table = _compter(projets, dates.dt.strftime(ecriture).astype("str"))
    if projets.empty:
        return table[_COLONNES]
    toutes = pd.period_range(dates.min(), dates.max(), freq=pas).strftime(ecriture)
    table = table.set_index("valeur").reindex(toutes).rename_axis("valeur").reset_index()
    table[["projets", "renseignes"]] = table[["projets", "renseignes"]].fillna(0).astype("int64")
    return table.astype({"valeur": "str"})[_COLONNES]


def _compter(projets: pd.DataFrame, valeurs: pd.Series) -> pd.DataFrame:
    """valeur, projets, emplois, renseignes, _vide, in no order."""
    lignes = pd.DataFrame(
        {
            "valeur": valeurs.astype("str"),
            "emplois": _emplois_une_fois(projets),
            "renseignes": projets["emplois_prevus"].notna(),
        }
    )
    par_valeur = lignes.groupby("valeur", dropna=False)
    table = pd.DataFrame(
        {
            "projets": par_valeur.size().astype("int64"),
            "emplois": par_valeur["emplois"].sum(min_count=1).astype("Int64"),
            "renseignes": par_valeur["renseignes"].sum().astype("int64"),
        }
    ).reset_index()
    return table.assign(_vide=table["valeur"].isna())


def _emplois_une_fois(projets: pd.DataFrame) -> pd.Series:
    """Stated jobs of each project, 0 where another row carries them, missing where none are stated.

    Jobs without a group are those of their row alone, as in `geo.filtre.chiffres`.
    """
    dits = projets[projets["emplois_prevus"].notna()]
    porteurs = dits.sort_values("emplois_prevus", ascending=False, kind="stable")
    groupes = porteurs["groupe_emplois"]
    porteurs = porteurs[groupes.isna() | ~groupes.duplicated()].index
    emplois = projets["emplois_prevus"].astype("Int64")
    return emplois.where(emplois.isna() | projets.index.isin(porteurs), 0)
