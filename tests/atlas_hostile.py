"""An atlas whose every name tries to be something else: a copy of the processed tables, signed anew.

Each trick of `tests.hostiles` stands in the names of the same few places, so that a page that shows one of
them shows all that can happen to a name.
"""

from __future__ import annotations

import shutil
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pandas as pd

from data import chargement
from tests.data.tables_signees import poser
from tests.hostiles import HOSTILES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["AUTRES", "NOMS", "REGION", "TEXTES", "TI", "TOUT", "ecrire"]

TI = "ti-2806"
AUTRES = ("ti-5301", "ti-7510")
"""Other territories, to be compared with."""

REGION = "28"

SANS_FICHIER = {"substitut"}
"""Half a character: no file of UTF-8 can hold it."""

TEXTES = tuple(texte for nom, texte in HOSTILES.items() if nom not in SANS_FICHIER)

TOUT = " ".join(texte for texte in TEXTES if len(texte) < 200)
"""All short tricks at once, behind each of them: wherever a name comes, all of them do."""

NOMS = {
    "territoires": ("lib_ti",),
    "groupements": ("libelle",),
    "epci": ("libelle",),
    "communes": ("nom",),
    "regions": ("nom",),
    "departements": ("nom",),
    "projets": ("entreprise", "objet", "commune", "commune_publiee", "type_entreprise"),
    "projets_inspirants": ("nom", "objet", "commune", "territoire_industrie", "filiere_texte"),
    "villes": ("nom", "commune"),
    "emploi_industriel_epci": ("libelle",),
    "chomage": ("nom",),
    "passages": ("libelle", "libelle_2021"),
    "chronologie": ("etape",),
    "financement_2021": ("dispositif",),
    "regions_2021": ("region", "precision"),
}
"""Table -> the columns that hold a text written by somebody."""


AU_PLUS = 60
"""Rows altered in a table that says no region."""


def ecrire(dossier: Path) -> Path:
    """Write the atlas into a folder that does not exist yet, and give it back."""
    shutil.copytree(chargement.dossier(), dossier)
    for nom, colonnes in NOMS.items():
        table = chargement.lire(nom)
        lignes = _lignes(table)
        hostiles = {c: _ruses(table[c], lignes, rang) for rang, c in enumerate(colonnes)}
        poser(dossier, nom, table.assign(**hostiles))
    return dossier


def _lignes(table: pd.DataFrame) -> pd.Series:
    """The rows of the region, or the first ones."""
    for colonne in ("region", "regions", "code_region"):
        if colonne in table:
            return table[colonne].fillna("").str.startswith(REGION)
    debut = pd.Series(range(len(table)), index=table.index) < AU_PLUS
    return debut | table["code"].eq(REGION) if "code" in table else debut


def _ruses(colonne: pd.Series, lignes: pd.Series, decalage: int) -> pd.Series:
    """The tricks one after the other on these rows, each with its rank; other columns begin elsewhere."""
    hostile = colonne.copy()
    voulues = lignes & colonne.notna()
    tour = enumerate(islice(cycle(TEXTES), decalage, decalage + int(voulues.sum())))
    hostile[voulues] = [f"{texte} {rang} {TOUT}" for rang, texte in tour]
    return hostile
