"""The table beside the map says what the map says."""

from __future__ import annotations

import pytest

from components.tableau import territoires
from geo.millesimes import MILLESIMES


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_every_territory_of_a_millesime_has_one_row(atlas, millesime):
    table = territoires(atlas, millesime)
    assert sorted(table["id_ti"]) == sorted(atlas.territoires_de(millesime)["id_ti"])


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_the_projects_of_the_table_are_those_of_the_atlas(atlas, millesime):
    table = territoires(atlas, millesime).set_index("id_ti")["Projets"]
    assert table.sort_index().to_dict() == atlas.projets_par_territoire(millesime).sort_index().to_dict()


def test_the_intercommunalites_of_2021_are_the_542_published(atlas):
    assert territoires(atlas, 2021)["Intercommunalités"].sum() == 542


def test_rows_are_in_the_order_of_the_names(atlas):
    noms = territoires(atlas, 2021)["Territoire"].str.casefold().to_list()
    assert noms == sorted(noms)


def test_an_interregional_territory_names_each_of_its_regions(atlas):
    table = territoires(atlas, 2021).set_index("id_ti")
    assert table.loc["ti-5213", "Régions"].split(", ") == list(atlas.fiche("ti-5213", 2021).regions)
