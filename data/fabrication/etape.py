"""The figures of « Point d'étape à 3 ans », typed, what was published kept apart from what was deduced."""

from __future__ import annotations

import pandas as pd

from geo.etape import territoires_par_region

__all__ = ["regions", "typer"]


def typer(table: pd.DataFrame, *, entiers: tuple[str, ...] = (), reels: tuple[str, ...] = ()) -> pd.DataFrame:
    """Give figures their type; an empty cell stays missing.

    Args:
        table: A table read as text.
        entiers: Columns of counts, which may be missing.
        reels: Columns of measures.
    """
    types = {**dict.fromkeys(entiers, "Int64"), **dict.fromkeys(reels, "float64")}
    return table.assign(**{colonne: pd.to_numeric(table[colonne]).astype(t) for colonne, t in types.items()})


def regions(brut: pd.DataFrame, territoires: pd.DataFrame) -> pd.DataFrame:
    """The table `regions_2021`: published and deduced figures, beside the number of TI that we count.

    Args:
        brut: `point_etape_2021/regions.csv`.
        territoires: TI of 2021, with `regions`.
    """
    table = typer(
        brut,
        entiers=("territoires_industrie", "projets_remontes", "laureats", "emplois_prevus"),
        reels=("investissements_meur", "engagements_meur"),
    )
    deduit = table["statut"].str.startswith("déduit")
    precision = table["statut"].where(deduit | table["statut"].str.contains("(", regex=False))
    return pd.DataFrame(
        {
            "code_region": table["code_region"],
            "region": table["region"],
            "territoires_publies": table["territoires_industrie"],
            "territoires_calcules": table["code_region"]
            .map(territoires_par_region(territoires))
            .astype("int64"),
            "projets_remontes": table["projets_remontes"],
            "laureats": table["laureats"].astype("int64"),
            "investissements_meur": table["investissements_meur"],
            "engagements_meur": table["engagements_meur"],
            "financeurs": table["financeurs"],
            "emplois_prevus": table["emplois_prevus"].astype("int64"),
            "statut": deduit.map({True: "déduit", False: "publié"}).astype("str"),
            "precision": precision.astype("str"),
        },
    )
