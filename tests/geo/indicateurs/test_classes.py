"""Classes of the map: as equal as ties allow, and in agreement with the figures that are shown."""

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.indicateurs.classes import METHODE, arrondir, classer


def serie(*valeurs):
    return pd.Series(valeurs, index=[f"ti-{i:04d}" for i in range(len(valeurs))], dtype="float64")


def test_dix_valeurs_distinctes_font_cinq_classes_de_deux():
    classes = classer(serie(*range(1, 11)), decimales=0)
    assert classes.bornes == (1, 2, 4, 6, 8, 10)
    assert classes.effectifs == (2, 2, 2, 2, 2)
    assert classes.classe.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_des_valeurs_egales_restent_ensemble_et_les_classes_sont_moins_nombreuses():
    classes = classer(serie(0, 0, 0, 0, 0, 0, 1, 2, 3, 4), decimales=0)
    assert classes.bornes == (0, 0, 2, 4)
    assert classes.effectifs == (6, 2, 2)


def test_une_seule_valeur_fait_une_classe():
    classes = classer(serie(7, 7, 7), decimales=0)
    assert (classes.bornes, classes.effectifs) == ((7, 7), (3,))


def test_ce_qui_manque_n_a_pas_de_classe_et_se_compte():
    classes = classer(serie(1, math.nan, 2, math.nan), decimales=0)
    assert classes.classe.isna().tolist() == [False, True, False, True]
    assert classes.non_renseignes == 2
    assert sum(classes.effectifs) == 2


def test_sans_aucune_valeur_il_n_y_a_pas_de_classe():
    classes = classer(serie(math.nan, math.nan), decimales=1)
    assert (classes.bornes, classes.effectifs, classes.non_renseignes) == ((), (), 2)
    assert classes.classe.isna().all()


def test_deux_valeurs_qui_se_montrent_egales_sont_dans_la_meme_classe():
    classes = classer(serie(1.04, 0.96, 3, 4, 5, 6, 7, 8, 9, 10), decimales=1)
    assert classes.bornes[0] == 1
    assert classes.classe["ti-0000"] == classes.classe["ti-0001"]


def test_un_zero_negatif_se_montre_zero():
    assert str(classer(serie(-0.04, 1), decimales=1).bornes[0]) == "0.0"


def test_le_maximum_de_classes_se_choisit():
    assert len(classer(serie(*range(20)), decimales=0, maximum=3).effectifs) == 3


def test_la_methode_est_nommee_en_francais():
    assert classer(serie(1, 2), decimales=0).methode == METHODE
    assert "quantiles" in METHODE


VALEURS = st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1, max_size=60)


@given(VALEURS)
def test_chaque_valeur_est_entre_les_bornes_de_sa_classe(nombres):
    valeurs = pd.Series(nombres, dtype="float64")
    classes = classer(valeurs, decimales=2)
    for valeur, classe in zip(arrondir(valeurs, 2), classes.classe, strict=True):
        if pd.isna(classe):
            assert math.isnan(valeur)
            continue
        assert valeur <= classes.bornes[classe]
        assert valeur >= classes.bornes[0] if classe == 1 else valeur > classes.bornes[classe - 1]


@given(VALEURS)
def test_chacun_est_compte_une_fois_et_aucune_classe_n_est_vide(nombres):
    classes = classer(pd.Series(nombres, dtype="float64"), decimales=2)
    assert sum(classes.effectifs) + classes.non_renseignes == len(nombres)
    assert all(classes.effectifs)
    assert len(classes.effectifs) <= 5
    assert len(classes.bornes) == (len(classes.effectifs) + 1 if classes.effectifs else 0)
    assert list(classes.effectifs) == classes.classe.value_counts().sort_index().tolist()
