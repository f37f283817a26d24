"""Postal codes and départements: repaired, and joined to the communes of 2021.

A spreadsheet took the leading zeros of the published codes (`8000`, `8`), Corsican rows have no
département, and the table that links postal codes to communes speaks of an older geography, with the
arrondissements of Paris, Lyon and Marseille.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.communes.histoire import Mouvements

__all__ = [
    "DEPARTEMENT_DU_CODE_POSTAL",
    "ZERO_CODE_POSTAL",
    "ZERO_DEPARTEMENT",
    "code_postal",
    "communes_par_code_postal",
    "departement",
    "departement_du_code_postal",
    "dessertes",
    "sans_commune",
]

ZERO_CODE_POSTAL = "zéro rendu au code postal"
ZERO_DEPARTEMENT = "zéro rendu au département"
DEPARTEMENT_DU_CODE_POSTAL = "département tiré du code postal"

LONGUEUR = 5
CORSE = {
    **dict.fromkeys(("200", "201", "203", "207", "209"), "2A"),
    **dict.fromkeys(("202", "204", "206"), "2B"),
}
"""Corsican département by the first three digits of a postal code, CEDEX codes included (La Poste)."""

COMMUNES_ENTIERES = (("751", "75056"), ("6938", "69123"), ("132", "13055"))
"""Prefix of the arrondissements' INSEE codes, and the commune that they make up: Paris, Lyon, Marseille."""

JOUR_DE_LA_TABLE = "2011-12-31"
"""Date (ISO) after which the movements of communes are not in the published table, which is of 2012."""

INCOMPLETS = frozenset({"", "20", "97", "98"})
"""What the département column holds where the postal code says more."""


def code_postal(publie: str | float | None) -> tuple[str, str]:
    """Postal code of five digits and the repair made to it; two empty texts when there is no code."""
    code = publie.strip() if isinstance(publie, str) else ""
    if not (code.isascii() and code.isdigit()) or len(code) not in {LONGUEUR - 1, LONGUEUR}:
        return "", ""
    return (code, "") if len(code) == LONGUEUR else (code.zfill(LONGUEUR), ZERO_CODE_POSTAL)


def departement_du_code_postal(code: str) -> str:
    """Département that a postal code points to (three digits overseas), empty for an empty code.

    Some communes on a border are served from the next département: this is a clue, not a proof.
    """
    if code.startswith("20"):
        return CORSE.get(code[:3], "")
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def departement(publie: str | float | None, *, code: str) -> tuple[str, str]:
    """Code of the stated département and the repair made to it.

    Args:
        publie: The département as published: without its zero, empty (Corsica) or cut short (overseas).
        code: Postal code of five digits, or empty.
    """
    brut = publie.strip().upper() if isinstance(publie, str) else ""
    if brut in INCOMPLETS:
        trouve = departement_du_code_postal(code)
        return (trouve, DEPARTEMENT_DU_CODE_POSTAL) if trouve else ("", "")
    if len(brut) == 1 and brut.isdigit():
        return "0" + brut, ZERO_DEPARTEMENT
    return brut, ""


def communes_par_code_postal(
    postaux: pd.DataFrame, *, communes: pd.DataFrame, passage: pd.DataFrame | None = None
) -> dict[str, tuple[str, ...]]:
    """Communes of 2021 that each postal code serves, sorted by code.

    Args:
        postaux: The table as published: « Code INSEE » (older geography), « Code Postal » (joined by `/`).
        communes: Communes of 2021, column code.
        passage: Columns code_2018, code (2021): where vanished communes went. A commune that vanished before
            2018 is left out: its postal code keeps the communes that remain.
    """
    actuels = set(communes["code"])
    vers = {} if passage is None else dict(zip(passage["code_2018"], passage["code"], strict=True))
    trouves: dict[str, set[str]] = {}
    for insee, codes in zip(postaux["Code INSEE"], postaux["Code Postal"], strict=True):
        commune = _commune_actuelle(insee, actuels=actuels, vers=vers)
        if commune:
            for un_code in codes.split("/"):
                trouves.setdefault(un_code, set()).add(commune)
    return {c: tuple(sorted(trouves[c])) for c in sorted(trouves)}


def dessertes(postaux: pd.DataFrame, *, communes: pd.DataFrame, mouvements: Mouvements) -> pd.DataFrame:
    """What each postal code serves: the communes of 2021, through the one that the table of 2012 names.

    Args:
        postaux: The table as published: « Code INSEE » (of 2012, arrondissements apart), « Code Postal »
            (joined by `/`).
        communes: Communes of 2021, column code.
        mouvements: What became of the communes since.

    Returns:
        code_postal, insee (commune of 2012 or arrondissement), commune (of 2021), sorted. A commune of 2021
        that left another one since has the codes of the one that it left.
    """
    actuels = set(communes["code"])
    lignes = []
    for insee, codes in zip(postaux["Code INSEE"], postaux["Code Postal"], strict=True):
        entiere = next((commune for prefixe, commune in COMMUNES_ENTIERES if insee.startswith(prefixe)), "")
        suites = {entiere} if entiere else mouvements.devenir(insee, apres=JOUR_DE_LA_TABLE, tout=True)
        lignes += [(un_code, insee, commune) for un_code in codes.split("/") for commune in suites & actuels]
    table = pd.DataFrame(lignes, columns=["code_postal", "insee", "commune"])
    return table.drop_duplicates().sort_values(["code_postal", "insee", "commune"], ignore_index=True)


def sans_commune(
    postaux: pd.DataFrame, *, communes: pd.DataFrame, passage: pd.DataFrame | None = None
) -> int:
    """How many rows lead to no commune of 2021: communes that vanished before 2018.

    Args:
        postaux: The table as published, « Code INSEE ».
        communes: Communes of 2021, column code.
        passage: code_2018, code: where vanished communes went.
    """
    actuels = set(communes["code"])
    vers = {} if passage is None else dict(zip(passage["code_2018"], passage["code"], strict=True))
    return sum(not _commune_actuelle(insee, actuels=actuels, vers=vers) for insee in postaux["Code INSEE"])


def _commune_actuelle(insee: str, *, actuels: set[str], vers: Mapping[str, str]) -> str:
    entiere = next((commune for prefixe, commune in COMMUNES_ENTIERES if insee.startswith(prefixe)), insee)
    for candidat in (entiere, vers.get(insee, "")):
        if candidat in actuels:
            return candidat
    return ""
