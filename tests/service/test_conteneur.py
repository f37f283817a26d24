"""The container takes what the atlas needs, and nothing that does not exist; told without an engine."""

from __future__ import annotations

import re

import pytest

from tests.navigateur.atelier import CODE, RACINE
from tests.test_maison import RANGS

TEXTE = (RACINE / "deploiement" / "Containerfile").read_text(encoding="utf-8")
PRIS = [
    nom for ligne in re.findall(r"^COPY (?!--)(.+)$", TEXTE, flags=re.MULTILINE) for nom in ligne.split()[:-1]
]


def test_tout_le_code_est_pris():
    code = {nom if (RACINE / nom).is_dir() else f"{nom}.py" for nom in RANGS}
    assert (code | set(CODE) | {"outils", "requirements.txt", "requirements-npm.txt"}) - set(PRIS) == set()


@pytest.mark.parametrize("nom", PRIS)
def test_ce_qui_est_pris_existe(nom):
    assert (RACINE / nom).exists()


def test_le_conteneur_n_est_pas_celui_de_root_et_dit_s_il_est_pret():
    assert "\nUSER 10001\n" in TEXTE
    assert "/pret" in TEXTE.partition("HEALTHCHECK")[2]
