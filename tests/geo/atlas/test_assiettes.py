"""One row per commune and per project, with the figures that the indicators sum."""

import pandas as pd
import pytest

from geo.atlas.assiettes import TRIMESTRES, assiettes
from tests.geo.monde_indicateurs import CHOMAGE, INDICATEURS_COMMUNES, tables


@pytest.fixture(scope="module")
def du_monde():
    return assiettes(**tables())


def test_une_commune_prend_le_taux_de_sa_zone_d_emploi_aux_deux_trimestres(du_monde):
    assert du_monde.communes["chomage"].tolist()[:5] == [6.0, 11.0, 11.0, 11.0, 6.0]
    assert du_monde.communes["evolution_chomage"].tolist()[:5] == [-2.0, 1.0, 1.0, 1.0, -2.0]


def test_une_zone_sans_taux_n_en_a_pas_zero(du_monde):
    assert du_monde.communes.loc[5, ["chomage", "evolution_chomage"]].isna().all()


def test_une_commune_prend_la_part_de_son_intercommunalite(du_monde):
    assert du_monde.communes["part_industrie"].tolist()[:4] == [10.0, 10.0, 10.0, 30.0]
    assert du_monde.communes["part_industrie"].isna().tolist()[4:] == [True, True]


def test_les_lignes_restent_dans_l_ordre_des_communes_meme_si_les_chiffres_viennent_en_desordre():
    a_l_envers = assiettes(**tables(indicateurs_communes=INDICATEURS_COMMUNES[::-1]))
    assert a_l_envers.communes["emplois"].tolist()[:5] == [400, 600, 100, 1000, 50]


def test_un_projet_d_une_commune_sans_chiffre_d_etablissements_est_marque(du_monde):
    assert du_monde.projets["lieu_sans_etablissements"].tolist() == [False] * 5 + [True, False, False]


def test_un_projet_hors_des_regions_n_est_dans_aucun_pays(du_monde):
    assert du_monde.projets["pays"].isna().tolist() == [False] * 7 + [True]


def test_une_commune_et_un_projet_sont_dans_un_territoire_ou_dehors_et_hors_des_regions_ni_l_un_ni_l_autre(
    du_monde,
):
    assert du_monde.communes["label_2021"].tolist() == ["dans", "dans", "hors", "dans", "dans", "dans"]
    assert du_monde.projets["label_2021"].tolist()[:7] == ["dans"] * 4 + ["hors", "dans", "hors"]
    assert du_monde.projets["label_2021"].isna().tolist() == [False] * 7 + [True]


def test_l_outre_mer_est_un_ensemble(du_monde):
    assert du_monde.communes["outre_mer"].eq("OM").tolist() == [False] * 5 + [True]


def test_une_commune_chiffree_deux_fois_est_refusee():
    deux_fois = pd.concat([INDICATEURS_COMMUNES, INDICATEURS_COMMUNES.head(1)])
    with pytest.raises(pd.errors.MergeError):
        assiettes(**tables(indicateurs_communes=deux_fois))


def test_un_trimestre_absent_se_voit():
    with pytest.raises(KeyError, match="2019-T1"):
        assiettes(**tables(chomage=CHOMAGE[CHOMAGE["trimestre"] != "2019-T1"]))


def test_les_trimestres_compares_sont_les_bouts_de_la_serie_livree(atlas):
    assert (atlas.chomage["trimestre"].min(), atlas.chomage["trimestre"].max()) == TRIMESTRES


def test_l_atlas_ne_fait_ses_assiettes_qu_une_fois(atlas):
    assert atlas.assiettes is atlas.assiettes
    assert len(atlas.assiettes.communes) == len(atlas.communes)
    assert len(atlas.assiettes.projets) == len(atlas.projets)
