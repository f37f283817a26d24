"""A stable id for each published row.

The official list has no id. One is made from the content of the row, so that it survives a new extract,
another order of the rows or a better reading of the descriptions: the fields that this project reads by
itself (jobs, nature, object) take no part in it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CHAMPS_PUBLIES", "identifiants"]

CHAMPS_PUBLIES = (
    "entreprise",
    "type_entreprise",
    "siren",
    "mesure",
    "mesure_light",
    "code_departement",
    "code_postal",
    "nom_commune",
    "latitude",
    "longitude",
    "date",
    "filiere",
    "tco2",
)
"""The fields of the official list, in the order in which they are hashed."""

LECTURE = ("objet", "nature", "emplois")
"""The editorial fields, which only rank rows that are the same in the official list."""

CHIFFRES = 10
"""Hexadecimal digits kept of the SHA-256: for 3 080 rows, one chance in 200 000 of two rows sharing an id."""

SEPARATEUR = "\x1f"


def identifiants(bruts: pd.DataFrame) -> pd.Series:
    """Id of each row, `p-` and ten hexadecimal digits, unique and independent of the order of the rows.

    Rows with the same published fields get the suffixes -2, -3… by the order of their editorial fields; only
    rows that are the same in everything are ranked as they stand.

    Args:
        bruts: The published fields and the editorial ones, as text, missing values allowed.
    """
    textes = bruts.reindex(columns=[*CHAMPS_PUBLIES, *LECTURE]).fillna("").astype(str)
    publies = textes[list(CHAMPS_PUBLIES)].agg(SEPARATEUR.join, axis=1)
    empreintes = publies.map(lambda t: hashlib.sha256(t.encode()).hexdigest()[:CHIFFRES])
    ordre = textes[list(LECTURE)].assign(empreinte=empreintes).sort_values(list(LECTURE), kind="stable").index
    rangs = empreintes.loc[ordre].groupby(empreintes.loc[ordre]).cumcount().reindex(bruts.index) + 1
    suffixes = rangs.map(lambda rang: "" if rang == 1 else f"-{rang}")
    return ("p-" + empreintes + suffixes).rename("id_projet")
