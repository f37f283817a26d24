"""What the projects of a région are, beside those of a reference: by filière, nature, size and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.filtre import TYPES
from geo.profils.profil import familles, mois, profil
from theme import FAMILLES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["AUTRES", "Profils", "profils_de"]

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
    """

    familles: pd.DataFrame
    filieres: pd.DataFrame
    natures: pd.DataFrame
    types: pd.DataFrame
    mois: pd.DataFrame


def profils_de(ici: pd.DataFrame, autres: pd.DataFrame) -> Profils:
    """Every profile of some projects.

    Args:
        ici: Projects (`projets`: filiere, nature, type_entreprise, date).
        autres: Those of the reference, which may contain those of here.
    """
    return Profils(
        familles=profil(_familles(ici), _familles(autres)),
        filieres=profil(ici["filiere"], autres["filiere"]),
        natures=profil(ici["nature"], autres["nature"]),
        types=profil(_types(ici), _types(autres), valeurs=[*TYPES, AUTRES]),
        mois=mois(ici, autres),
    )


def _familles(projets: pd.DataFrame) -> pd.Series:
    groupes = {famille.libelle: famille.filieres for famille in FAMILLES}
    return familles(projets["filiere"], groupes, sinon=FAMILLES[-1].libelle)


def _types(projets: pd.DataFrame) -> pd.Series:
    """The three sizes of enterprise; associations, laboratories and the like, a few each, together."""
    return familles(projets["type_entreprise"], {taille: (taille,) for taille in TYPES}, sinon=AUTRES)
