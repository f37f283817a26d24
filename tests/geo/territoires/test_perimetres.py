"""Perimeters on a miniature world: two EPCI, one EPT, one commune on its own."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.territoires import perimetres
from geo.territoires.perimetres import Geographie, PerimetreIncomplet

ALPHA, BETA, NOUVEAU, EPT = "200000001", "200000002", "200000009", "200058000"


@pytest.fixture
def geographie() -> Geographie:
    """Communes A1, A2 (Alpha, région 11), B1, B2 (Beta, région 24); B2 is an EPT too; A2 may stand alone."""
    communes = pd.DataFrame(
        {
            "code": ["01001", "01002", "02001", "02002"],
            "nom": ["A1", "A2", "B1", "B2"],
            "siren": ["210000001", "210000002", "210000003", "210000004"],
            "siren_epci": [ALPHA, ALPHA, BETA, BETA],
            "departement": ["01", "01", "02", "02"],
            "region": ["11", "11", "24", "24"],
            "population": [10, 20, 30, 40],
        },
    )
    epci = pd.DataFrame(
        {
            "siren": [ALPHA, BETA],
            "libelle": ["CC Alpha", "CA Beta"],
            "nature": ["CC", "CA"],
            "region": ["11", "24"],
            "departement": ["01", "02"],
            "population": [30, 70],
        },
    )
    epci_2022 = pd.DataFrame(
        {
            "code": ["01001", "01002", "02001", "02002"],
            "siren": [ALPHA, NOUVEAU, BETA, BETA],
            "nature": ["CC", "CC", "CA", "CA"],
            "libelle": ["CC Alpha", "CC Neuve", "CA Beta", "CA Beta"],
        },
    )
    isoles = pd.DataFrame({"siren": [EPT, "210000002"], "code": ["02002", "01002"]})
    return Geographie(communes=communes, epci=epci, epci_2022=epci_2022, membres_isoles=isoles)


@pytest.fixture
def passage() -> pd.Series:
    codes = ["01001", "01002", "02001", "02002"]
    return pd.Series([*codes, "02002"], index=[*codes, "02009"])


LIBELLES = pd.DataFrame({"siren": [EPT, "210000002"], "libelle": ["EPT Sud", "A2"]})


def _publie(**colonnes: list[str]) -> pd.DataFrame:
    return pd.DataFrame(colonnes)


def test_une_commune_disparue_suit_le_passage(passage):
    publie = _publie(insee_com=["02009"], id_ti=["ti-0001"])
    membres = perimetres.perimetre_des_communes(publie, millesime=2020, passage=passage)
    assert membres["code"].tolist() == ["02002"]


def test_une_commune_et_sa_suivante_dans_le_meme_territoire_ne_comptent_qu_une_fois(passage):
    publie = _publie(insee_com=["02002", "02009"], id_ti=["ti-0001", "ti-0001"])
    assert len(perimetres.perimetre_des_communes(publie, millesime=2020, passage=passage)) == 1


def test_une_commune_dans_deux_territoires_est_refusee(passage):
    publie = _publie(insee_com=["02002", "02009"], id_ti=["ti-0001", "ti-0002"])
    with pytest.raises(PerimetreIncomplet, match="02002"):
        perimetres.perimetre_des_communes(publie, millesime=2020, passage=passage)


def test_une_commune_sans_suite_est_nommee(passage):
    with pytest.raises(PerimetreIncomplet, match="99999"):
        perimetres.perimetre_des_communes(
            _publie(insee_com=["99999"], id_ti=["ti-0001"]), millesime=2020, passage=passage
        )


def test_un_epci_cree_depuis_2021_est_ouvert_par_sa_composition_de_2022(geographie):
    publie = _publie(id_ti=["ti-0001"], siren=[NOUVEAU])
    membres = perimetres.perimetre_des_groupements(publie, millesime=2023, geographie=geographie)
    assert membres["code"].tolist() == ["01002"]


def test_un_ept_est_ouvert_en_ses_communes(geographie):
    publie = _publie(id_ti=["ti-0001"], siren=[EPT])
    membres = perimetres.perimetre_des_groupements(publie, millesime=2023, geographie=geographie)
    assert membres["code"].tolist() == ["02002"]


def test_une_commune_seule_est_ouverte_par_son_propre_siren(geographie):
    publie = _publie(id_ti=["ti-0001"], siren=["210000003"])
    membres = perimetres.perimetre_des_groupements(publie, millesime=2023, geographie=geographie)
    assert membres["code"].tolist() == ["02001"]


def test_un_groupement_inconnu_est_nomme(geographie):
    publie = _publie(id_ti=["ti-0001"], siren=["299999999"])
    with pytest.raises(PerimetreIncomplet, match="299999999"):
        perimetres.perimetre_des_groupements(publie, millesime=2023, geographie=geographie)


def test_une_carte_de_communes_retrouve_epci_ept_et_communes_seules(geographie, passage):
    publie = _publie(insee_com=["01001", "01002", "02001", "02002"], id_ti=["ti-0001"] * 4)
    membres = perimetres.perimetre_des_communes(publie, millesime=2020, passage=passage)
    rattaches = perimetres.rattacher(membres, geographie).set_index("code")["siren"]
    assert rattaches.to_dict() == {"01001": ALPHA, "01002": "210000002", "02001": BETA, "02002": EPT}


@pytest.fixture
def composition(geographie) -> pd.DataFrame:
    membres = pd.DataFrame(
        {
            "millesime": 2021,
            "id_ti": "ti-0001",
            "code": ["01001", "01002", "02001", "02002"],
            "siren": [ALPHA, "210000002", BETA, EPT],
        },
    )
    return perimetres.groupements(membres, geographie, LIBELLES).set_index("siren")


def test_chaque_groupement_a_son_type(composition):
    types = {ALPHA: "EPCI", "210000002": "commune", BETA: "EPCI", EPT: "EPT"}
    assert composition["type"].to_dict() == types


def test_un_epci_tenu_en_partie_le_dit(composition):
    assert composition.loc[ALPHA, ["nb_communes", "nb_communes_total"]].tolist() == [1, 2]


def test_le_siege_d_un_ept_est_celui_de_sa_commune_la_plus_peuplee(composition):
    assert composition.loc[EPT, ["region", "departement"]].tolist() == ["24", "02"]


def test_la_population_est_celle_des_communes_du_territoire(composition):
    assert composition["population"].to_dict() == {ALPHA: 10, "210000002": 20, BETA: 30, EPT: 40}


def test_un_territoire_interregional_nomme_d_abord_sa_region_la_plus_peuplee(composition):
    noms = pd.DataFrame({"millesime": [2021], "id_ti": ["ti-0001"], "lib_ti": ["Alpha-Beta"]})
    territoire = perimetres.territoires(composition.reset_index(), noms).iloc[0]
    assert territoire["regions"] == "24,11"


def test_un_territoire_compte_ses_groupements_par_type(composition):
    noms = pd.DataFrame({"millesime": [2021], "id_ti": ["ti-0001"], "lib_ti": ["Alpha-Beta"]})
    territoire = perimetres.territoires(composition.reset_index(), noms).iloc[0]
    assert territoire[["nb_epci", "nb_ept", "nb_communes_isolees", "nb_communes"]].tolist() == [2, 1, 1, 4]


def test_une_commune_hors_territoire_n_a_pas_de_ti(geographie):
    membres = pd.DataFrame({"millesime": [2021], "id_ti": ["ti-0001"], "code": ["01001"]})
    ti = perimetres.ti_par_commune(geographie.communes["code"], membres)
    assert ti["id_ti_2021"].isna().tolist() == [False, True, True, True]


def test_un_siren_plus_recent_est_liste_avec_l_epci_de_2021_qu_il_prolonge(geographie):
    publie = pd.DataFrame(
        {"siren": [NOUVEAU, ALPHA, EPT], "lib_groupement": ["CC Neuve", "CC Alpha", "EPT Sud"]}
    )
    passages = perimetres.passages_des_groupements(publie, geographie)
    assert passages[["code", "code_2021"]].to_numpy().tolist() == [[NOUVEAU, ALPHA]]
