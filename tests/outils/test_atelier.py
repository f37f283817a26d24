"""The single entry: its commands, its port, its refusals."""

from __future__ import annotations

import re
import socket
import subprocess

import pytest

from outils import atelier
from outils.atelier import COMMANDES, lire_port, main
from outils.lieux import RACINE, EchecAtelierError, Lieux


@pytest.fixture
def prepares(monkeypatch):
    """Replace every preparation by a note of it."""
    faits = []
    monkeypatch.setattr(atelier.environnement, "preparer", lambda _, usage: faits.append(usage))
    monkeypatch.setattr(atelier.bibliotheques, "preparer", lambda _: faits.append("vendor"))
    monkeypatch.setattr(atelier.couches, "preparer", lambda _: faits.append("couches") or True)
    monkeypatch.setattr(atelier.ouverture, "souhaitee", lambda: False)
    return faits


@pytest.fixture
def lance(monkeypatch):
    """Keep what would have been run in the environment."""
    appels = []

    def faux(commande, *, env, **_):
        appels.append((commande[1:], env.get("PORT")))
        return subprocess.CompletedProcess(commande, 3)

    monkeypatch.setattr(atelier.subprocess, "run", faux)
    return appels


@pytest.fixture
def port_libre(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as prise:
        port = prise.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))
    return port


def test_sans_commande_l_aide_les_nomme_toutes(capsys):
    assert main([]) == 0
    aide = capsys.readouterr().out
    assert [nom for nom in COMMANDES if f"make {nom} " not in aide] == []


def test_une_commande_inconnue_donne_l_aide_et_un_code_d_erreur(capsys):
    assert main(["lancer"]) == 2
    assert "make run" in capsys.readouterr().out


def test_le_makefile_a_les_memes_commandes():
    cibles = re.search(r"^\.PHONY: (.*)$", (RACINE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(cibles[1].split()) == {*COMMANDES, "aide"}


def test_run_prepare_tout_puis_lance_le_serveur_sur_le_port_voulu(prepares, lance, port_libre, tmp_path):
    assert main(["run"], Lieux(tmp_path, windows=True)) == 3
    assert prepares == ["run", "vendor", "couches"]
    assert lance == [(["server.py"], str(port_libre))]


def test_sous_linux_le_serveur_prend_la_place_de_l_atelier(prepares, port_libre, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    vus = []
    monkeypatch.setattr(
        atelier.os, "execve", lambda _, arguments, env: vus.append((arguments[1:], env["PORT"]))
    )
    monkeypatch.setattr(atelier.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    main(["run"], Lieux(tmp_path, windows=False))
    assert vus == [(["server.py"], str(port_libre))]


def test_run_demarre_meme_si_les_couches_manquent(prepares, lance, port_libre, tmp_path, monkeypatch):
    monkeypatch.setattr(atelier.couches, "preparer", lambda _: False)
    assert main(["run"], Lieux(tmp_path, windows=True)) == 3


def test_test_s_arrete_si_les_couches_manquent(prepares, tmp_path, monkeypatch):
    monkeypatch.setattr(atelier.couches, "preparer", lambda _: False)
    monkeypatch.setattr(atelier.controles, "tout_controler", pytest.fail)
    assert main(["test"], Lieux(tmp_path)) == 1


def test_test_prepare_les_bibliotheques_de_test(prepares, tmp_path, monkeypatch):
    monkeypatch.setattr(atelier.controles, "tout_controler", lambda _: 0)
    assert main(["test"], Lieux(tmp_path)) == 0
    assert prepares == ["test", "vendor", "couches"]


@pytest.mark.parametrize(
    ("commande", "module"),
    [
        ("build", "data.fabrication"),
        ("bench", "bench"),
        ("charge", "bench.charge"),
        ("mesures", "bench.rapport"),
    ],
)
def test_build_et_les_mesures_transmettent_leurs_arguments(prepares, lance, tmp_path, commande, module):
    assert main([commande, "--verifier"], Lieux(tmp_path)) == 3
    assert lance[0][0] == ["-m", module, "--verifier"]


def test_le_port_habituel_est_8501(monkeypatch):
    monkeypatch.setenv("PORT", "")
    monkeypatch.setattr(atelier.socket, "create_connection", refuser)
    assert lire_port() == 8501


@pytest.mark.parametrize("texte", ["0", "65536", "80a", "-1", "²", "8501 "])
def test_un_port_qui_n_en_est_pas_un_est_refuse_en_francais(monkeypatch, texte):
    monkeypatch.setenv("PORT", texte)
    with pytest.raises(EchecAtelierError, match="numéro de port"):
        lire_port()


def test_un_port_deja_pris_propose_le_suivant_avant_toute_installation(
    prepares, monkeypatch, capsys, tmp_path
):
    with socket.create_server(("127.0.0.1", 0)) as prise:
        port = prise.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert main(["run"], Lieux(tmp_path)) == 1
    assert f"PORT={port + 1}" in capsys.readouterr().err
    assert prepares == []


def test_propre_enleve_ce_qui_est_fabrique_et_garde_le_reste(tmp_path):
    for nom in (".venv/x", "static/vendor/x", ".coverage", "data/cache/x", "static/style.css"):
        (tmp_path / nom).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nom).touch()
    assert main(["propre"], Lieux(tmp_path)) == 0
    restes = {f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*") if f.is_file()}
    assert restes == {"data/cache/x", "static/style.css"}


def test_un_python_trop_ancien_est_dit_avec_son_remede(monkeypatch, capsys):
    monkeypatch.setattr(atelier.sys, "version_info", (3, 9))
    monkeypatch.setattr(atelier.shutil, "which", lambda _: None)
    assert main(["run"]) == 1
    assert "Python 3.11 ou plus récent" in capsys.readouterr().err


def test_un_python_trop_ancien_passe_la_main_a_un_plus_recent(monkeypatch):
    appels = []

    def faux(commande, **_):
        appels.append(commande)
        return subprocess.CompletedProcess(commande, 0)

    monkeypatch.setattr(atelier.sys, "version_info", (3, 9))
    monkeypatch.setattr(atelier.shutil, "which", {"python3.12": "/bin/python3.12"}.get)
    monkeypatch.setattr(atelier.subprocess, "run", faux)
    assert main(["test"]) == 0
    assert appels[-1] == ["/bin/python3.12", "-m", "outils.atelier", "test"]


def refuser(*_, **__):
    raise OSError("connexion refusée")
