"""What a press on a link may ask of the sheet."""

from __future__ import annotations

import pytest

from pages.territoire.liens import LONGUEUR_MAX, demande_lue


def test_the_parameters_of_a_link_are_read():
    assert demande_lue("ti=ti-5305&millesime=2020") == {"ti": "ti-5305", "millesime": "2020"}


@pytest.mark.parametrize(
    "demande", [None, 3, {"ti": "ti-5305"}, "", "ti", "ti=" + "x" * LONGUEUR_MAX], ids=repr
)
def test_anything_else_is_left_aside(demande):
    assert demande_lue(demande) is None
