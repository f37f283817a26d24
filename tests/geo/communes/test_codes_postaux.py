"""Postal codes and départements, repaired and joined to the communes."""

import pandas as pd
import pytest

from geo.communes import codes_postaux, histoire


@pytest.mark.parametrize(
    ("publie", "attendu"),
    [
        ("40100", ("40100", "")),
        ("8000", ("08000", codes_postaux.ZERO_CODE_POSTAL)),
        (" 8000 ", ("08000", codes_postaux.ZERO_CODE_POSTAL)),
        (None, ("", "")),
        (float("nan"), ("", "")),
        ("800", ("", "")),
        ("F-40100", ("", "")),
    ],
)
def test_code_postal(publie, attendu):
    assert codes_postaux.code_postal(publie) == attendu


@pytest.mark.parametrize(
    ("publie", "code", "attendu"),
    [
        ("8", "08000", ("08", codes_postaux.ZERO_DEPARTEMENT)),
        ("59", "59000", ("59", "")),
        ("974", "97410", ("974", "")),
        ("2a", "20000", ("2A", "")),
        (None, "20167", ("2A", codes_postaux.DEPARTEMENT_DU_CODE_POSTAL)),
        ("20", "20600", ("2B", codes_postaux.DEPARTEMENT_DU_CODE_POSTAL)),
        (None, "20700", ("2A", codes_postaux.DEPARTEMENT_DU_CODE_POSTAL)),
        ("97", "97122", ("971", codes_postaux.DEPARTEMENT_DU_CODE_POSTAL)),
        ("98", "98800", ("988", codes_postaux.DEPARTEMENT_DU_CODE_POSTAL)),
        (None, "", ("", "")),
    ],
)
def test_departement(publie, code, attendu):
    assert codes_postaux.departement(publie, code=code) == attendu


COMMUNES = pd.DataFrame({"code": ["01001", "01002", "75056", "69123", "13055"]})


def _postaux(*lignes):
    return pd.DataFrame(lignes, columns=["Code INSEE", "Code Postal"])


def test_une_commune_a_plusieurs_codes_postaux():
    table = codes_postaux.communes_par_code_postal(_postaux(("01001", "01000/01010")), communes=COMMUNES)
    assert table == {"01000": ("01001",), "01010": ("01001",)}


def test_un_code_postal_dessert_plusieurs_communes_triees():
    lignes = _postaux(("01002", "01000"), ("01001", "01000"))
    assert codes_postaux.communes_par_code_postal(lignes, communes=COMMUNES) == {"01000": ("01001", "01002")}


@pytest.mark.parametrize(("insee", "commune"), [("75113", "75056"), ("69383", "69123"), ("13207", "13055")])
def test_un_arrondissement_mene_a_la_commune_entiere(insee, commune):
    assert codes_postaux.communes_par_code_postal(_postaux((insee, "00001")), communes=COMMUNES) == {
        "00001": (commune,)
    }


def test_une_commune_disparue_passe_par_la_table_de_passage():
    passage = pd.DataFrame({"code_2018": ["01009"], "code": ["01002"]})
    lignes = _postaux(("01009", "01000"))
    assert codes_postaux.communes_par_code_postal(lignes, communes=COMMUNES, passage=passage) == {
        "01000": ("01002",)
    }


def test_une_commune_disparue_sans_passage_est_laissee():
    lignes = _postaux(("01009", "01000"), ("01001", "01000"))
    assert codes_postaux.communes_par_code_postal(lignes, communes=COMMUNES) == {"01000": ("01001",)}


SANS_MOUVEMENT = histoire.Mouvements(suites={})


def _dessertes(*lignes, mouvements=SANS_MOUVEMENT):
    table = codes_postaux.dessertes(_postaux(*lignes), communes=COMMUNES, mouvements=mouvements)
    return [tuple(ligne) for ligne in table.itertuples(index=False)]


def test_une_desserte_garde_l_arrondissement_et_mene_a_sa_ville():
    assert _dessertes(("75113", "75013")) == [("75013", "75113", "75056")]


def test_une_commune_disparue_depuis_2012_garde_son_code_dans_celle_qui_la_tient():
    suites = histoire.Mouvements(suites={"01009": (("2016-01-01",), (("01001",),))})
    assert _dessertes(("01009", "01090"), mouvements=suites) == [("01090", "01009", "01001")]


def test_une_commune_separee_depuis_2012_a_le_code_de_celle_qu_elle_a_quittee():
    suites = histoire.Mouvements(suites={"01001": (("2017-01-01",), (("01001", "01002"),))})
    assert [commune for _, _, commune in _dessertes(("01001", "01000"), mouvements=suites)] == [
        "01001",
        "01002",
    ]


def test_une_commune_inconnue_n_a_pas_de_desserte():
    assert _dessertes(("99999", "99000")) == []


def test_chaque_commune_de_2021_a_un_code_postal(atlas):
    assert set(atlas.communes["code"]) - set(atlas.codes_postaux["commune"]) == set()


def test_le_code_postal_de_lannion_dessert_ses_voisines(atlas):
    table = atlas.codes_postaux
    assert {"22113", "22211", "22226"} < set(table.loc[table["code_postal"] == "22300", "commune"])
