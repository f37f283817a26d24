"""What the projects of a région are, beside those of a reference: by filière, nature, size and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.filtre import TYPES
from geo.profils.profil import dire_les_muets, familles, mois, profil
from theme import FAMILLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

__all__ = ["AUTRES", "RESTE", "Profils", "profils_de"]

RESTE: Final = "Reste de la France"
"""The usual reference of a région: the projects of all the others."""

MUETS: Final = {
    "familles": ("filiere", "filière"),
    "natures": ("nature", "nature"),
    "types": ("type_entreprise", "taille"),
}
"""Table of `Profils` -> column that a row may leave empty, and what a reader calls it."""

AUTRES: Final = "Association, laboratoire, établissement public…"
"""The types of enterprise that are no size."""


@dataclass(frozen=True, kw_only=True)
class Profils:
    """What the projects of a région are, beside those of the reference (`geo.profils.profil.profil`).

    Attributes:
        familles: By family of filières, most projects here first.
        filieres: By published filière, most projects first.
        natures: By nature of the expense.
        types: By type of enterprise, the sizes from the smallest.
        mois: By month (`geo.profils.profil.mois`).
        muets: What the projects here leave empty, and how many do, one French clause for each of the
            tables `familles`, `natures` and `types`; empty when all of them say it.
    """

    familles: pd.DataFrame
    filieres: pd.DataFrame
    natures: pd.DataFrame
    types: pd.DataFrame
    mois: pd.DataFrame
    muets: Mapping[str, str]


def profils_de(ici: pd.DataFrame, autres: pd.DataFrame) -> Profils:
    """Every profile of some projects.

    Args:
        ici: Projects (`projets`: filiere, nature, type_entreprise, date).
        autres: Those of the reference, without those of here.
    """
    return Profils(
        familles=profil(_familles(ici), _familles(autres)),
        filieres=profil(ici["filiere"], autres["filiere"]),
        natures=profil(ici["nature"], autres["nature"]),
        types=profil(_types(ici), _types(autres), valeurs=[*TYPES, AUTRES]),
        mois=mois(ici, autres),
        muets={
            table: dire_les_muets(int(ici[colonne].isna().sum()), len(ici), quoi)
            for table, (colonne, quoi) in MUETS.items()
        },
    )


def _familles(projets: pd.DataFrame) -> pd.Series:
    groupes = {famille.libelle: famille.filieres for famille in FAMILLES}
    return familles(projets["filiere"], groupes, sinon=FAMILLES[-1].libelle)


def _types(projets: pd.DataFrame) -> pd.Series:
    """The three sizes of enterprise; associations, laboratories and the like, a few each, together."""
    return familles(projets["type_entreprise"], {taille: (taille,) for taille in TYPES}, sinon=AUTRES)
