"""Charts carry their figures and little else, and show hostile names as they are."""

from __future__ import annotations

import pandas as pd
import pytest

from components.graphiques import comptes
from components.graphiques.comptes import Serie

NOMS = ["Santé", "<b>Énergie</b> & co", "Un nom bien plus long que la place qu’il a"]
LIGNES = pd.DataFrame({"cle": ["a", "b", "c"], "nom": NOMS, "projets": [12, 30, 0]})
SERIES = [
    Serie(nom="Lauréat", couleur="#111111", valeurs=[10, 30, 0], cle="l"),
    Serie(nom="En service", couleur="#222222", valeurs=[2, 0, 0], cle="s"),
]


def faits():
    return {
        "barres": comptes.barres("Filières", LIGNES, entete="Filière"),
        "empilees": comptes.empilees("Filières", ["a", "b", "c"], NOMS, SERIES, entete="Filière"),
        "colonnes": comptes.colonnes("Mois", LIGNES, entete="Mois"),
        "grille": comptes.grille(
            "Croisé", [("a", "A"), ("b", "B")], [("x", "X"), ("y", "Y")], [[1, 0], [2, 5]], entete="Lettre"
        ),
    }


@pytest.mark.parametrize("sorte", ["barres", "empilees"])
def test_the_sentence_says_who_leads_with_share(sorte):
    phrase = faits()[sorte].alternative
    assert "<b>Énergie</b> & co compte 30 projets sur 42 (71\u202f%), devant Santé (12)." in phrase


@pytest.mark.parametrize("sorte", ["barres", "empilees", "colonnes", "grille"])
def test_a_chart_weighs_a_few_hundred_bytes_a_mark(sorte):
    assert len(faits()[sorte].figure.to_json()) < 2_500


@pytest.mark.parametrize("sorte", ["barres", "empilees"])
def test_a_name_of_a_file_is_no_markup(sorte):
    axe = faits()[sorte].figure.layout.yaxis
    assert axe.ticktext[1] == "&lt;b&gt;Énergie&lt;/b&gt; &amp; co"


def test_the_size_does_not_depend_on_the_figures():
    vide = comptes.barres("Filières", LIGNES.assign(projets=0), entete="Filière")
    assert vide.vide
    assert vide.figure.layout.height == faits()["barres"].figure.layout.height
    assert vide.alternative == "Filières : aucun projet dans cette sélection."


def test_the_table_of_a_chart_has_its_figures():
    table = faits()["empilees"].table
    assert table.columns.tolist() == ["Filière", "Lauréat", "En service", "Total"]
    assert table["Total"].tolist() == [12, 30, 0]


@pytest.mark.parametrize(
    ("sorte", "point", "choix"),
    [
        ("barres", {"curve_number": 0, "point_index": 1}, ("b", "")),
        ("empilees", {"curve_number": 1, "point_index": 0}, ("a", "s")),
        ("grille", {"curve_number": 1, "point_index": 0}, ("a", "y")),
    ],
)
def test_a_pressed_mark_says_what_it_chooses(sorte, point, choix):
    assert faits()[sorte].choix(point) == choix


def test_an_empty_cell_of_a_grid_shows_nothing():
    premiere = faits()["grille"].figure.data[1]
    assert premiere.text[0] == ""
