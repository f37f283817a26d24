"""Where things stand, on every system; and warnings that cannot be missed."""

from __future__ import annotations

from pathlib import Path

from outils.lieux import LARGEUR, Lieux, alerter


def test_le_python_de_l_environnement_est_dans_bin_sous_linux_et_macos():
    assert Lieux(Path("a"), windows=False).python == Path("a/.venv/bin/python")


def test_le_python_de_l_environnement_est_dans_scripts_sous_windows():
    assert Lieux(Path("a"), windows=True).python == Path("a/.venv/Scripts/python.exe")


def test_les_sources_sont_a_cote_du_clone(monkeypatch):
    monkeypatch.delenv("ATLAS_SOURCES", raising=False)
    assert Lieux(Path("/x/clone")).sources == Path("/x/shared/sources")


def test_atlas_sources_deplace_les_sources(monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_SOURCES", str(tmp_path))
    assert Lieux(Path("/x/clone")).sources == tmp_path


def test_une_alerte_va_sur_la_sortie_d_erreur_et_se_plie(capsys):
    alerter("mot " * 60)
    sortie = capsys.readouterr()
    assert sortie.out == ""
    assert sortie.err.count("mot") == 60
    assert max(map(len, sortie.err.splitlines())) <= LARGEUR
