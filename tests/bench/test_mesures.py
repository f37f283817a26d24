"""The statistics of the benchmark, on values small enough to be checked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mesures import VISES, bilan, centile, rapports

VALEURS = st.lists(st.floats(0, 1e9), min_size=1)


def test_le_95e_centile_de_vingt_valeurs_est_la_dix_neuvieme():
    assert centile([float(v) for v in range(20, 0, -1)], 0.95) == 19


def test_le_95e_centile_de_sept_valeurs_est_la_plus_grande():
    assert centile([3, 1, 7, 2, 6, 5, 4], 0.95) == 7


def test_la_mediane_d_un_nombre_pair_est_au_milieu():
    assert bilan([4, 1, 3, 2]).mediane == 2.5


def test_un_bilan_garde_les_extremes_et_le_nombre():
    resultat = bilan(iter([2.0, 9.0, 5.0]))
    assert (resultat.minimum, resultat.maximum, resultat.n) == (2.0, 9.0, 3)


@pytest.mark.parametrize(("valeurs", "part"), [([], 0.5), ([1.0], 0), ([1.0], 1.5)])
def test_un_centile_sans_valeur_ou_hors_de_sa_plage_est_refuse(valeurs, part):
    with pytest.raises(ValueError, match="centile"):
        centile(valeurs, part)


@given(VALEURS, st.floats(0.01, 1))
def test_un_centile_est_une_des_valeurs_et_sa_part_ne_le_depasse_pas(valeurs, part):
    seuil = centile(valeurs, part)
    assert seuil in valeurs
    assert sum(v <= seuil for v in valeurs) >= part * len(valeurs) - 1e-6


@given(VALEURS)
def test_mediane_et_centile_sont_entre_les_extremes(valeurs):
    resultat = bilan(valeurs)
    assert resultat.minimum <= resultat.mediane <= resultat.p95 <= resultat.maximum


def test_un_rapport_est_celui_des_medianes():
    assert rapports({"a": bilan([6, 8, 10])}, {"a": bilan([1, 2, 3])}) == {"a": 4}


def test_un_rapport_n_est_jamais_arrondi_vers_le_haut():
    assert rapports({"a": bilan([2.9997]), "b": bilan([2.3])}, {"a": bilan([1]), "b": bilan([1])}) == {
        "a": 2.9,
        "b": 2.3,
    }


def test_un_zero_chez_nous_n_a_pas_de_rapport():
    assert rapports({"a": bilan([57_600])}, {"a": bilan([0])}) == {}


def test_les_rapports_vises_sont_ceux_que_le_projet_annonce():
    assert VISES == {
        "carte_a_froid": 3,
        "carte_a_chaud": 3,
        "changement": 8,
        "indicateur": 8,
        "filtre": 5,
        "carte_websocket": 50,
        "changement_websocket": 50,
        "indicateur_websocket": 50,
        "filtre_websocket": 30,
    }


def test_ce_que_le_folium_ordinaire_ne_fait_pas_n_a_pas_de_rapport():
    assert rapports({}, {"couche": bilan([1.0])}) == {}
