"""What became of one territory through the four maps."""

import pytest

from geo.millesimes import MILLESIMES
from geo.territoires.histoire import ailleurs, histoire
from tests.geo.monde_histoire import monde


def test_l_histoire_a_une_etape_par_millesime_dans_l_ordre():
    etapes = histoire(monde({"x": "ab"}, {"x": "ab"}), id_ti="x", millesime=2021)
    assert [etape.millesime for etape in etapes] == list(MILLESIMES)


def test_un_territoire_est_lui_meme_dans_son_millesime():
    etape = histoire(monde({}, {"x": "ab"}), id_ti="x", millesime=2021)[1]
    assert (etape.sorte, [s.id_ti for s in etape.territoires]) == ("inchangé", ["x"])
    assert (etape.territoires[0].part, etape.territoires[0].part_de_la_suite) == (1.0, 1.0)


def test_un_territoire_nouveau_n_a_pas_de_passe():
    etape = histoire(monde({}, {"x": "ab"}), id_ti="x", millesime=2021)[0]
    assert (etape.sorte, etape.territoires, etape.gagnes) == ("apparu", (), ("CC A",))


def test_un_territoire_disparu_n_a_pas_de_suite():
    etape = histoire(monde({"x": "ab"}, {}), id_ti="x", millesime=2020)[1]
    assert (etape.sorte, etape.territoires, etape.perdus) == ("disparu", (), ("CC A",))


def test_ceux_dont_un_territoire_est_fait_viennent_du_plus_peuple_au_moins_peuple():
    etape = histoire(monde({"x": "a", "y": "cd"}, {"z": "acd"}), id_ti="z", millesime=2021)[0]
    assert etape.sorte == "fusionné"
    assert [(s.id_ti, s.part, s.part_de_la_suite) for s in etape.territoires] == [
        ("y", 0.625, 1.0),
        ("x", 0.375, 1.0),
    ]


def test_un_territoire_qui_n_a_qu_une_petite_part_des_communes_est_dit_a_part():
    etape = histoire(monde({"x": "cdef"}, {"y": "abc", "x": "def"}), id_ti="x", millesime=2020)[1]
    assert [s.id_ti for s in etape.territoires] == ["x"]
    assert [(s.id_ti, round(s.part, 2)) for s in etape.en_partie] == [("y", 0.1)]
    assert (etape.sorte, etape.dit) == ("ajusté", "une commune a changé d’intercommunalité")
    assert (etape.communes_perdues, etape.population_perdue) == (1, 30)


def test_l_histoire_se_lit_aussi_depuis_la_fin():
    etape = histoire(monde({"x": "ab"}, {"x": "abcd"}), id_ti="x", millesime=2023)[0]
    assert (etape.sorte, etape.gagnes, etape.population_gagnee) == ("agrandi", ("CC C",), 100)


@pytest.mark.parametrize("id_ti", ["ti-9999", "", "<b>", "x,y"])
def test_un_id_inconnu_n_a_pas_d_histoire(atlas, id_ti):
    assert histoire(atlas, id_ti=id_ti, millesime=2021) == ()


def test_un_millesime_inconnu_n_a_pas_d_histoire(atlas):
    assert histoire(atlas, id_ti="ti-2806", millesime=1999) == ()


def test_le_finistere_vient_de_trois_pays_et_gagne_concarneau_en_2023(atlas):
    en_2020, en_2021, en_2022, en_2023 = histoire(atlas, id_ti="ti-5313", millesime=2021)
    assert [s.lib_ti for s in en_2020.territoires] == ["Pays de Brest", "Pays de Quimper", "Pays de Morlaix"]
    assert sum(s.part for s in en_2020.territoires) == pytest.approx(1)
    assert (en_2020.sorte, en_2021.sorte, en_2022.sorte) == ("fusionné", "inchangé", "inchangé")
    assert (en_2023.sorte, en_2023.gagnes) == ("agrandi", ("CA Concarneau Cornouaille Agglomération",))


def test_nord_cotentin_prend_un_autre_nom_et_un_autre_id_en_2023(atlas):
    etape = histoire(atlas, id_ti="ti-2806", millesime=2021)[3]
    assert etape.sorte == "renommé"
    assert [(s.id_ti, s.lib_ti) for s in etape.territoires] == [("ti-2805", "Cotentin")]


def test_flandre_saint_omer_se_partage_entre_trois_territoires_de_2023(atlas):
    etape = histoire(atlas, id_ti="ti-3209", millesime=2022)[3]
    assert [s.lib_ti for s in etape.territoires] == ["Pays de Saint-Omer"]
    assert [s.lib_ti for s in etape.en_partie] == [
        "Aa – Dunkerque – Flandre",
        "Béthune-Bruay et Flandre-Lys",
    ]


def test_chaque_territoire_de_2021_a_son_histoire(atlas):
    for id_ti in atlas.territoires_de(2021)["id_ti"]:
        etapes = histoire(atlas, id_ti=id_ti, millesime=2021)
        assert [s.id_ti for s in etapes[1].territoires] == [id_ti]
        assert all(s.part <= 1 for etape in etapes for s in (*etape.territoires, *etape.en_partie))


def test_un_id_dit_ou_il_existe_et_sous_quels_noms(atlas):
    assert ailleurs(atlas, id_ti="ti-0101") == (
        (2020, "Communauté d'agglomération Cap Excellence"),
        (2021, "Communauté d'agglomération Cap Excellence"),
        (2022, "Communauté d'agglomération Cap Excellence"),
        (2023, "Basse-Terre"),
    )


def test_un_id_retire_dit_les_millesimes_qui_le_connaissent(atlas):
    assert [annee for annee, _ in ailleurs(atlas, id_ti="ti-5307")] == [2020, 2023]


def test_un_id_que_nul_ne_connait_n_est_nulle_part(atlas):
    assert ailleurs(atlas, id_ti="ti-9999") == ()
