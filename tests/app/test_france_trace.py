"""The two charts of « France »: what they draw, what they say, and that a name from a file stays a text."""

from __future__ import annotations

import pandas as pd
import pytest

from components.france_trace import classement, segments

HOSTILE = "<b>x</b>"


def rangees(*valeurs, noms=None):
    noms = noms or [f"N{rang}" for rang in range(len(valeurs))]
    return pd.DataFrame({"cle": noms, "nom": noms, "valeur": pd.Series(valeurs, dtype="float64")})


def lignes(*triplets):
    return pd.DataFrame(triplets, columns=["groupe", "nom", "valeur"])


FINANCEMENTS = lignes(("État", "Fonds", 700.0), ("État", "PIA", 145.0), ("Régions", "Fonds", 143.0))


def test_a_bar_ends_with_its_figure_in_french():
    trace = classement("Titre", rangees(1234.5, 2.0), unite="€", decimales=1)
    assert list(trace.figure.data[0].text) == ["1\u202f234,5<i></i>", "2,0<i></i>"]


def test_what_is_missing_has_no_bar_and_is_said():
    trace = classement("Titre", rangees(3.0, None), unite="€", decimales=0)
    assert list(trace.figure.data[0].x) == [3.0, 0.0]
    assert "non renseigné" in trace.figure.data[0].text[1]


def test_a_deduced_value_is_hatched_and_says_so():
    trace = classement("Titre", rangees(3.0, 2.0), unite="€", decimales=0, deduites=["N1"])
    barre = trace.figure.data[0]
    assert list(barre.marker.pattern.shape) == ["", "/"]
    assert "déduit" in barre.text[1]
    assert "déduit" not in barre.text[0]


def test_the_height_depends_on_the_rows_alone():
    hauteurs = {
        classement("T", rangees(*valeurs), unite="€", decimales=0).figure.layout.height
        for valeurs in ((1, 2), (1e6, 0))
    }
    assert len(hauteurs) == 1


def test_nothing_known_is_an_empty_chart_that_says_it():
    trace = classement("Titre", rangees(None, None), unite="€", decimales=0)
    assert trace.vide
    assert trace.alternative == "Titre : rien n’est renseigné."


def test_the_sentence_names_the_first_the_second_and_the_last():
    trace = classement("Lauréats", rangees(5, 4, 1, noms=["A", "B", "C"]), unite="projets", decimales=0)
    assert trace.alternative == "Lauréats : A vient en tête (5 projets), devant B (4) ; en dernier, C (1)."


def test_a_chart_of_one_row_has_no_second():
    trace = classement("Lauréats", rangees(5, noms=["A"]), unite="projets", decimales=0)
    assert trace.alternative == "Lauréats : A vient en tête (5 projets)."


@pytest.mark.parametrize(
    "trace",
    [
        classement("T", rangees(1, noms=[HOSTILE]), unite="€", decimales=0),
        segments("T", lignes((HOSTILE, HOSTILE, 1.0)), unite="M€"),
    ],
)
def test_a_name_from_a_file_is_no_markup(trace):
    assert HOSTILE not in str(trace.figure.to_plotly_json())


def test_the_segments_of_an_actor_sum_to_the_figure_at_its_end():
    trace = segments("Titre", FINANCEMENTS, unite="M€")
    par_rang = {}
    for barre in trace.figure.data:
        for rang, valeur in zip(barre.y, barre.x, strict=True):
            par_rang[rang] = par_rang.get(rang, 0) + valeur
    assert par_rang == {0: 845, 1: 143}
    assert [note.text for note in trace.figure.layout.annotations] == ["<b>845</b>", "<b>143</b>"]


def test_a_segment_too_small_for_its_figure_says_it_on_hover_alone():
    trace = segments("Titre", lignes(("État", "Grand", 900.0), ("État", "Petit", 2.0)), unite="M€")
    assert [barre.text[0] for barre in trace.figure.data] == ["900", ""]
    assert trace.figure.data[1].hovertext[0] == "Petit : 2 M€"
