"""The places that lead among a set of projects: communes and territories, by projects, then by jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.millesimes import colonne_ti
from geo.profils.repartitions import repartition

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["EN_TETE", "communes_en_tete", "projets_en_tete", "territoires_en_tete"]

EN_TETE: Final = 10
"""Places that are named."""


def projets_en_tete(projets: pd.DataFrame) -> pd.DataFrame:
    """The projects that announce most jobs, then the latest ones; repeated rows are left out.

    Args:
        projets: A selection of the table `projets`.
    """
    uniques = projets[projets["doublon_de"].isna()]
    return uniques.sort_values(
        ["emplois_prevus", "date", "id_projet"], ascending=[False, False, True], na_position="last"
    )


def communes_en_tete(projets: pd.DataFrame, combien: int = EN_TETE) -> pd.DataFrame:
    """The communes with most projects.

    Args:
        projets: A selection of the table `projets`.
        combien: How many are named.

    Returns:
        code, nom, projets (rows), emplois (Int64, announced jobs, the same once in each place, as on its
        sheet; missing when no project states any), renseignes (projects that state some): most projects
        first, then most jobs, then by name.
        Projects whose commune is not known stand nowhere.
    """
    noms = projets.dropna(subset=["code_commune"]).drop_duplicates("code_commune")
    return _en_tete(
        projets, "code_commune", dict(zip(noms["code_commune"], noms["commune"], strict=True)), combien
    )


def territoires_en_tete(
    projets: pd.DataFrame, territoires: pd.DataFrame, *, millesime: int, combien: int = EN_TETE
) -> pd.DataFrame:
    """The territories with most projects of a selection; the same columns as `communes_en_tete`.

    Args:
        projets: A selection of the table `projets`: of an interregional TI, only what it holds counts.
        territoires: id_ti and lib_ti of the TI of the millésime.
        millesime: Year of the perimeters.
        combien: How many are named.
    """
    noms = dict(zip(territoires["id_ti"], territoires["lib_ti"].str.strip(), strict=True))
    return _en_tete(projets, colonne_ti(millesime), noms, combien)


def _en_tete(projets: pd.DataFrame, colonne: str, noms: dict[str, str], combien: int) -> pd.DataFrame:
    table = repartition(projets, colonne).dropna(subset=["valeur"]).rename(columns={"valeur": "code"})
    table.insert(1, "nom", table["code"].map(noms).astype("str"))
    dits = projets[projets["emplois_prevus"].notna()]
    groupes = dits["groupe_emplois"].fillna(dits.index.to_series().astype("str"))
    une_fois = dits["emplois_prevus"].groupby([dits[colonne], groupes]).max()
    table["emplois"] = table["code"].map(une_fois.groupby(level=0).sum()).astype("Int64")
    ordre = ["projets", "emplois", "nom", "code"]
    return table.sort_values(
        ordre, ascending=[False, False, True, True], na_position="last", ignore_index=True
    ).head(combien)
