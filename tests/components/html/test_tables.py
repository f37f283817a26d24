"""Small tables are real HTML, and what they hold stays text."""

from __future__ import annotations

import pytest

from components.html.tables import Cellule, tracer

HOSTILE = "<img src=x onerror=alert(1)>"


def test_every_value_stands_in_its_row_and_column():
    lu = tracer("Deux lignes", ["A", "B"], [("a1", 1), ("a2", 2)])
    assert "<tr><td>a1</td><td>1</td></tr><tr><td>a2</td><td>2</td></tr>" in lu


def test_headers_are_told_to_be_headers_of_columns():
    assert '<th scope="col">A</th>' in tracer("Une colonne", ["A"], [])


def test_the_table_has_a_name_for_assistive_technologies():
    lu = tracer("Faits publiés", ["A"], [])
    assert 'role="region" aria-label="Faits publiés"' in lu
    assert ">Faits publiés</caption>" in lu


def test_hostile_names_headers_and_values_stay_text():
    assert "<img" not in tracer(HOSTILE, [HOSTILE], [(HOSTILE,)])


def test_a_cell_already_made_is_left_as_it_is():
    assert "<td><b>gras</b></td>" in tracer("t", ["A"], [(Cellule("<b>gras</b>"),)])


def test_columns_of_figures_are_named_once_to_be_aligned():
    lu = tracer("t", ["Nom", "Nombre", "Part"], [("a", 1, 2)] * 9, chiffres=["Nombre", "Part"])
    assert '<table class="c2 c3">' in lu
    assert lu.count("c2") == 1


def test_a_row_that_does_not_match_its_headers_is_refused():
    with pytest.raises(ValueError, match="zip"):
        tracer("t", ["Nom", "Nombre"], [("a",)])
