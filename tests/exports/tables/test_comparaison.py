"""The table of a comparison as a file: the figures of the page, numeric, with where they are from."""

from __future__ import annotations

import csv

import pytest

from exports.tables.comparaison import ecrire
from exports.tables.contexte import Contexte
from geo.indicateurs.comparaison import comparer
from geo.indicateurs.mesures import valeur_france
from geo.indicateurs.objets import LA_FRANCE, Objet

OBJETS = (Objet(sorte="ti", code="ti-2806"), Objet(sorte="region", code="06"), LA_FRANCE)


@pytest.fixture(scope="module")
def rangees(atlas):
    contexte = Contexte(titre="Comparaison", jour="2026-11-21", lien="x", filtres=("Lieux",), sources=("S",))
    lignes = comparer(atlas, objets=OBJETS, millesime=2021)
    octets = ecrire(lignes, ["=Nord Cotentin", "Mayotte", "France"], contexte).octets
    texte = octets.decode("utf-8-sig")
    return list(csv.DictReader(texte.split("\r\n\r\n")[0].splitlines(), delimiter=";"))


def du(rangees, indicateur, objet):
    return next(r for r in rangees if r["Indicateur"] == indicateur and r["Objet"] == objet)


def test_there_is_one_row_for_each_indicator_and_each_object(rangees):
    assert len(rangees) == 9 * len(OBJETS)


def test_a_figure_is_a_french_number_even_below_zero(rangees, atlas):
    lue = du(rangees, "Évolution du chômage depuis début 2019", "France")["Valeur"]
    assert lue.startswith("-")
    attendue = valeur_france(atlas, cle="evolution_chomage").valeur
    assert float(lue.replace(",", ".")) == pytest.approx(attendue, abs=0.05)


def test_a_missing_figure_is_empty_and_says_why(rangees):
    muette = du(rangees, "Taux de chômage", "Mayotte")
    assert muette["Valeur"] == ""
    assert "Mayotte" in muette["Sans chiffre parce que"]


def test_a_name_that_begins_as_a_formula_is_harmless(rangees):
    assert du(rangees, "Population", "'=Nord Cotentin")["Rang"] == "54"
