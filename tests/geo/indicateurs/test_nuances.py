"""The colours of the classes of an indicator, on the screen and in files."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.nuances import classes_de, couleurs, intervalles
from theme import DIVERGENTE, SEQUENCE


def test_a_ratio_goes_from_one_end_of_the_sequence_to_the_other():
    classes = classes_de(pd.Series([float(n) for n in range(100)]), INDICATEURS["chomage"])
    teintes = couleurs(classes, INDICATEURS["chomage"])
    assert (teintes[0], teintes[-1]) == (SEQUENCE[0], SEQUENCE[-1])
    assert len(set(teintes)) == len(teintes) == len(classes.effectifs)


def test_what_goes_up_or_down_parts_at_zero():
    quoi = INDICATEURS["evolution_chomage"]
    classes = classes_de(pd.Series([-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0]), quoi)
    teintes = couleurs(classes, quoi)
    assert (teintes[0], teintes[-1]) == (DIVERGENTE["baisse"][-1], DIVERGENTE["hausse"][-1])


@pytest.mark.parametrize("cle", ["chomage", "evolution_chomage"])
def test_every_class_has_its_colour_and_its_words(cle):
    classes = classes_de(pd.Series([n / 10 for n in range(-30, 60)]), INDICATEURS[cle])
    combien = len(classes.effectifs)
    assert len(couleurs(classes, INDICATEURS[cle])) == len(intervalles(classes, INDICATEURS[cle])) == combien
