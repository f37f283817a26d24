"""The name of a file is read everywhere, whatever the place is called."""

from __future__ import annotations

import re

import pytest

from exports.noms import en_nom
from geo.territoires.regions import noms


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("Provence-Alpes-Côte d’Azur", "provence-alpes-cote-d-azur"),
        ("Cœur d'Essonne", "coeur-d-essonne"),
        ("../..\\a b\u202e", "a-b"),
    ],
)
def test_un_nom_perd_ses_accents_et_ce_qu_un_systeme_lirait(texte, attendu):
    assert en_nom(texte) == attendu


def test_chaque_lieu_a_un_nom_de_fichier(atlas):
    for millesime in (2020, 2021, 2022, 2023):
        lieux = atlas.territoires_de(millesime)["lib_ti"].unique()
        ecrits = [en_nom(lieu) for lieu in [*lieux, *noms(atlas).values()]]
        assert [nom for nom in ecrits if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", nom)] == []
