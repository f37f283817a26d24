"""Map layers at set-up: made when a table, the code or a layer has changed, not otherwise."""

from __future__ import annotations

import subprocess

import pytest

from outils import couches
from outils.couches import preparer
from outils.lieux import Lieux


@pytest.fixture
def lieux(tmp_path):
    for nom in (
        ".venv/x",
        "data/processed/epci.parquet",
        "data/couches/magasin.py",
        "geo/atlas/atlas.py",
        "requirements.txt",
    ):
        fichier = tmp_path / nom
        fichier.parent.mkdir(parents=True, exist_ok=True)
        fichier.write_text(nom, encoding="utf-8")
    return Lieux(tmp_path)


@pytest.fixture
def appels(lieux, monkeypatch):
    faits = []

    def faux_python(commande, **_):
        faits.append(commande[1:])
        lieux.couches.mkdir(parents=True, exist_ok=True)
        (lieux.couches / "ti.json").write_text("{}", encoding="utf-8")
        return subprocess.CompletedProcess(commande, 0)

    monkeypatch.setattr(couches.subprocess, "run", faux_python)
    return faits


def test_les_couches_sont_faites_une_seule_fois(lieux, appels):
    assert preparer(lieux)
    assert preparer(lieux)
    assert appels == [["-m", "data.couches"]]


@pytest.mark.parametrize(
    "nom",
    ["data/processed/epci.parquet", "data/couches/magasin.py", "geo/atlas/atlas.py", "requirements.txt"],
)
def test_une_entree_qui_change_refait_les_couches(lieux, appels, nom):
    preparer(lieux)
    (lieux.racine / nom).write_text("changé", encoding="utf-8")
    preparer(lieux)
    assert len(appels) == 2


def test_une_table_de_plus_refait_les_couches(lieux, appels):
    preparer(lieux)
    (lieux.racine / "data/processed/projets.parquet").write_text("", encoding="utf-8")
    preparer(lieux)
    assert len(appels) == 2


def test_une_couche_effacee_refait_les_couches(lieux, appels):
    preparer(lieux)
    (lieux.couches / "ti.json").unlink()
    preparer(lieux)
    assert len(appels) == 2


def test_un_echec_le_dit_et_n_est_pas_retenu(lieux, appels, monkeypatch, capsys):
    monkeypatch.setattr(couches.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    assert not preparer(lieux)
    assert "make build" in capsys.readouterr().err
    assert not preparer(lieux)
