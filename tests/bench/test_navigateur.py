"""One real visit of each way: the benchmark sees both maps drawn, and counts what they cost."""

from __future__ import annotations

import pytest

from bench.__main__ import traces_attendus
from bench.navigateur import chromium, visite
from bench.serveurs import FACONS
from outils.controles import trouver_chromium

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]


@pytest.mark.parametrize("facon", sorted(FACONS))
def test_une_visite_voit_la_carte_dessinee_et_compte_ce_qu_elle_coute(facon):
    with (
        chromium(trouver_chromium()) as navigateur,
        FACONS[facon]() as serveur,
        visite(navigateur, serveur, traces_attendus()) as lecteur,
    ):
        couts = lecteur.ouvrir(2021)
    assert sorted(couts) == ["cpu", "duree", "http", "websocket"]
    assert min(couts.values()) > 0
