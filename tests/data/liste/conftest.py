"""A list written as text, checked against the real atlas."""

from __future__ import annotations

import pytest

from data.liste import controler, lire, reconnaitre


@pytest.fixture
def verifier(atlas):
    """Check a CSV given as lines: `verifier("Entreprise;Commune", "A;Roanne")`."""

    def verifier_(*lignes, **options):
        brut = lire("\n".join(lignes).encode(), "liste.csv")
        return controler(brut, reconnaitre(brut.colonnes), atlas, **options)

    return verifier_
