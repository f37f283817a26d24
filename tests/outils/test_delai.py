"""The lane that stops in time: what was left is named, in one process and in two."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from outils.delai import AUCUN
from outils.lieux import RACINE

TESTS = """import pytest

@pytest.mark.parametrize("n", range(4))
def test_de_{nom}(n):
    assert True
"""


@pytest.fixture
def essais(tmp_path):
    """Two files of four tests."""
    for nom in ("un", "deux"):
        (tmp_path / f"test_{nom}.py").write_text(TESTS.format(nom=nom), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return tmp_path


def pytest_de(dossier, *arguments):
    """The end of what pytest prints on files of a folder, in a given order, and its code."""
    env = {**os.environ, "PYTHONPATH": str(RACINE)}
    commande = ["-m", "pytest", "-q", "-p", "outils.delai", "-p", "no:cacheprovider", *arguments]
    essai = subprocess.run(
        [sys.executable, *commande, "test_un.py", "test_deux.py"],
        cwd=dossier,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return essai.stdout, essai.returncode


@pytest.mark.parametrize("partage", [(), ("-n", "2")], ids=["un", "deux"])
def test_un_temps_epuise_nomme_chaque_fichier_laisse(essais, partage):
    dit, code = pytest_de(essais, "--secondes=0", *partage)
    assert "8 tests n’ont pas commencé, faute de temps" in dit
    assert "    4  test_un.py" in dit
    assert "    4  test_deux.py" in dit
    assert "passed" not in dit
    assert code == AUCUN


def test_assez_de_temps_lance_tout_et_n_en_dit_rien(essais):
    dit, code = pytest_de(essais, "--secondes=100")
    assert "8 passed" in dit
    assert "faute de temps" not in dit
    assert code == 0


def test_sans_temps_donne_rien_ne_change(essais):
    dit, code = pytest_de(essais)
    assert "8 passed" in dit
    assert code == 0
