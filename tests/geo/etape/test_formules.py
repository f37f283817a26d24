"""The ratios of the régions: declared once, counted by hand here, and France is never a mean of ratios."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sources.registre import charger_registre
from geo.etape.formules import FORMULES, FRANCE, Formule, assiette_regions, calculer


@pytest.fixture(scope="module")
def assiette(atlas):
    return assiette_regions(atlas)


@pytest.fixture(scope="module")
def brut(sources):
    return pd.read_csv(sources / "point_etape_2021/regions.csv", dtype={"code_region": str})


RAPPORT = Formule(
    cle="essai",
    libelle="Essai",
    unite="€",
    formule="Essai.",
    numerateur="laureats",
    denominateur="population",
    facteur=10,
)
SIMPLE = Formule(cle="simple", libelle="Simple", unite="projets", formule="Simple.", numerateur="laureats")


def petite(laureats, population, statut="publié"):
    """A document of a few régions: R0, R1…"""
    codes = [f"R{rang}" for rang in range(len(laureats))]
    return pd.DataFrame(
        {
            "code": codes,
            "nom": codes,
            "statut": statut,
            "laureats": pd.Series(laureats, dtype="float64"),
            "population": pd.Series(population, dtype="float64"),
        }
    )


def valeur_de(table, code):
    return table.set_index("code")["valeur"][code]


@pytest.mark.sources
@pytest.mark.parametrize("cle", ["laureats", "investissements", "engagements", "emplois"])
def test_a_published_figure_is_that_of_the_document(assiette, brut, cle):
    formule = FORMULES[cle]
    table = calculer(assiette, formule)
    attendu = dict(zip(brut["code_region"], brut[formule.numerateur], strict=True))
    assert {c: valeur_de(table, c) for c in attendu} == attendu
    assert valeur_de(table, FRANCE) == pytest.approx(brut[formule.numerateur].sum())


@pytest.mark.sources
def test_the_investment_for_one_euro_is_counted_by_hand(assiette, brut):
    normandie = brut.set_index("code_region").loc["28"]
    attendu = normandie["investissements_meur"] / normandie["engagements_meur"]
    assert valeur_de(calculer(assiette, FORMULES["levier"]), "28") == pytest.approx(attendu, abs=1e-6)


@pytest.mark.sources
def test_the_cost_of_a_job_is_in_euros(assiette, brut):
    france = 1e6 * brut["engagements_meur"].sum() / brut["emplois_prevus"].sum()
    assert valeur_de(calculer(assiette, FORMULES["cout_emploi"]), FRANCE) == pytest.approx(france, abs=1e-5)


def test_overseas_is_one_row_over_the_inhabitants_of_its_five_regions(assiette, atlas):
    cinq = atlas.communes[atlas.communes["region"].isin(["01", "02", "03", "04", "06"])]
    assert assiette.set_index("code")["population"]["OM"] == cinq["population"].sum()
    assert (assiette["code"] == "OM").sum() == 1


def test_the_regions_hold_every_inhabitant_of_france_once(assiette, atlas):
    assert assiette["population"].sum() == atlas.communes["population"].sum()


def test_the_deduced_region_is_deduced_in_every_figure_and_no_other(assiette):
    for formule in FORMULES.values():
        table = calculer(assiette, formule)
        assert table.loc[table["statut"] == "déduit", "code"].tolist() == ["84"]


def test_a_ratio_is_never_said_to_be_published(assiette):
    for formule in FORMULES.values():
        statuts = set(calculer(assiette, formule)["statut"])
        assert statuts == ({"publié", "déduit", "somme"} if formule.publie else {"calculé", "déduit"})


def test_the_highest_stands_first_and_france_last(assiette):
    for formule in FORMULES.values():
        table = calculer(assiette, formule)
        assert table["code"].iloc[-1] == FRANCE
        assert table["valeur"].iloc[:-1].is_monotonic_decreasing


def test_the_ratio_of_france_is_not_the_mean_of_the_ratios():
    table = calculer(petite([1, 30], [10, 100]), RAPPORT)
    ratios = [valeur_de(table, "R0"), valeur_de(table, "R1")]
    assert ratios == [1.0, 3.0]
    assert valeur_de(table, FRANCE) == pytest.approx(310 / 110, abs=1e-6)
    assert valeur_de(table, FRANCE) != sum(ratios) / 2


def test_a_missing_part_makes_a_missing_ratio_and_leaves_france_on_both_sides():
    table = calculer(petite([1, None, 5], [10, 100, None]), RAPPORT)
    assert math.isnan(valeur_de(table, "R1"))
    assert math.isnan(valeur_de(table, "R2"))
    assert valeur_de(table, FRANCE) == 1.0


def test_a_denominator_of_zero_is_no_ratio():
    table = calculer(petite([1], [0]), RAPPORT)
    assert table["valeur"].isna().all()


def test_no_laureate_is_a_zero_and_not_a_missing_figure():
    assert valeur_de(calculer(petite([0], [10]), SIMPLE), "R0") == 0


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)), min_size=1, max_size=14))
def test_the_ratio_of_france_lies_between_the_lowest_and_the_highest(paires):
    table = calculer(petite([p[0] for p in paires], [p[1] for p in paires]), RAPPORT)
    regions = table["valeur"].iloc[:-1]
    assert regions.min() - 1e-5 <= valeur_de(table, FRANCE) <= regions.max() + 1e-5


@pytest.mark.parametrize("formule", FORMULES.values(), ids=lambda f: f.cle)
def test_a_formula_is_declared_whole(formule, assiette):
    assert formule.libelle
    assert formule.unite
    assert formule.formule.endswith(".")
    assert formule.annees == tuple(sorted(formule.annees))
    assert set(formule.sources) <= set(charger_registre())
    assert {formule.numerateur, formule.denominateur or formule.numerateur} <= set(assiette.columns)
    assert formule.publie == (formule.facteur == 1.0 and not formule.denominateur)
