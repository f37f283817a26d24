"""Ranks on displayed figures, shared by equals; a third and an interval for what a few projects make."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.indicateurs import INDICATEURS, territoire_reference, valeurs
from geo.indicateurs.rangs import PEU_DE_PROJETS, bornes_de_poisson, ranger

CHOMAGE, EMPLOIS, TAUX = (
    INDICATEURS[cle] for cle in ("chomage", "emplois_annonces", "projets_pour_10000_hab")
)


def table(valeurs, effectifs=None):
    return pd.DataFrame({"valeur": valeurs, "effectif": effectifs or [math.nan] * len(valeurs)})


def test_des_decimales_cachees_ne_departagent_personne():
    rangs = ranger(table([7.34, 7.26, 8.0, math.nan]), CHOMAGE)
    assert rangs["rang"].tolist() == [2, 2, 1, pd.NA]
    assert rangs["ex_aequo"].tolist() == [1, 1, 0, 0]
    assert rangs["classes"].tolist() == [3, 3, 3, 3]


def test_les_emplois_annonces_ne_classent_personne():
    rangs = ranger(table([10.0, 0.0]), EMPLOIS)
    assert rangs["rang"].isna().all()
    assert rangs["classes"].tolist() == [0, 0]


def test_moins_de_dix_projets_donnent_un_tiers_a_la_place_d_un_rang():
    rangs = ranger(table([9.0, 5.0, 1.0], [9.0, 10.0, 3.0]), TAUX)
    assert rangs["tiers"].tolist() == ["haut", "", "bas"]
    assert rangs["rang"].tolist() == [pd.NA, 2, pd.NA]


@given(st.lists(st.floats(0, 50), min_size=1, max_size=30))
def test_chacun_est_a_sa_place_parmi_tous(nombres):
    rangs = ranger(table(nombres), CHOMAGE)
    affiches = [f"{valeur:.1f}" for valeur in nombres]
    for rang, ex_aequo, lu in zip(rangs["rang"], rangs["ex_aequo"], affiches, strict=True):
        assert rang == 1 + sum(float(autre) > float(lu) for autre in affiches)
        assert ex_aequo == affiches.count(lu) - 1


@pytest.mark.parametrize(
    ("effectif", "bas", "haut"),
    [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (9, 4.1154, 17.0848)],
)
def test_l_intervalle_est_celui_des_tables_de_garwood(effectif, bas, haut):
    assert bornes_de_poisson(effectif) == pytest.approx((bas, haut), abs=1e-4)


@pytest.mark.parametrize("cle", ["projets_pour_10000_hab", "projets_pour_1000_etab_ind"])
def test_un_territoire_de_peu_de_projets_n_a_jamais_de_rang(atlas, cle):
    lus = valeurs(atlas, millesime=2021, cle=cle)
    peu = lus["effectif"] < PEU_DE_PROJETS
    assert peu.sum() > 50
    assert lus.loc[peu, "rang"].isna().all()
    assert lus.loc[~peu & lus["valeur"].notna(), "rang"].notna().all()


def test_le_chomage_de_ti_2410_est_le_69e_de_2023(atlas):
    mesure = territoire_reference(atlas, millesime=2023, id_ti="ti-2410", cle="chomage")
    assert (round(mesure.valeur, 1), mesure.rang) == (7.3, 69)


def test_le_rang_d_un_nombre_de_projets_est_presque_toujours_partage(atlas):
    lus = valeurs(atlas, millesime=2021, cle="projets")
    assert (lus["ex_aequo"] > 0).sum() == 136
