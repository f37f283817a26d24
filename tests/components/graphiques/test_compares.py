"""The charts that compare say the difference without colour, and never draw an absence as a zero."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from components.graphiques import compares as charts

NOMS = ["Santé", "<b>Énergie</b> & co", "Un nom bien plus long que la place qu’il a"]
PARTS = pd.DataFrame(
    {
        "cle": ["a", "b", "c"],
        "nom": NOMS,
        "projets": [24, 70, 6],
        "part": [0.24, 0.70, 0.06],
        "part_reference": [0.15, 0.85, 0.0],
        "indice": [1.6, 0.8235, math.nan],
    }
)
VALEURS = pd.DataFrame({"cle": ["a", "b", "c"], "nom": NOMS, "valeur": [12.5, 3.0, math.nan]})
FONDS = pd.DataFrame(
    {
        "groupe": ["État", "État", "<Région>"],
        "nom": ["Relance", "<i>DETR</i>", "Aides"],
        "valeur": [90, 10, 40],
    }
)


def faits(valeurs=VALEURS):
    return {
        "parts": charts.parts("Filières", PARTS, entete="Filière", ici="Bretagne", reference="France"),
        "classement": charts.classement(
            "Emplois", valeurs, entete="Région", unite="emplois", decimales=1, deduites=["b"]
        ),
        "cote_a_cote": charts.cote_a_cote("Emplois", valeurs, entete="Objet", unite="emplois", decimales=1),
        "segments": charts.segments("Financement", FONDS, entete="Financeur", unite="M€"),
    }


SORTES = ["parts", "classement", "cote_a_cote", "segments"]


@pytest.mark.parametrize("sorte", SORTES)
def test_a_chart_is_light(sorte):
    assert len(faits()[sorte].figure.to_json()) < 2_800


@pytest.mark.parametrize("sorte", SORTES)
def test_a_name_of_a_file_is_no_markup(sorte):
    dessin = faits()[sorte].figure.to_json().replace("\\u003c", "<")
    assert not any(balise in dessin for balise in ("<b>Énergie", "<i>DETR", "<Région>"))


def test_the_end_of_a_share_says_percent_and_index():
    assert faits()["parts"].figure.data[2].text[0] == "  24\u202f% · ×1,6"


def test_without_a_reference_no_index_is_written():
    assert faits()["parts"].figure.data[2].text[2] == "  6\u202f%"


def test_the_reference_is_a_mark_of_another_shape():
    barre, repere, _ = faits()["parts"].figure.data
    assert (barre.type, repere.marker.symbol) == ("bar", "line-ns")


def test_the_figure_of_a_share_stands_beyond_the_mark_of_the_reference():
    assert faits()["parts"].figure.data[2].x[1] == 0.85


def test_the_sentence_of_shares_names_both_places():
    assert faits()["parts"].alternative == (
        "Filières : <b>Énergie</b> & co vient en tête avec 70\u202f% des projets (Bretagne), "
        "contre 85\u202f% (France)."
    )


@pytest.mark.parametrize("sorte", ["classement", "cote_a_cote"])
def test_an_absence_is_written_and_has_no_bar(sorte):
    trace = faits()[sorte].figure.data[0]
    assert (trace.x[2], trace.text[2]) == (0, "non renseigné")


def test_a_deduced_row_is_hatched_and_says_so():
    trace = faits()["classement"].figure.data[0]
    assert list(trace.marker.pattern.shape) == ["", "/", ""]
    assert trace.text[1] == "3,0 (déduit)"


def test_chosen_rows_are_in_ink_and_the_others_pale():
    trace = charts.classement("E", VALEURS, entete="R", unite="", decimales=0, choisies=["b"]).figure.data[0]
    assert list(trace.marker.opacity) == [0.5, 1, 0.5]
    assert trace.marker.color[1] != trace.marker.color[0]


def test_objects_side_by_side_have_hatchings_of_their_own():
    cinq = pd.DataFrame({"nom": list("abcde"), "valeur": [1.0, 2, 3, 4, 5]})
    figure = charts.cote_a_cote("E", cinq, entete="O", unite="", decimales=0).figure
    assert len(set(figure.data[0].marker.pattern.shape)) == 5


def test_a_negative_value_has_room():
    ecarts = VALEURS.assign(valeur=[5.0, -5.0, 0.0])
    bas, haut = faits(ecarts)["cote_a_cote"].figure.layout.xaxis.range
    assert bas < -5
    assert haut > 5


def test_the_total_of_a_group_is_the_sum_of_its_segments():
    assert [note.text for note in faits()["segments"].figure.layout.annotations] == [
        "<b>100</b>",
        "<b>40</b>",
    ]


def test_every_segment_stands_in_the_table():
    assert faits()["segments"].table["Financeur"].tolist() == [
        "État – Relance",
        "État – <i>DETR</i>",
        "<Région> – Aides",
    ]


@pytest.mark.parametrize("sorte", ["classement", "cote_a_cote"])
def test_the_size_does_not_depend_on_the_figures(sorte):
    vide = faits(VALEURS.assign(valeur=math.nan))[sorte]
    assert vide.vide
    assert vide.figure.layout.height == faits()[sorte].figure.layout.height
    assert vide.alternative == "Emplois : rien n’est renseigné."
