"""The projects as the table of the page « Projets » reads them: one list a column, names said once.

The format is told in `static/atlas/projets/table/donnees.js`; the words of the columns are those that an
address sorts by (`geo.filtre.filtre.TRIS`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from data.couches import contenus
from geo.contrats import STADES
from geo.filtre import FACETTES, TRIS, Facette
from geo.projets import lieux_dits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.filtre import Vocabulaires

__all__ = ["points", "table"]

EUROS = 6
"""Decimals of an amount in M€: a euro."""

TEXTES = ("entreprise", "objet")


def points(projets: pd.DataFrame) -> dict[str, Any]:
    """Projects as the map reads them (`data.couches.contenus.projets`), with the rank of their stade.

    Args:
        projets: Rows of `geo.projets.ensemble`.
    """
    rangs = {stade: rang for rang, stade in enumerate(STADES)}
    return {**contenus.projets(projets), "stade": [rangs.get(stade) for stade in projets["stade"]]}


def table(projets: pd.DataFrame, vocabulaires: Vocabulaires, millesime: int) -> dict[str, Any]:
    """Projects as the table reads them.

    Args:
        projets: Rows of `geo.projets.ensemble`.
        vocabulaires: What the values of the facets are called.
        millesime: Year of the perimeters in which the territory is said.

    Returns:
        n and colonnes; `id` and `source` have no label: the reader does not see them.
    """
    noms = vocabulaires.de(millesime)
    facettes = {f.mot: f for f in FACETTES}
    colonnes = [
        {"nom": "id", "libelle": "", "sorte": "texte", "valeurs": projets["id_projet"].to_list()},
        *(_textes(mot, projets[mot]) for mot in TEXTES),
        _textes("commune", lieux_dits(projets)),
        *(
            _facette(facettes[mot], projets, noms[mot], millesime)
            for mot in ("ti", "filiere", "stade", "mesure")
        ),
        _mois(projets["date"]),
        _nombres("emplois", projets["emplois_prevus"]),
        _nombres("montant", projets["montant_meur"]),
        *(
            _facette(facettes[mot], projets, noms[mot], millesime)
            for mot in ("region", "departement", "epci", "type", "nature")
        ),
        _source(projets["source"]),
    ]
    return {"n": len(projets), "colonnes": colonnes}


def _textes(nom: str, valeurs: Iterable[Any]) -> dict[str, Any]:
    return {"nom": nom, "libelle": TRIS[nom], "sorte": "texte", "valeurs": _ou_rien(valeurs)}


def _ou_rien(valeurs: Iterable[Any]) -> list[Any]:
    return [None if pd.isna(v) else v for v in valeurs]


def _nombres(nom: str, valeurs: pd.Series) -> dict[str, Any]:
    entiers = nom == "emplois"
    lus = [None if pd.isna(v) else int(v) if entiers else round(float(v), EUROS) for v in valeurs]
    return {"nom": nom, "libelle": TRIS[nom], "sorte": "nombre", "valeurs": lus}


def _facette(
    facette: Facette, projets: pd.DataFrame, noms: dict[str, str] | Any, millesime: int
) -> dict[str, Any]:
    libelles = projets[facette.colonne_de(millesime)].map(
        lambda v: noms.get(facette.ecrire(v), v), na_action="ignore"
    )
    ordonnee = facette.mot == "stade"
    uniques = list(STADES) if ordonnee else sorted(libelles.dropna().unique())
    rangs = {libelle: rang for rang, libelle in enumerate(uniques)}
    return {
        "nom": facette.mot,
        "libelle": facette.libelle,
        "sorte": "rang",
        "noms": uniques,
        "ordre": ordonnee,
        "valeurs": [None if pd.isna(v) else rangs[v] for v in libelles],
    }


def _mois(dates: pd.Series) -> dict[str, Any]:
    ecrits = dates.dt.strftime("%Y-%m")
    uniques = sorted(ecrits.dropna().unique())
    rangs = {mois: rang for rang, mois in enumerate(uniques)}
    valeurs = [None if pd.isna(v) else rangs[v] for v in ecrits]
    return {"nom": "date", "libelle": TRIS["date"], "sorte": "mois", "noms": uniques, "valeurs": valeurs}


def _source(sources: pd.Series) -> dict[str, Any]:
    uniques = sorted(sources.unique())
    valeurs = [uniques.index(source) for source in sources]
    return {"nom": "source", "libelle": "", "sorte": "rang", "noms": uniques, "valeurs": valeurs}
