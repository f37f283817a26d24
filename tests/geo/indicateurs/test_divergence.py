"""Classes around zero: no class holds both a rise and a fall."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.indicateurs.divergence import METHODE_CENTREE, classer_autour_de_zero


def classer(*valeurs, maximum=5):
    return classer_autour_de_zero(pd.Series(valeurs, dtype="float64"), decimales=1, maximum=maximum)


def test_falls_zero_and_rises_have_their_own_classes():
    classes = classer(-4, -3, -2, -1, 0, 1, 2, 3, 4)
    assert classes.bornes == (-4, -2.1, -0.1, 0, 2, 4)
    assert classes.effectifs == (2, 2, 1, 2, 2)
    assert classes.classe.to_list() == [1, 1, 2, 2, 3, 4, 4, 5, 5]
    assert classes.methode == METHODE_CENTREE


def test_falls_alone_take_every_class_but_that_of_zero():
    classes = classer(-4, -3, -2, -1)
    assert classes.effectifs == (1, 1, 1, 1, 0)
    assert classes.bornes == (-4, -3.1, -2.1, -1.1, -0.1, 0)


def test_rises_alone_begin_with_the_class_of_zero():
    classes = classer(1, 2, 3, 4)
    assert classes.effectifs == (0, 1, 1, 1, 1)
    assert classes.bornes == (-0.1, 0, 1, 2, 3, 4)


def test_one_rise_among_many_falls_keeps_a_class_of_its_own():
    assert classer(*[-x / 10 for x in range(1, 100)], 1).effectifs == (33, 33, 33, 0, 1)


def test_what_is_shown_as_zero_is_in_the_class_of_zero():
    assert classer(-0.04, 0.04, -1, 1).classe.to_list() == [2, 2, 1, 3]


def test_nothing_known_gives_no_class():
    classes = classer(math.nan, math.nan)
    assert (classes.bornes, classes.effectifs, classes.non_renseignes) == ((), (), 2)


@pytest.mark.parametrize("maximum", [3, 5])
@given(st.lists(st.floats(-50, 50) | st.just(math.nan), min_size=1, max_size=40))
def test_each_value_is_inside_the_limits_of_its_class(maximum, valeurs):
    classes = classer(*valeurs, maximum=maximum)
    assert len(classes.effectifs) <= maximum
    assert sum(classes.effectifs) + classes.non_renseignes == len(valeurs)
    assert list(classes.bornes) == sorted(classes.bornes)
    for valeur, classe in zip(valeurs, classes.classe, strict=True):
        assert math.isnan(valeur) == pd.isna(classe)
        if pd.notna(classe):
            assert classes.bornes[classe - 1] - 0.051 <= valeur <= classes.bornes[classe] + 0.051


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=40))
def test_a_class_has_one_sign(valeurs):
    classes = classer(*valeurs)
    for _, rangs in classes.classe.groupby(classes.classe):
        assert len({(round(valeurs[i], 1) > 0) - (round(valeurs[i], 1) < 0) for i in rangs.index}) == 1
