"""The visible set, encoded and decoded."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.filtre.bits import bits, visibles


@given(st.lists(st.booleans(), max_size=200))
def test_encoder_puis_decoder_rend_les_memes_lignes(lignes):
    assert visibles(bits(np.array(lignes, dtype=bool)), len(lignes)).tolist() == lignes


def test_la_premiere_ligne_est_le_bit_de_poids_faible():
    assert bits(np.array([True] + [False] * 8 + [True])) == "AQI="  # bytes 0x01, 0x02


def test_3_080_projets_tiennent_en_un_demi_kilooctet():
    assert len(bits(np.ones(3080, dtype=bool))) == 516


@pytest.mark.parametrize("texte", ["é!", "A", "<b>=", "AQ I="])
def test_un_texte_qui_n_est_pas_du_base64_est_refuse(texte):
    with pytest.raises(ValueError, match="base64"):
        visibles(texte, 8)


@pytest.mark.parametrize("n", [0, 8, 17])
def test_un_ensemble_d_une_autre_longueur_est_refuse(n):
    with pytest.raises(ValueError, match=f"{n} lignes"):
        visibles(bits(np.ones(16, dtype=bool)), n)
