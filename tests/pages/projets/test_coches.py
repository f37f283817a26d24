"""The way of the ticks: what the browser sends is read with mistrust, what it reads back is short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.projets.coches import Gestes, coches_ecrites, gestes

N = 300


@given(st.sets(st.integers(0, N - 1)))
def test_des_coches_ecrites_se_relisent(rangs):
    ecrites = coches_ecrites(sorted(rangs), N)
    assert gestes({"coches": {"coches": ecrites, "rang": 4}}, N) == Gestes(
        coches=tuple(sorted(rangs)), rang=4
    )


@pytest.mark.parametrize(
    "envoi",
    [
        None,
        "3",
        {},
        {"coches": 3},
        {"coches": "b:zz"},
        {"coches": "-1"},
        {"coches": "1  2"},
        {"coches": "1 " * 200},
    ],
)
def test_ce_qui_n_est_pas_une_coche_est_laisse(envoi):
    assert gestes({"coches": envoi}, N) == Gestes()


@pytest.mark.parametrize(
    ("action", "lue"), [("seuls", "seuls"), ("tout effacer", None), (3, None), ([], None)]
)
def test_seule_une_action_de_la_barre_est_lue(action, lue):
    assert gestes({"action": action}, N).action == lue
