"""What is inside the territories and what is outside, of each total."""

from __future__ import annotations

import math

import pytest

from data.sources.registre import charger_registre
from geo.indicateurs.effet_du_label import GRANDEURS, Partage, part_industrielle, partages
from geo.millesimes import MILLESIMES, colonne_ti
from tests.geo.monde_indicateurs import monde


@pytest.fixture(scope="module")
def du_monde():
    return {p.grandeur.cle: p for p in partages(monde(), millesime=2021)}


@pytest.fixture(scope="module")
def reels(atlas):
    return {p.grandeur.cle: p for p in partages(atlas, millesime=2021)}


@pytest.mark.parametrize(
    ("cle", "dans", "hors"),
    [
        ("projets", 5, 2),
        ("population", 19_000, 500),
        ("emplois", 2_050, 100),
    ],
)
def test_quantities_are_counted_inside_and_outside(du_monde, cle, dans, hors):
    assert (du_monde[cle].dans, du_monde[cle].hors) == (dans, hors)


def test_what_is_too_little_known_inside_has_no_share(du_monde):
    # 7 000 of the 19 000 inhabitants inside live where no establishment is published
    assert math.isnan(du_monde["etablissements_industrie"].dans)
    assert math.isnan(du_monde["etablissements_industrie"].part)


def test_a_project_of_no_region_is_neither_inside_nor_outside(du_monde):
    # eight projects: p-8 is in no région; p-7 has no commune, so it is in a région and in no TI
    assert du_monde["projets"].dans + du_monde["projets"].hors == 7


def test_industrial_jobs_are_jobs_times_share_where_the_share_is_known(du_monde):
    # inside: 1 000 jobs at 10 %, 1 000 at 30 %; 24002 has jobs and no share; outside: 100 at 10 %
    assert du_monde["emplois_industriels"].dans == pytest.approx(400)
    assert du_monde["emplois_industriels"].hors == pytest.approx(10)


def test_the_share_inside_is_that_of_both_parts_together():
    assert Partage(grandeur=GRANDEURS[0], dans=3, hors=1).part == 0.75


def test_a_share_of_nothing_is_unknown():
    assert math.isnan(Partage(grandeur=GRANDEURS[0], dans=0, hors=0).part)


def test_inside_and_outside_make_the_whole_country(reels, atlas):
    population = reels["population"]
    assert population.dans + population.hors == atlas.communes["population"].sum()


def test_projects_inside_are_those_that_have_a_territory(reels, atlas):
    assert reels["projets"].dans == atlas.projets[colonne_ti(2021)].notna().sum()


def test_more_projects_than_inhabitants_are_inside(reels):
    assert reels["projets"].part > reels["emplois_industriels"].part > reels["population"].part


def test_a_larger_map_holds_more_inhabitants(atlas):
    parts = {m: {p.grandeur.cle: p.part for p in partages(atlas, millesime=m)} for m in MILLESIMES}
    assert parts[2023]["population"] > parts[2021]["population"]


def test_the_share_of_industry_is_higher_inside(atlas):
    dans, hors = part_industrielle(atlas, millesime=2021)
    assert dans.valeur > hors.valeur


def test_the_computed_share_is_within_one_point_of_the_published_one(atlas):
    publies = atlas.national_2021.set_index("indicateur")["valeur"]
    dans, hors = part_industrielle(atlas, millesime=2021)
    assert dans.valeur == pytest.approx(
        publies["Part de l'emploi industriel dans les Territoires d'industrie"], abs=1
    )
    assert hors.valeur == pytest.approx(
        publies["Part de l'emploi industriel hors Territoires d'industrie"], abs=1
    )


def test_every_quantity_is_declared_whole():
    for grandeur in GRANDEURS:
        assert grandeur.formule.endswith(".")
        assert grandeur.annees
        assert set(grandeur.sources) <= set(charger_registre())
