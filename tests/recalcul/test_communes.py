"""The communes of 2021, read another way, are those of the atlas."""

import pandas as pd
import pytest

from data import chargement
from tests.recalcul import lecture
from tests.recalcul.communes import EPT_PAR_ARRONDISSEMENT, LE_JOUR, PARIS
from tests.recalcul.comparaison import ecarts

pytestmark = pytest.mark.sources


@pytest.mark.parametrize(
    ("colonne", "recalculee"),
    [
        ("population", "population"),
        ("departement", "departement"),
        ("region", "region"),
        ("siren_epci", "epci"),
    ],
)
def test_chaque_commune_de_2021_est_celle_de_l_atlas(atlas, communes, colonne, recalculee):
    assert ecarts(atlas.communes.set_index("code")[colonne], communes.table[recalculee]) == []


def test_chaque_commune_du_grand_paris_est_dans_un_ept_ou_est_paris(communes):
    metropole = communes.table[communes.table["epci"] == "200054781"]
    assert len(metropole) == 131
    assert metropole["unite"].nunique() == 12
    assert metropole.index[metropole["unite"] == PARIS].to_list() == [PARIS]


def test_chaque_ept_a_le_nombre_de_communes_que_l_insee_lui_donne(communes):
    """INSEE counts the communes of 2025: Pierrefitte joined Saint-Denis on that day."""
    en_2025 = communes.ept.dropna().rename_axis("code").reset_index(name="ept")
    en_2025["code"] = [communes.histoire.suivre(code, LE_JOUR, "2025-01-01") for code in en_2025["code"]]
    sans_paris = en_2025[en_2025["ept"] != PARIS].drop_duplicates()
    publies = lecture.parts_industrielles(communes.dossier)
    publies = publies.loc[(publies["type_epci"] == "EPT") & (publies.index != PARIS), "n_communes"]
    assert set(EPT_PAR_ARRONDISSEMENT.values()) < set(publies.index)
    assert ecarts(sans_paris["ept"].value_counts(), publies) == []


@pytest.fixture(scope="module")
def passages():
    """Communes of 2018 that 2021 does not know as they were, as the atlas deduced them from outlines."""
    table = pd.read_parquet(chargement.dossier() / "passages.parquet")
    return table[table["objet"] == "commune"]


def test_chaque_passage_deduit_de_2018_a_2021_est_celui_de_l_insee(communes, passages):
    deduits = passages[passages["methode"] != "séparation"].set_index("code")["code_2021"]
    assert len(deduits) == 394
    suivies = deduits.index.to_series().map(lambda code: communes.histoire.suivre(code, "2018-01-01"))
    assert ecarts(deduits, suivies) == []


def test_chaque_commune_separee_depuis_2018_l_est_pour_l_insee(communes, passages):
    deduites = passages[passages["methode"] == "séparation"]
    publiees = communes.histoire.separations
    publiees = publiees[publiees["DATE_EFF"].between("2018-01-02", LE_JOUR)]
    assert deduites[["code", "code_2021"]].to_numpy().tolist() == [["14712", "14666"]]
    assert publiees[["COM_AV", "COM_AP"]].to_numpy().tolist() == [["14712", "14666"]]
