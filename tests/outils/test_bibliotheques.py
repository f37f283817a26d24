"""Leaflet through npm: the files that are kept, their integrity, and every way of not getting them."""

from __future__ import annotations

import json
import subprocess

import pytest

from outils import bibliotheques
from outils.bibliotheques import CATALOGUE, PAQUETS, en_place, preparer
from outils.lieux import RACINE, Lieux

ORIGINES = [f"{paquet}/{origine}" for paquet, fichiers in PAQUETS.items() for origine in fichiers]
FICHIERS = {cible for fichiers in PAQUETS.values() for cible in fichiers.values()}


@pytest.fixture
def lieux(tmp_path, monkeypatch):
    """A clone with the real lists of packages, on a machine without any npm."""
    for nom in ("package.json", "package-lock.json", "requirements-npm.txt"):
        (tmp_path / nom).write_bytes((RACINE / nom).read_bytes())
    monkeypatch.setattr(bibliotheques.shutil, "which", lambda _: None)
    monkeypatch.setattr(bibliotheques, "pip_installer", lambda *_: 1)
    return Lieux(tmp_path)


@pytest.fixture
def npm(lieux, monkeypatch):
    """A machine whose npm brings every package; the list of its calls."""
    appels = []

    def faux_npm(commande, *, cwd, **_):
        appels.append([str(partie) for partie in commande])
        for origine in [*ORIGINES, "leaflet/src/inutile.js", "commander/index.js"]:
            fichier = bibliotheques.Path(cwd) / "node_modules" / origine
            fichier.parent.mkdir(parents=True, exist_ok=True)
            fichier.write_text(origine, encoding="utf-8")
        return subprocess.CompletedProcess(commande, 0, stdout="", stderr="")

    monkeypatch.setattr(bibliotheques.shutil, "which", lambda _: "/bin/npm")
    monkeypatch.setattr(bibliotheques.subprocess, "run", faux_npm)
    return appels


def presents(lieux):
    return {f.relative_to(lieux.vendor).as_posix() for f in lieux.vendor.rglob("*") if f.is_file()}


def test_seuls_les_fichiers_utiles_arrivent_dans_vendor(lieux, npm):
    assert preparer(lieux) is True
    assert presents(lieux) == FICHIERS | {CATALOGUE}


def test_le_catalogue_dit_les_versions_de_package_json(lieux, npm):
    preparer(lieux)
    versions = json.loads((lieux.vendor / CATALOGUE).read_text(encoding="utf-8"))["versions"]
    assert versions == {
        "axe-core": "4.14.1",
        "leaflet": "1.9.4",
        "supercluster": "9.1.0",
        "topojson-client": "3.1.0",
    }


def test_npm_n_execute_aucun_script_des_paquets(lieux, npm):
    preparer(lieux)
    assert npm[0][:3] == ["/bin/npm", "ci", "--ignore-scripts"]


def test_la_seconde_fois_n_appelle_pas_npm(lieux, npm):
    preparer(lieux)
    npm.clear()
    assert preparer(lieux) is True
    assert npm == []


def test_un_fichier_altere_est_remis(lieux, npm):
    preparer(lieux)
    (lieux.vendor / "leaflet.js").write_text("autre chose", encoding="utf-8")
    assert not en_place(lieux)
    assert preparer(lieux) is True
    assert en_place(lieux)


def test_un_fichier_absent_est_remis(lieux, npm):
    preparer(lieux)
    (lieux.vendor / "images" / "layers.png").unlink()
    assert preparer(lieux) is True
    assert presents(lieux) == FICHIERS | {CATALOGUE}


def test_une_version_qui_change_se_reinstalle(lieux, npm):
    preparer(lieux)
    texte = (lieux.racine / "package.json").read_text(encoding="utf-8")
    (lieux.racine / "package.json").write_text(texte.replace("1.9.4", "1.9.3"), encoding="utf-8")
    assert not en_place(lieux)


def test_le_npm_de_secours_sert_quand_la_machine_n_en_a_pas(lieux, npm, monkeypatch):
    secours = lieux.programme("npm")
    monkeypatch.setattr(bibliotheques.shutil, "which", lambda _: None)

    def installer(*_):
        secours.parent.mkdir(parents=True)
        secours.touch()
        return 0

    monkeypatch.setattr(bibliotheques, "pip_installer", installer)
    assert preparer(lieux) is True
    assert npm[0][0] == str(secours)


def test_sans_aucun_npm_l_atlas_continue_et_le_dit_fort(lieux, capsys):
    assert preparer(lieux) is False
    assert "Leaflet n'a pas pu être installé" in capsys.readouterr().err
    assert not lieux.vendor.exists()


def test_un_npm_qui_echoue_garde_les_anciens_fichiers_et_dit_pourquoi(lieux, npm, monkeypatch, capsys):
    preparer(lieux)
    (lieux.vendor / "leaflet.css").unlink()
    echec = subprocess.CompletedProcess(
        [], 1, stdout="", stderr="npm warn x\nnpm error code EINTEGRITY\nnpm error y"
    )
    monkeypatch.setattr(bibliotheques.subprocess, "run", lambda *_, **__: echec)
    assert preparer(lieux) is False
    assert "npm error code EINTEGRITY" in capsys.readouterr().err
    assert (lieux.vendor / "leaflet.js").exists()


def test_un_npm_muet_donne_son_code(lieux, npm, monkeypatch, capsys):
    echec = subprocess.CompletedProcess([], 7, stdout="", stderr="")
    monkeypatch.setattr(bibliotheques.subprocess, "run", lambda *_, **__: echec)
    assert preparer(lieux) is False
    assert "code 7" in capsys.readouterr().err


def test_un_npm_qui_ne_demarre_pas_ne_casse_rien(lieux, npm, monkeypatch):
    def refuse(*_, **__):
        raise OSError("exec format error")

    monkeypatch.setattr(bibliotheques.subprocess, "run", refuse)
    assert preparer(lieux) is False


def test_un_paquet_incomplet_ne_remplace_pas_les_fichiers(lieux, npm, monkeypatch):
    preparer(lieux)
    monkeypatch.setitem(PAQUETS, "leaflet", {**PAQUETS["leaflet"], "dist/absent.js": "absent.js"})
    assert preparer(lieux) is False
    assert presents(lieux) == FICHIERS | {CATALOGUE}
