"""A deck is made whatever the names that stand in it."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from exports.diaporama.gabarit import PROPRIETE_MAX, gabarit, imprimable
from tests.hostiles import HOSTILES


@pytest.mark.parametrize("ruse", [ruse for ruse in HOSTILES if ruse != "substitut"])
def test_a_deck_whose_title_is_hostile_opens_again(ruse):
    deck = gabarit(titre=HOSTILES[ruse], sujet=HOSTILES[ruse], jour="2021-11-21")
    octets = io.BytesIO()
    deck.save(octets)
    lu = Presentation(io.BytesIO(octets.getvalue())).core_properties
    assert lu.title == imprimable(HOSTILES[ruse])[:PROPRIETE_MAX]


def test_what_xml_refuses_is_left_out_and_nothing_else():
    assert imprimable("a\x00b\x1fc\ufffed\té\n") == "abcd\té\n"
