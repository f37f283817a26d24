"""A code leads to the commune that stands for it in 2021, and a commune to its territory."""

import pytest

from geo.communes.actuelles import Actuelle, actuelle, nom_de, territoire_de


def test_le_code_d_une_commune_est_le_sien(atlas):
    assert actuelle(atlas, "15187") == Actuelle(code="15187", nom="Saint-Flour")


def test_le_code_d_une_commune_fusionnee_mene_a_celle_qui_la_contient(atlas):
    assert actuelle(atlas, "01091") == Actuelle(
        code="01033", nom="Valserhône", ancien="Châtillon-en-Michaille"
    )


@pytest.mark.parametrize(("code", "commune"), [("75113", "Paris"), ("69388", "Lyon"), ("13208", "Marseille")])
def test_un_arrondissement_mene_a_sa_commune(atlas, code, commune):
    trouvee = actuelle(atlas, code)
    assert (trouvee.nom, trouvee.ancien.startswith(commune)) == (commune, True)


def test_tout_ancien_code_que_l_insee_connait_mene_a_une_commune_de_2021(atlas):
    codes = set(atlas.autres_noms.loc[atlas.autres_noms["sorte"] == "ancienne commune", "code"])
    assert len(codes) > 3_000
    assert all(actuelle(atlas, code) for code in codes)


@pytest.mark.parametrize("code", ["", "99999", "751", "7511A", "\ud800", "15187 "])
def test_ce_qui_n_est_pas_un_code_ne_mene_nulle_part(atlas, code):
    assert actuelle(atlas, code) is None


def test_toute_commune_disparue_depuis_2018_mene_a_une_commune_de_2021(atlas):
    anciennes = atlas.passages[
        (atlas.passages["objet"] == "commune") & (atlas.passages["methode"] != "séparation")
    ]
    assert len(anciennes) > 350
    assert all(actuelle(atlas, code) for code in anciennes["code"])


def test_une_commune_n_est_que_dans_le_territoire_de_son_annee(atlas):
    assert territoire_de(atlas, "23096", 2021) is None
    assert territoire_de(atlas, "23096", 2023) == "ti-7506"


def test_le_nom_d_une_commune_inconnue_n_existe_pas(atlas):
    with pytest.raises(KeyError):
        nom_de(atlas, "99999")
