"""The territories of the four millésimes, opened again from their files, are those of the atlas."""

import pytest

from tests.recalcul.comparaison import ecarts
from tests.recalcul.perimetres import MILLESIMES

pytestmark = pytest.mark.sources

TERRITOIRES = {2020: 148, 2021: 146, 2022: 149, 2023: 183}


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_millesime_a_ses_territoires(appartenances, millesime):
    assert appartenances[millesime].nunique() == TERRITOIRES[millesime]


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_commune_est_dans_le_meme_territoire(atlas, appartenances, millesime):
    publie = atlas.communes.set_index("code")[f"id_ti_{millesime}"]
    assert ecarts(publie, appartenances[millesime]) == []


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_territoire_a_autant_de_communes_et_d_habitants(atlas, communes, appartenances, millesime):
    publies = atlas.territoires_de(millesime).set_index("id_ti")
    habitants = communes.table["population"].groupby(appartenances[millesime])
    assert ecarts(publies["nb_communes"], habitants.size()) == []
    assert ecarts(publies["population"], habitants.sum()) == []
