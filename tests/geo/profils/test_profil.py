"""Shares beside shares: they add up, their ratio is the index, small numbers are flagged."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.profils.profil import PEU, familles, mois, profil

VALEURS = st.lists(st.sampled_from(["a", "b", "c", None]), max_size=30).map(
    lambda v: pd.Series(v, dtype="str")
)


def serie(*valeurs):
    return pd.Series(valeurs, dtype="str")


def test_an_index_is_the_share_here_over_the_share_of_the_reference():
    table = profil(serie("a", "a", "a", "b"), serie("a", "b", "b", "b")).set_index("valeur")
    assert table["part"].to_dict() == {"a": 75, "b": 25}
    assert table["part_reference"].to_dict() == {"a": 25, "b": 75}
    assert table["indice"].tolist() == pytest.approx([3, 1 / 3])


def test_a_project_that_says_nothing_is_in_no_share():
    table = profil(serie("a", None), serie("a", "b", None, None))
    assert table["part"].tolist() == [100, 0]
    assert table["part_reference"].tolist() == [50, 50]


def test_a_value_that_the_reference_lacks_has_no_index():
    table = profil(serie("a"), serie("b")).set_index("valeur")
    assert math.isnan(table.loc["a", "indice"])
    assert table.loc["b", "indice"] == 0


def test_without_any_project_here_shares_are_unknown_and_not_zero():
    table = profil(serie(None), serie("a"))
    assert table["projets"].tolist() == [0]
    assert table["part"].isna().all()
    assert table["indice"].isna().all()


def test_fewer_projects_than_the_threshold_are_flagged():
    ici = serie(*["a"] * PEU, *["b"] * (PEU - 1))
    assert profil(ici, ici)["peu"].tolist() == [False, True]


def test_the_values_that_are_asked_for_come_in_their_order():
    assert profil(serie("a"), serie("b"), valeurs=["c", "b", "a"])["valeur"].tolist() == ["c", "b", "a"]


def test_most_projects_here_first_then_most_in_the_reference_then_by_name():
    table = profil(serie("b", "b", "c"), serie("a", "d", "d", "e"))
    assert table["valeur"].tolist() == ["b", "c", "d", "a", "e"]


@given(VALEURS, VALEURS)
def test_shares_add_up_to_100_wherever_one_project_says_a_value(ici, reference):
    table = profil(ici, reference)
    assert table["projets"].sum() == ici.notna().sum()
    if ici.notna().any():
        assert table["part"].sum() == pytest.approx(100)
    if reference.notna().any():
        assert table["part_reference"].sum() == pytest.approx(100)


@given(VALEURS)
def test_compared_with_itself_every_index_is_one(ici):
    assert profil(ici, ici)["indice"].eq(1).all()


def test_a_filiere_of_no_family_is_among_the_others_and_an_unknown_one_stays_unknown():
    lues = familles(serie("Santé", "Bois", None), {"Vie": ("Santé",)}, sinon="Autres")
    assert lues.fillna("?").tolist() == ["Vie", "Autres", "?"]


def projets(*dates):
    return pd.DataFrame(
        {
            "date": pd.to_datetime(list(dates)),
            "emplois_prevus": pd.array([None] * len(dates), dtype="Int64"),
            "groupe_emplois": pd.Series([None] * len(dates), dtype="str"),
        }
    )


def test_every_month_of_the_reference_stands_in_order_with_zero_where_there_is_none():
    table = mois(projets("2021-03-02"), projets("2021-01-05", "2021-03-02"))
    assert table["mois"].tolist() == ["2021-01", "2021-02", "2021-03"]
    assert table["projets"].tolist() == [0, 0, 1]
    assert table["part_reference"].tolist() == [50, 0, 50]


def test_a_month_that_only_stands_here_is_kept():
    assert mois(projets("2022-01-01"), projets("2021-12-01"))["mois"].tolist() == ["2021-12", "2022-01"]
