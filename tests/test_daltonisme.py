"""Scales of colours stay apart for colour-blind readers; where colours may meet, a shape tells them apart."""

from __future__ import annotations

import pytest

from tests.daltonisme import VUES, ecart, ecart_des_voisines, ecart_minimal, vue
from theme import CHANGEMENTS, DIVERGENTE, FAMILLES, LABELS, SEQUENCE, STADES

NET = 10
"""More than four times what an eye just tells apart: classes side by side on a map."""
VISIBLE = 5
"""Twice that: kinds that a legend and a tooltip name."""

ECHELLES = {
    "séquence": SEQUENCE,
    "divergente": (*reversed(DIVERGENTE["baisse"]), *DIVERGENTE["zero"], *DIVERGENTE["hausse"]),
}


def test_white_black_and_grey_are_seen_alike_by_all():
    for qui in VUES:
        assert vue("#ffffff", qui) == pytest.approx((100, 0, 0), abs=0.05)
        assert vue("#000000", qui) == pytest.approx((0, 0, 0), abs=0.05)


def test_the_simulation_brings_red_and_green_together_but_not_blue_and_yellow():
    rouge_vert, bleu_jaune = ("#c04040", "#70703a"), ("#3050c0", "#c0b030")
    assert ecart(*rouge_vert, "deutéranope") < ecart(*rouge_vert, "commune") / 2
    assert ecart(*bleu_jaune, "deutéranope") > ecart(*bleu_jaune, "commune") / 2


@pytest.mark.parametrize("qui", VUES)
@pytest.mark.parametrize("echelle", ECHELLES)
def test_two_classes_side_by_side_are_told_apart_by_every_sight(echelle, qui):
    assert ecart_des_voisines(ECHELLES[echelle], qui) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_what_goes_down_is_never_taken_for_what_goes_up(qui):
    baisse, hausse = DIVERGENTE["baisse"], DIVERGENTE["hausse"]
    assert min(ecart(b, h, qui) for b in baisse for h in hausse) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_the_stades_and_the_label_are_told_apart_by_colour_alone(qui):
    assert ecart_minimal(tuple(famille.couleur for famille in STADES), qui) >= NET
    assert ecart_minimal(tuple(famille.couleur for famille in LABELS), qui) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_the_changes_of_a_territory_are_told_apart_by_colour_alone(qui):
    assert ecart_minimal(tuple(CHANGEMENTS.values()), qui) >= VISIBLE


@pytest.mark.parametrize("palette", [FAMILLES, STADES, LABELS])
def test_every_mark_of_a_palette_has_a_shape_of_its_own(palette):
    assert len({famille.forme for famille in palette}) == len(palette)
