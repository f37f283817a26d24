"""The figures of « Point d'étape à 3 ans », typed, what was published kept apart from what was deduced."""

from __future__ import annotations

from typing import Final

import pandas as pd

from geo.etape import NATIONAL, territoires_par_region

__all__ = ["regions", "typer"]

TOTAUX: Final = {
    colonne: (NATIONAL[colonne][0], NATIONAL[colonne][1])
    for colonne in ("investissements_meur", "engagements_meur")
}
"""Amounts of the régions -> the national figure that is their total, and its unit in M€."""

_PROPRE: Final = 6
"""Decimals of the bounds: what arithmetic adds stands after them."""


def typer(table: pd.DataFrame, *, entiers: tuple[str, ...] = (), reels: tuple[str, ...] = ()) -> pd.DataFrame:
    """Give figures their type; an empty cell stays missing.

    Args:
        table: A table read as text.
        entiers: Columns of counts, which may be missing.
        reels: Columns of measures.
    """
    types = {**dict.fromkeys(entiers, "Int64"), **dict.fromkeys(reels, "float64")}
    return table.assign(**{colonne: pd.to_numeric(table[colonne]).astype(t) for colonne, t in types.items()})


def regions(brut: pd.DataFrame, territoires: pd.DataFrame, national: pd.DataFrame) -> pd.DataFrame:
    """The table `regions_2021`: published and deduced figures, beside the number of TI that we count.

    Args:
        brut: `point_etape_2021/regions.csv`, as text.
        territoires: TI of 2021, with `regions`.
        national: `point_etape_2021/national.csv`, as text: how its totals are rounded bounds what is deduced.
    """
    table = typer(
        brut,
        entiers=("territoires_industrie", "projets_remontes", "laureats", "emplois_prevus"),
        reels=("investissements_meur", "engagements_meur"),
    )
    totaux = national.set_index("indicateur")["valeur"]
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
            **_encadrer(brut, "investissements_meur", deduit, totaux),
            **_encadrer(brut, "engagements_meur", deduit, totaux),
            "financeurs": table["financeurs"],
            "emplois_prevus": table["emplois_prevus"].astype("int64"),
            "statut": deduit.map({True: "déduit", False: "publié"}).astype("str"),
            "precision": precision.astype("str"),
        },
    )


def _encadrer(brut: pd.DataFrame, colonne: str, deduit: pd.Series, totaux: pd.Series) -> dict[str, pd.Series]:
    """An amount of the régions with its bounds, in M€.

    A published line is known to half a unit of its last digit. A deduced one is known as its national total
    is: the roundings of the other lines, 0.1 M€ all together (standard deviation), are neglected beside.
    """
    indicateur, facteur = TOTAUX[colonne]
    valeurs = pd.to_numeric(brut[colonne]).astype("float64")
    marge = brut[colonne].map(_demi_unite).mask(deduit, _demi_unite(totaux[indicateur]) * facteur)
    return {
        colonne: valeurs,
        f"{colonne}_bas": (valeurs - marge).round(_PROPRE),
        f"{colonne}_haut": (valeurs + marge).round(_PROPRE),
    }


def _demi_unite(texte: str) -> float:
    """Half a unit of the last digit of a published figure: 0.05 of « 5.4 »."""
    return float(0.5 * 10.0 ** -len(texte.partition(".")[2]))
