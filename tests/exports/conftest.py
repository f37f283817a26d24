"""A small selection of real projects, and what its files say of themselves."""

from __future__ import annotations

import pytest

from exports.tables.contexte import Contexte
from geo.projets.ensemble import ensemble


@pytest.fixture(scope="session")
def projets(atlas):
    """Forty laureates, two that are not placed, and the projects that the document adds."""
    tous = ensemble(atlas)
    sans_lieu = tous[tous["latitude"].isna()].head(2)
    return tous.iloc[[*range(40), *sans_lieu.index, *range(len(tous) - 4, len(tous))]]


@pytest.fixture(scope="session")
def contexte():
    """A selection of two filters."""
    return Contexte(
        titre="Projets industriels",
        jour="2026-11-21",
        lien="https://atlas.exemple/projets?region=53",
        filtres=("Bretagne", "Stade : Lauréat"),
        sources=("Source : DGE, Plan de relance – Licence Ouverte 2.0",),
    )
