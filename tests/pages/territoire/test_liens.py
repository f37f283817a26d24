"""What a press on a link may ask of the sheet."""

from __future__ import annotations

import pytest

from pages.territoire.liens import LONGUEUR_MAX, demande_lue


def test_les_parametres_d_un_lien_sont_lus():
    assert demande_lue("ti=ti-5305&millesime=2020") == {"ti": "ti-5305", "millesime": "2020"}


@pytest.mark.parametrize(
    "demande", [None, 3, {"ti": "ti-5305"}, "", "ti", "ti=" + "x" * LONGUEUR_MAX], ids=repr
)
def test_tout_le_reste_est_laisse_de_cote(demande):
    assert demande_lue(demande) is None
