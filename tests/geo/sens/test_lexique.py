"""The words that nobody has to know are said once, in words that everybody knows."""

from __future__ import annotations

import pytest

from geo.sens import LEXIQUE, UN_TERRITOIRE

JARGON = [
    *("millésime", "ti-", "groupement", "epci", "ept", "filière", "stade", "lauréat"),
    *("somme", "calculé", "déduit", "rétrospective", "zone d’emploi", "cedex"),
]


@pytest.mark.parametrize("mot", JARGON)
def test_chaque_mot_du_metier_est_explique(mot):
    assert any(mot in dit.lower() for dit in LEXIQUE)


@pytest.mark.parametrize("mot", LEXIQUE)
def test_une_explication_est_une_phrase_courte(mot):
    assert LEXIQUE[mot].endswith((".", "…"))
    assert 40 < len(LEXIQUE[mot]) <= 230
    assert "'" not in LEXIQUE[mot]


def test_un_territoire_d_industrie_se_dit_en_une_ligne():
    assert len(UN_TERRITOIRE) <= 150
    assert LEXIQUE["Territoire d’industrie (TI)"] == UN_TERRITOIRE
