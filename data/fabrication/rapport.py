"""What the build did to the data, for whoever must trust it: source by source, fact by fact, row by row.

The report is committed beside the tables and shown on the page « Méthode ». It carries no date of its own, so
that the same input gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data import chargement
from geo.atlas import TABLES_DE_L_ATLAS, Atlas
from geo.etape import faits
from geo.projets import bilan

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from data.fabrication.fabrique import Atelier

__all__ = ["rapporter", "verifier"]


def rapporter(atelier: Atelier) -> dict[str, Any]:
    """The whole report, ready for JSON.

    Args:
        atelier: What the build made.

    Returns:
        sources (rows read, kept, repaired, unplaced by source), faits, faits_par_construction (those that
        cannot fail, told apart), projets (see `geo.projets.bilan`), passages, groupements_partiels, tables
        (rows by table).
    """
    atlas = Atlas(**{nom: atelier.tables[nom] for nom in TABLES_DE_L_ATLAS})
    projets = bilan(atelier.tables["projets"], lues=atelier.lues["plan_relance_industrie"])
    return {
        "sources": _sources(atelier),
        **_faits(atlas),
        "projets": projets,
        "passages": _lignes(atelier.tables["passages"]),
        "groupements_partiels": _partiels(atelier.tables["groupements"]),
        "tables": {nom: len(table) for nom, table in sorted(atelier.tables.items())},
    }


def verifier(source: Path | None = None) -> dict[str, Any]:
    """The committed report, its facts checked anew on the committed tables.

    Raises:
        DonneesIllisibles: A processed file is missing or altered.
    """
    return {
        **chargement.rapport(source),
        **_faits(chargement.atlas(source)),
    }


def _faits(atlas: Atlas) -> dict[str, list[dict[str, object]]]:
    """The facts that may fail, and those that the way the tables are made keeps true."""
    tous = faits(atlas)
    return {
        "faits": [fait.en_dict() for fait in tous if not fait.par_construction],
        "faits_par_construction": [fait.en_dict() for fait in tous if fait.par_construction],
    }


def _sources(atelier: Atelier) -> dict[str, dict[str, int]]:
    """Rows read, kept, repaired, unplaced by source, as each step counted them; projects from their table."""
    gardees = {**atelier.gardees, "plan_relance_industrie": len(atelier.tables["projets"])}
    return {
        cle: {
            "lues": lues,
            "gardees": gardees.get(cle, lues),
            "reparees": atelier.reparees.get(cle, 0),
            "non_placees": atelier.non_placees.get(cle, 0),
        }
        for cle, lues in sorted(atelier.lues.items())
    }


def _lignes(table: pd.DataFrame) -> list[dict[str, Any]]:
    propre = table.astype(object).where(table.notna(), None)
    lignes: list[dict[str, Any]] = propre.to_dict("records")
    return lignes


def _partiels(groupements: pd.DataFrame) -> list[dict[str, Any]]:
    """Groupements of which a TI holds only a part."""
    partiels = groupements[groupements["nb_communes"] < groupements["nb_communes_total"]]
    colonnes = ["millesime", "id_ti", "siren", "libelle", "nb_communes", "nb_communes_total"]
    return _lignes(partiels[colonnes])
