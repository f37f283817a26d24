"""Figures that communes do not have of their own: each takes that of a larger unit that it is in.

A mean over communes is then a mean over those units. Where a set of communes holds a small piece of a unit,
the mean says what the whole unit is worth, and nothing of the piece: Carros has a twentieth of the jobs of
Nice Côte d'Azur. So each inherited figure declares its unit, and says how much of a set comes from units that
are only partly in it. Either the figure is then none, or it is that of the unit by definition (a rate of a
zone d'emploi) and says so wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from geo.atlas import Assiettes

__all__ = ["ENTIERE", "INTERCOMMUNALITE", "SEUIL_D_EMPRUNT", "ZONE_D_EMPLOI", "Heritage", "emprunts"]

SEUIL_D_EMPRUNT: Final = 0.2
"""Beyond this share of its weight, a set that takes the figure of units partly in it has none of its own."""

ENTIERE: Final = 0.9
"""From this share of its own weight on, a unit counts as wholly in a set.

The maps of 2020 to 2023 and the units of 2022 to 2025 are not of the same year: a unit that a few communes
joined or left is still the one of the set. Of the units that make more than a fifth of a territory, those
that changed by a few communes have over 92 % of their jobs in it, those that it cuts under 68 %, in each
millésime (`tests/geo/indicateurs/test_heritage.py`).
"""


@dataclass(frozen=True, kw_only=True)
class Heritage:
    """A larger unit whose figure its communes take.

    Attributes:
        colonne: Column of the communes that names it.
        poids: Column of the communes by which figures are weighed.
        pesee: What is weighed, a French plural.
        partielle: What comes from one unit that is only partly in a set, a French verb and what follows.
        partielles: The same from several.
        dite: What the figure is by definition, of one unit; empty when it stands for the set itself.
        dites: The same of several.
    """

    colonne: str
    poids: str
    pesee: str
    partielle: str
    partielles: str
    dite: str = ""
    dites: str = ""

    @property
    def par_definition(self) -> bool:
        """Whether the figure is that of the unit, and given as such."""
        return bool(self.dite)


INTERCOMMUNALITE: Final = Heritage(
    colonne="siren_emploi",
    poids="emplois",
    pesee="emplois",
    partielle="viennent d’une intercommunalité qui n’y est qu’en partie",
    partielles="viennent d’intercommunalités qui n’y sont qu’en partie",
)
"""INSEE's share of industry is published by intercommunalité."""

ZONE_D_EMPLOI: Final = Heritage(
    colonne="zone_emploi",
    poids="actifs",
    pesee="actifs",
    partielle="vivent dans une zone d’emploi qui n’y est qu’en partie",
    partielles="vivent dans des zones d’emploi qui n’y sont qu’en partie",
    dite="taux de la zone d’emploi",
    dites="taux de ses zones d’emploi",
)
"""INSEE's unemployment is a rate of the zone d'emploi by definition: neighbours share it."""


def emprunts(assiettes: Assiettes, par: str, heritage: Heritage) -> pd.DataFrame:
    """How much of each set comes from larger units that are only partly in it.

    Args:
        assiettes: Communes and projects.
        par: Column that names the set of each commune.
        heritage: The unit.

    Returns:
        By set: emprunt (0 to 1, of the weight of the set), partielles (units only partly in it) and unites
        (all of its units).
    """
    communes = assiettes.communes
    poids = communes[heritage.poids]
    unite = communes[heritage.colonne]
    ici = poids.groupby([communes[par], unite], observed=True).sum().rename("ici").reset_index()
    entier = poids.groupby(unite, observed=True).sum()
    partielle = ici["ici"] < ENTIERE * ici[heritage.colonne].map(entier).astype("float64")
    sommes = (
        pd.DataFrame({"emprunt": ici["ici"].where(partielle, 0.0), "partielles": partielle, "unites": 1})
        .groupby(ici[par], observed=True)
        .sum()
    )
    total = poids.groupby(communes[par], observed=True).sum()
    sommes = sommes.reindex(total.index, fill_value=0)
    return sommes.assign(emprunt=(sommes["emprunt"] / total).where(total > 0, 0.0))
