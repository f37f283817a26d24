"""Classes around zero: no class holds both a rise and a fall."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.indicateurs.divergence import METHODE_CENTREE, classer_autour_de_zero


def classer(*valeurs, maximum=5):
    return classer_autour_de_zero(pd.Series(valeurs, dtype="float64"), decimales=1, maximum=maximum)


def test_les_baisses_le_zero_et_les_hausses_ont_chacun_leurs_classes():
    classes = classer(-4, -3, -2, -1, 0, 1, 2, 3, 4)
    assert classes.bornes == (-4, -2.1, -0.1, 0, 2, 4)
    assert classes.effectifs == (2, 2, 1, 2, 2)
    assert classes.classe.to_list() == [1, 1, 2, 2, 3, 4, 4, 5, 5]
    assert classes.methode == METHODE_CENTREE


def test_des_baisses_seules_prennent_toutes_les_classes_sauf_celle_du_zero():
    classes = classer(-4, -3, -2, -1)
    assert classes.effectifs == (1, 1, 1, 1, 0)
    assert classes.bornes == (-4, -3.1, -2.1, -1.1, -0.1, 0)


def test_des_hausses_seules_commencent_par_la_classe_du_zero():
    classes = classer(1, 2, 3, 4)
    assert classes.effectifs == (0, 1, 1, 1, 1)
    assert classes.bornes == (-0.1, 0, 1, 2, 3, 4)


def test_une_hausse_parmi_bien_des_baisses_garde_une_classe_a_elle():
    assert classer(*[-x / 10 for x in range(1, 100)], 1).effectifs == (33, 33, 33, 0, 1)


def test_ce_qui_se_montre_comme_zero_est_dans_la_classe_de_zero():
    assert classer(-0.04, 0.04, -1, 1).classe.to_list() == [2, 2, 1, 3]


def test_sans_valeur_connue_il_n_y_a_pas_de_classe():
    classes = classer(math.nan, math.nan)
    assert (classes.bornes, classes.effectifs, classes.non_renseignes) == ((), (), 2)


@pytest.mark.parametrize("maximum", [3, 5])
@given(st.lists(st.floats(-50, 50) | st.just(math.nan), min_size=1, max_size=40))
def test_chaque_valeur_est_dans_les_limites_de_sa_classe(maximum, valeurs):
    classes = classer(*valeurs, maximum=maximum)
    assert len(classes.effectifs) <= maximum
    assert sum(classes.effectifs) + classes.non_renseignes == len(valeurs)
    assert list(classes.bornes) == sorted(classes.bornes)
    for valeur, classe in zip(valeurs, classes.classe, strict=True):
        assert math.isnan(valeur) == pd.isna(classe)
        if pd.notna(classe):
            assert classes.bornes[classe - 1] - 0.051 <= valeur <= classes.bornes[classe] + 0.051


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=40))
def test_une_classe_n_a_qu_un_signe(valeurs):
    classes = classer(*valeurs)
    for _, rangs in classes.classe.groupby(classes.classe):
        assert len({(round(valeurs[i], 1) > 0) - (round(valeurs[i], 1) < 0) for i in rangs.index}) == 1


@pytest.mark.parametrize(("valeur", "cote"), [(0.05, 1), (-0.05, -1), (0.049, 0), (-0.049, 0)])
def test_une_valeur_est_du_cote_que_dit_son_chiffre_ecrit(valeur, cote):
    rangs = classer_autour_de_zero(pd.Series({"zero": 0.0, "valeur": valeur}), decimales=1).classe
    ecart = int(rangs["valeur"]) - int(rangs["zero"])
    assert (ecart > 0) - (ecart < 0) == cote
