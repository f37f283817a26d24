"""What to take away from a filter that keeps nothing: only what brings projects back, the most first."""

from __future__ import annotations

import pytest

from geo.filtre import Filtre, preparer, retraits, selectionner, vocabulaires
from geo.projets.ensemble import ensemble


@pytest.fixture(scope="module")
def preparee(atlas, mots):
    return preparer(ensemble(atlas), mots)


@pytest.fixture(scope="module")
def mots(atlas):
    return vocabulaires(atlas, ensemble(atlas))


def test_un_retrait_dit_combien_de_projets_il_rend(preparee, mots):
    filtre = Filtre(regions=("53",), texte="zzzz")
    (retrait,) = retraits(preparee, filtre, mots)
    assert retrait.puce.mot == "q"
    assert retrait.projets == int(selectionner(preparee, Filtre(regions=("53",))).masque.sum()) > 0


def test_un_retrait_qui_ne_rend_rien_n_est_pas_propose(preparee, mots):
    filtre = Filtre(regions=("53",), texte="zzzz")
    assert "region" not in {retrait.puce.mot for retrait in retraits(preparee, filtre, mots)}


def test_le_retrait_qui_rend_le_plus_vient_d_abord(preparee, mots):
    filtre = Filtre(regions=("94",), emplois_min=5_000)
    rendus = [retrait.projets for retrait in retraits(preparee, filtre, mots)]
    assert rendus == sorted(rendus, reverse=True)
    assert len(rendus) >= 1
