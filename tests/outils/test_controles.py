"""`make test`: what it runs under which conditions, and what it says of what it left out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from outils import controles
from outils.controles import (
    Conditions,
    commande_pytest,
    conclure,
    conditions,
    ignores_dans,
    tout_controler,
    trouver_chromium,
)
from outils.lieux import Lieux

JUNIT = """<testsuites><testsuite>
<testcase classname="tests.a" name="test_bon"/>
<testcase classname="tests.a" name="test_attendu"><skipped type="pytest.xfail" message="connu"/></testcase>
<testcase classname="tests.b" name="test_ignore"><skipped type="pytest.skip" message="pas ici"/></testcase>
</testsuite></testsuites>"""


def condition(**changements):
    base = {
        "chromium": "/bin/chromium",
        "bureau": True,
        "sources": True,
        "navigateur_obligatoire": False,
        "bureau_obligatoire": False,
        "sources_obligatoires": False,
        "ci": False,
    }
    return Conditions(**{**base, **changements})


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine with nothing: no browser, no sources, no variable."""
    for nom in ("CI", "CHROMIUM", "NAVIGATEUR", "BUREAU", "SOURCES", "ATLAS_SOURCES"):
        monkeypatch.delenv(nom, raising=False)
    monkeypatch.setattr(controles.shutil, "which", lambda _: None)
    (tmp_path / "clone").mkdir()
    return Lieux(tmp_path / "clone")


@pytest.fixture
def programme(monkeypatch):
    """Let every check pass, and keep what was called."""
    appels = []

    def faux(commande, **options):
        appels.append((commande[2:], options["env"]))
        return subprocess.CompletedProcess(commande, 0)

    monkeypatch.setattr(controles.subprocess, "run", faux)
    return appels


def test_le_chromium_declare_passe_avant_ceux_du_path(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/chrome")
    monkeypatch.setattr(controles.shutil, "which", lambda nom: nom)
    assert trouver_chromium() == "/opt/chrome"


def test_un_chromium_declare_mais_absent_n_est_pas_remplace_en_silence(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nulle/part")
    monkeypatch.setattr(controles.shutil, "which", {"chromium": "/bin/chromium"}.get)
    assert trouver_chromium() is None


def test_google_chrome_convient_a_defaut_de_chromium(machine, monkeypatch):
    monkeypatch.setattr(controles.shutil, "which", {"google-chrome": "/bin/google-chrome"}.get)
    assert trouver_chromium() == "/bin/google-chrome"


def test_un_dossier_de_sources_vide_n_est_pas_des_sources(machine):
    dossier = machine.racine.parent / "shared" / "sources"
    dossier.mkdir(parents=True)
    assert not conditions(machine).sources
    (dossier / "README.md").touch()
    assert conditions(machine).sources


def test_tout_present_lance_tous_les_tests():
    commande = commande_pytest(condition(), Path("j.xml"))
    assert "-m" not in commande
    assert "--cov-fail-under=0" not in commande


@pytest.mark.parametrize(("coeurs", "nombre"), [(2, "2"), (64, "4")])
def test_les_tests_se_partagent_entre_les_coeurs_fichier_par_fichier(monkeypatch, coeurs, nombre):
    monkeypatch.setattr(controles.os, "cpu_count", lambda: coeurs)
    commande = commande_pytest(condition(), Path("j.xml"))
    assert commande[commande.index("-n") + 1] == nombre
    assert commande[commande.index("--dist") + 1] == "loadfile"


def test_un_seul_coeur_lance_les_tests_dans_un_seul_processus(monkeypatch):
    monkeypatch.setattr(controles.os, "cpu_count", lambda: 1)
    assert "-n" not in commande_pytest(condition(), Path("j.xml"))


def test_sans_navigateur_ses_seuls_tests_sont_retires():
    commande = commande_pytest(condition(chromium=None), Path("j.xml"))
    assert commande[commande.index("-m") + 1] == "not navigateur"
    assert "--cov-fail-under=0" not in commande


def test_sans_sources_le_seuil_de_couverture_tombe():
    commande = commande_pytest(condition(chromium=None, sources=False), Path("j.xml"))
    assert commande[commande.index("-m") + 1] == "not navigateur and not sources"
    assert "--cov-fail-under=0" in commande


def test_un_navigateur_obligatoire_et_absent_arrete_tout(machine, programme, monkeypatch, capsys):
    monkeypatch.setenv("NAVIGATEUR", "obligatoire")
    assert tout_controler(machine) == 1
    assert programme == []
    assert "CHROMIUM" in capsys.readouterr().err


def test_sans_libreoffice_ses_seuls_tests_sont_retires():
    commande = commande_pytest(condition(bureau=False), Path("j.xml"))
    assert commande[commande.index("-m") + 1] == "not bureau"


@pytest.mark.parametrize("absent", ["soffice", "pdftotext", "pdftoppm"])
def test_il_faut_tous_les_programmes_de_bureau(machine, monkeypatch, absent):
    monkeypatch.setattr(controles.shutil, "which", lambda nom: None if nom == absent else nom)
    assert not conditions(machine).bureau
    monkeypatch.setattr(controles.shutil, "which", lambda nom: nom)
    assert conditions(machine).bureau


def test_un_bureau_obligatoire_et_absent_arrete_tout(machine, programme, monkeypatch, capsys):
    monkeypatch.setenv("BUREAU", "obligatoire")
    assert tout_controler(machine) == 1
    assert programme == []
    assert "soffice" in capsys.readouterr().err


def test_des_sources_obligatoires_et_absentes_arretent_tout(machine, programme, monkeypatch, capsys):
    monkeypatch.setenv("SOURCES", "obligatoires")
    assert tout_controler(machine) == 1
    assert programme == []
    assert "ATLAS_SOURCES" in capsys.readouterr().err


def test_les_tests_viennent_apres_les_autres_controles(machine, programme):
    assert tout_controler(machine) == 0
    *avant, dernier = [commande[0] for commande, _ in programme]
    assert (sorted(avant), dernier) == (["mypy", "ruff", "ruff"], "pytest")


def test_ce_que_dit_un_controle_mene_avec_d_autres_vient_d_un_bloc(machine, monkeypatch, capsys):
    def faux(commande, **options):
        assert ("stdout" in options) == (commande[2] != "pytest")
        return subprocess.CompletedProcess(commande, 0, stdout=f"{commande[2]} a\n{commande[2]} b\n")

    monkeypatch.setattr(controles.subprocess, "run", faux)
    tout_controler(machine)
    assert "mypy a\nmypy b\n" in capsys.readouterr().out


def test_le_navigateur_trouve_est_donne_aux_tests(machine, programme, monkeypatch):
    monkeypatch.setattr(controles.shutil, "which", {"chromium": "/bin/chromium"}.get)
    tout_controler(machine)
    assert programme[-1][1]["CHROMIUM"] == "/bin/chromium"


def test_un_controle_manque_fait_echouer_l_ensemble_sans_arreter_les_autres(machine, monkeypatch, capsys):
    appels = []

    def faux(commande, **_):
        appels.append(commande[2])
        return subprocess.CompletedProcess(commande, int(commande[2] == "mypy"))

    monkeypatch.setattr(controles.subprocess, "run", faux)
    assert tout_controler(machine) == 1
    assert sorted(appels) == ["mypy", "pytest", "ruff", "ruff"]
    assert "ÉCHEC : types (mypy)." in capsys.readouterr().err


def test_ce_qui_est_laisse_de_cote_est_dit_fort(capsys):
    assert conclure(condition(chromium=None, sources=False), [], ["tests.b::test_ignore (pas ici)"]) == 0
    dit = capsys.readouterr()
    assert "LAISSÉ DE CÔTÉ" in dit.err
    assert "navigateur" in dit.err
    assert "sources brutes" in dit.err
    assert "tests.b::test_ignore (pas ici)" in dit.err
    assert "Tout est bon" not in dit.out


def test_rien_de_cote_ne_dit_rien_de_plus(capsys):
    assert conclure(condition(), [], []) == 0
    assert capsys.readouterr().err == ""


def test_en_integration_continue_un_test_qui_s_ignore_est_un_echec():
    assert conclure(condition(ci=True), [], ["tests.b::test_ignore (pas ici)"]) == 1
    assert conclure(condition(ci=True), [], []) == 0


def test_un_clone_sans_sources_reussit_meme_en_integration_continue():
    assert conclure(condition(ci=True, sources=False), [], []) == 0


def test_les_ignores_dans_sont_lus_sans_les_echecs_attendus(tmp_path):
    (tmp_path / "j.xml").write_text(JUNIT, encoding="utf-8")
    assert ignores_dans(tmp_path / "j.xml") == ["tests.b::test_ignore (pas ici)"]


def test_un_journal_absent_ne_compte_aucun_test_ignore(tmp_path):
    assert ignores_dans(tmp_path / "j.xml") == []
