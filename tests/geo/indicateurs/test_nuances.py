"""The colours of the classes of an indicator, on the screen and in files."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.nuances import classes_de, couleurs, intervalles
from theme import DIVERGENTE, SEQUENCE


def test_un_rapport_va_d_un_bout_a_l_autre_de_la_sequence():
    classes = classes_de(pd.Series([float(n) for n in range(100)]), INDICATEURS["chomage"])
    teintes = couleurs(classes, INDICATEURS["chomage"])
    assert (teintes[0], teintes[-1]) == (SEQUENCE[0], SEQUENCE[-1])
    assert len(set(teintes)) == len(teintes) == len(classes.effectifs)


def test_ce_qui_monte_ou_baisse_se_separe_a_zero():
    quoi = INDICATEURS["evolution_chomage"]
    classes = classes_de(pd.Series([-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0]), quoi)
    teintes = couleurs(classes, quoi)
    assert (teintes[0], teintes[-1]) == (DIVERGENTE["baisse"][-1], DIVERGENTE["hausse"][-1])


@pytest.mark.parametrize("cle", ["chomage", "evolution_chomage"])
def test_chaque_classe_a_sa_couleur_et_ses_mots(cle):
    classes = classes_de(pd.Series([n / 10 for n in range(-30, 60)]), INDICATEURS[cle])
    combien = len(classes.effectifs)
    assert len(couleurs(classes, INDICATEURS[cle])) == len(intervalles(classes, INDICATEURS[cle])) == combien
