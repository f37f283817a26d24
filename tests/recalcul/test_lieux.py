"""Each row of the list of laureates, placed again by its own row, is where the atlas puts it."""

import pytest

from tests.recalcul.comparaison import ecarts
from tests.recalcul.perimetres import MILLESIMES

pytestmark = pytest.mark.sources


@pytest.mark.parametrize(
    ("colonne", "recalculee"),
    [
        ("code_commune", "commune"),
        ("code_departement", "departement"),
        ("code_region", "region"),
        ("siren_epci", "epci"),
    ],
)
def test_les_3080_projets_sont_places_ou_l_atlas_les_met(atlas, placement, colonne, recalculee):
    assert len(placement.table) == 3080
    assert ecarts(atlas.projets[colonne], placement.table[recalculee]) == []


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_projet_est_dans_le_territoire_de_sa_commune(atlas, placement, appartenances, millesime):
    recalcule = placement.table["commune"].map(appartenances[millesime])
    assert ecarts(atlas.projets[f"id_ti_{millesime}"], recalcule) == []


def test_un_point_en_mer_cede_au_code_postal_et_au_nom(placement):
    """Howmet: the point is at sea before Cabourg, the row says 14160 Dives-sur-Mer."""
    howmet = placement.lues.index[(placement.lues["entreprise"] == "HOWMET") & placement.dits["dans"].isna()]
    assert placement.table.loc[howmet, "commune"].to_list() == ["14225"]


def test_les_lieux_incertains_sont_ceux_que_le_code_et_le_nom_contredisent(atlas, placement):
    assert ecarts(atlas.projets["code_commune_dite"], placement.dites) == []
    assert ecarts(atlas.projets["lieu_incertain"], placement.dites.notna()) == []


@pytest.mark.parametrize(
    ("entreprise", "dite", "ici"),
    [
        ("Linamar Light Metals", "60342", "60216"),
        ("ORANO DS", "13055", "13054"),
        ("CATHERINEAU", "33449", "33389"),
    ],
)
def test_un_lieu_incertain_garde_son_point(placement, entreprise, dite, ici):
    lignes = (placement.lues["entreprise"] == entreprise) & (placement.dites == dite)
    assert placement.table.loc[lignes, "commune"].to_list() == [ici]
