"""What a territory is made of."""

import pytest

from geo.millesimes import MILLESIMES
from geo.territoires.composition import NATURES, composition


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_parts_des_groupements_font_le_territoire(atlas, millesime):
    for territoire in atlas.territoires_de(millesime).itertuples():
        parts = composition(atlas, id_ti=territoire.id_ti, millesime=millesime)
        assert parts["part"].sum() == pytest.approx(1)
        assert parts["population"].sum() == territoire.population
        assert parts["population"].is_monotonic_decreasing


def test_chaque_nature_publiee_a_son_nom_entier(atlas):
    assert {*atlas.groupements["nature"], *atlas.epci["nature"]} == set(NATURES)


def test_un_ept_est_dit_pour_ce_qu_il_est(atlas):
    table = composition(atlas, id_ti="ti-1105", millesime=2021).set_index("type")
    assert table.loc["EPT", "nature"] == "Établissement public territorial du Grand Paris"


def test_une_commune_seule_est_dite_pour_ce_qu_elle_est(atlas):
    groupements = atlas.groupements.query("millesime == 2021 and type == 'commune'")
    seule = groupements.iloc[0]
    table = composition(atlas, id_ti=seule["id_ti"], millesime=2021).set_index("siren")
    assert table.loc[seule["siren"], "nature"] == "Commune qui participe seule"
    assert table.loc[seule["siren"], "nb_communes"] == 1


def test_un_groupement_pris_en_partie_n_est_pas_entier(atlas):
    partiels = atlas.groupements[atlas.groupements["nb_communes"] < atlas.groupements["nb_communes_total"]]
    ligne = partiels.iloc[0]
    table = composition(atlas, id_ti=ligne["id_ti"], millesime=ligne["millesime"]).set_index("siren")
    assert not table.loc[ligne["siren"], "entier"]


def test_un_id_inconnu_n_est_fait_de_rien(atlas):
    assert composition(atlas, id_ti="ti-9999", millesime=2021).empty
