"""A deck is made whatever the names that stand in it."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from exports.diaporama.gabarit import PROPRIETE_MAX, gabarit, imprimable
from tests.hostiles import HOSTILES


@pytest.mark.parametrize("ruse", [ruse for ruse in HOSTILES if ruse != "substitut"])
def test_un_diaporama_au_titre_hostile_se_rouvre(ruse):
    deck = gabarit(titre=HOSTILES[ruse], sujet=HOSTILES[ruse], jour="2021-11-21")
    octets = io.BytesIO()
    deck.save(octets)
    lu = Presentation(io.BytesIO(octets.getvalue())).core_properties
    assert lu.title == imprimable(HOSTILES[ruse])[:PROPRIETE_MAX]


def test_ce_que_xml_refuse_est_ote_et_rien_d_autre():
    assert imprimable("a\x00b\x1fc\ufffed\té\n") == "abcd\té\n"
