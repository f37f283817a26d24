"""Shares beside shares: they add up, their ratio is the index, small numbers are flagged."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.profils.profil import PEU, dire_les_muets, familles, mois, profil

VALEURS = st.lists(st.sampled_from(["a", "b", "c", None]), max_size=30).map(
    lambda v: pd.Series(v, dtype="str")
)


def serie(*valeurs):
    return pd.Series(valeurs, dtype="str")


def test_un_indice_est_la_part_d_ici_sur_la_part_de_la_reference():
    ici, reference = serie(*["a"] * 30, *["b"] * 10), serie(*["a"] * 10, *["b"] * 30)
    table = profil(ici, reference).set_index("valeur")
    assert table["part"].to_dict() == {"a": 75, "b": 25}
    assert table["part_reference"].to_dict() == {"a": 25, "b": 75}
    assert table["indice"].tolist() == pytest.approx([3, 1 / 3])


def test_un_projet_qui_ne_dit_rien_n_est_dans_aucune_part():
    table = profil(serie("a", None), serie("a", "b", None, None))
    assert table["part"].tolist() == [100, 0]
    assert table["part_reference"].tolist() == [50, 50]


def test_une_valeur_que_la_reference_n_a_pas_est_sans_indice():
    table = profil(serie(*["a"] * PEU), serie(*["b"] * PEU)).set_index("valeur")
    assert math.isnan(table.loc["a", "indice"])
    assert table.loc["a", "peu"]


def test_sans_aucun_projet_ici_les_parts_sont_inconnues_et_non_zero():
    table = profil(serie(None), serie("a"))
    assert table["projets"].tolist() == [0]
    assert table["part"].isna().all()
    assert table["indice"].isna().all()


@pytest.mark.parametrize("sens", [1, -1])
def test_sous_dix_projets_ici_ou_dans_la_reference_pas_d_indice_mais_peu(sens):
    assert PEU == 10
    moins, assez = serie(*["a"] * 10, *["b"] * 9), serie(*["a"] * 10, *["b"] * 10)
    table = profil(*(moins, assez)[::sens]).set_index("valeur")
    assert table["peu"].to_dict() == {"a": False, "b": True}
    assert table["indice"].isna().to_dict() == {"a": False, "b": True}


def test_les_valeurs_demandees_viennent_dans_leur_ordre():
    assert profil(serie("a"), serie("b"), valeurs=["c", "b", "a"])["valeur"].tolist() == ["c", "b", "a"]


def test_le_plus_de_projets_ici_d_abord_puis_dans_la_reference_puis_par_nom():
    table = profil(serie("b", "b", "c"), serie("a", "d", "d", "e"))
    assert table["valeur"].tolist() == ["b", "c", "d", "a", "e"]


@given(VALEURS, VALEURS)
def test_les_parts_font_100_des_qu_un_projet_dit_une_valeur(ici, reference):
    table = profil(ici, reference)
    assert table["projets"].sum() == ici.notna().sum()
    if ici.notna().any():
        assert table["part"].sum() == pytest.approx(100)
    if reference.notna().any():
        assert table["part_reference"].sum() == pytest.approx(100)


@given(VALEURS)
def test_compare_a_soi_meme_chaque_indice_vaut_un(ici):
    dites = ici.repeat(PEU)
    assert profil(dites, dites)["indice"].eq(1).all()


def test_les_projets_qui_ne_disent_rien_sont_comptes_a_cote():
    assert dire_les_muets(9, 9, "nature") == "9\u202fprojets sur 9 : nature non renseignée, hors des parts"
    assert dire_les_muets(1, 12, "filière").startswith("1\u202fprojet sur 12")
    assert not dire_les_muets(0, 12, "filière")


def test_une_filiere_sans_famille_est_parmi_les_autres_et_une_inconnue_le_reste():
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


def test_chaque_mois_de_la_reference_est_a_son_rang_avec_zero_la_ou_il_n_y_a_rien():
    table = mois(projets("2021-03-02"), projets("2021-01-05", "2021-03-02"))
    assert table["mois"].tolist() == ["2021-01", "2021-02", "2021-03"]
    assert table["projets"].tolist() == [0, 0, 1]
    assert table["part_reference"].tolist() == [50, 0, 50]


def test_un_mois_qui_n_est_qu_ici_est_garde():
    assert mois(projets("2022-01-01"), projets("2021-12-01"))["mois"].tolist() == ["2021-12", "2022-01"]
