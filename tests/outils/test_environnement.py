"""The virtual environment: made when it must be, left alone when it may be."""

from __future__ import annotations

import subprocess
import sys

import pytest

from outils import environnement
from outils.environnement import empreinte, lire_marque, noter, preparer
from outils.lieux import EchecAtelierError, Lieux


@pytest.fixture
def lieux(tmp_path):
    (tmp_path / "requirements.txt").write_text("# rien\n", encoding="utf-8")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\n", encoding="utf-8")
    return Lieux(tmp_path)


@pytest.fixture
def gestes(monkeypatch, lieux):
    """Replace creation and installation by notes of what would have been done."""
    faits = []

    def creer(_lieux):
        faits.append("créer")
        lieux.python.parent.mkdir(parents=True, exist_ok=True)
        lieux.python.write_text("", encoding="utf-8")
        lieux.marque.unlink(missing_ok=True)

    def installer(_lieux, *arguments):
        faits.append(arguments[-1].rsplit("/")[-1])
        return 0

    monkeypatch.setattr(environnement, "_creer", creer)
    monkeypatch.setattr(environnement, "pip_installer", installer)
    monkeypatch.setattr(environnement.subprocess, "run", lambda *a, **_: subprocess.CompletedProcess(a, 0))
    return faits


def test_la_premiere_fois_cree_et_installe(lieux, gestes):
    assert preparer(lieux, "run") is True
    assert gestes == ["créer", "requirements.txt"]


def test_la_seconde_fois_ne_fait_rien(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    assert preparer(lieux, "run") is False
    assert gestes == []


def test_l_installation_pour_les_tests_suffit_pour_lancer(lieux, gestes):
    preparer(lieux, "test")
    gestes.clear()
    assert preparer(lieux, "run") is False
    assert gestes == []


def test_l_installation_pour_lancer_ne_suffit_pas_aux_tests(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    assert preparer(lieux, "test") is True
    assert gestes == ["requirements-dev.txt"]


@pytest.mark.parametrize("usage", ["run", "test"])
def test_une_version_qui_change_se_reinstalle_sans_refaire_l_environnement(lieux, gestes, usage):
    preparer(lieux, "test")
    gestes.clear()
    (lieux.racine / "requirements.txt").write_text("# autre chose\n", encoding="utf-8")
    assert preparer(lieux, usage) is True
    assert "créer" not in gestes


def test_un_environnement_deplace_est_refait(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    noter(lieux, dossier="/ailleurs/.venv")
    assert preparer(lieux, "run") is True
    assert gestes == ["créer", "requirements.txt"]


def test_un_python_de_base_qui_change_fait_refaire_l_environnement(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    noter(lieux, interprete="/usr/bin/python3.10")
    assert preparer(lieux, "run") is True
    assert gestes == ["créer", "requirements.txt"]


def test_un_environnement_sans_marque_mais_vivant_est_garde(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    lieux.marque.unlink()
    assert preparer(lieux, "run") is True
    assert gestes == ["requirements.txt"]


def test_une_marque_illisible_vaut_une_absence(lieux, gestes):
    preparer(lieux, "run")
    gestes.clear()
    lieux.marque.write_text('{"run": ', encoding="utf-8")
    assert lire_marque(lieux) == {}
    assert preparer(lieux, "run") is True


def test_une_installation_manquee_dit_le_remede_et_ne_laisse_pas_de_marque(lieux, gestes, monkeypatch):
    monkeypatch.setattr(environnement, "pip_installer", lambda *_: 1)
    with pytest.raises(EchecAtelierError, match="Vérifiez l'accès au réseau"):
        preparer(lieux, "run")
    assert gestes == ["créer"]
    assert lire_marque(lieux) == {}


def test_un_module_venv_absent_nomme_le_paquet_a_installer(lieux, monkeypatch):
    echec = subprocess.CompletedProcess([], 1, stdout="", stderr="No module named ensurepip")
    monkeypatch.setattr(environnement.subprocess, "run", lambda *_, **__: echec)
    with pytest.raises(EchecAtelierError, match="python3-venv"):
        preparer(lieux, "run")


def test_l_environnement_ne_se_refait_pas_sous_ses_propres_pieds(lieux, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(lieux.venv))
    with pytest.raises(EchecAtelierError, match="deactivate"):
        preparer(lieux, "run")


def test_l_empreinte_depend_de_l_ordre_et_du_contenu(tmp_path):
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1", encoding="utf-8")
    b.write_text("2", encoding="utf-8")
    assert empreinte([a, b]) != empreinte([b, a])
    assert empreinte([a]) != empreinte([b])


def test_un_vrai_environnement_se_cree_puis_ne_coute_plus_rien(lieux, monkeypatch):
    monkeypatch.setattr(environnement, "pip_installer", lambda *_: 0)
    assert preparer(lieux, "run") is True
    essai = subprocess.run(
        [lieux.python, "-c", "import sys; print(sys.prefix)"], capture_output=True, check=True
    )
    assert essai.stdout.decode().strip() == str(lieux.venv)
    monkeypatch.setattr(environnement.subprocess, "run", pytest.fail)
    assert preparer(lieux, "run") is False
