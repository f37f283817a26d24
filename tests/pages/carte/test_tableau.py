"""The table beside the map says what the map says."""

from __future__ import annotations

import pytest

from geo.indicateurs.mesures import INDICATEURS, valeurs
from geo.millesimes import MILLESIMES
from pages.carte.tableau import territoires
from tests.pages.regards import ouvrir


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


@pytest.mark.parametrize("cle", INDICATEURS)
def test_the_table_has_a_column_for_the_indicator_of_the_map(atlas, cle):
    table = territoires(atlas, 2021, cle).set_index("id_ti")
    colonne = {"population": "Population", "projets": "Projets"}.get(cle, INDICATEURS[cle].libelle)
    attendues = valeurs(atlas, millesime=2021, cle=cle).set_index("id_ti")["valeur"]
    assert table[colonne].sort_index().to_list() == pytest.approx(attendues.to_list(), nan_ok=True)


@pytest.mark.parametrize("cle", [None, "chomage", "population"])
def test_the_table_opens_whatever_colours_the_map(cle):
    essai = ouvrir(**({"couleur": cle} if cle else {}))
    essai.session_state["tableau"] = True
    essai.run()
    assert not essai.exception
    assert ("Taux de chômage" in essai.dataframe[0].value.columns) is (cle == "chomage")
