"""The checks of the scripts: with which Node, what is installed when, and what fails."""

from __future__ import annotations

import subprocess

import pytest

from outils import javascript
from outils.controles import JAVASCRIPT, STATIQUES, conditions, statiques
from outils.lieux import Lieux


@pytest.fixture
def lieux(tmp_path, monkeypatch):
    """A clone with lists for npm, two tests of scripts, and a machine that has Node."""
    for nom in ("package.json", "package-lock.json"):
        (tmp_path / nom).write_text("{}", encoding="utf-8")
    essais = tmp_path / "tests" / "javascript"
    essais.mkdir(parents=True)
    for nom in ("un.test.js", "deux.test.js", "aide.js"):
        (essais / nom).touch()
    monkeypatch.setattr(javascript.shutil, "which", lambda nom, **_: f"/bin/{nom}")
    return Lieux(tmp_path)


@pytest.fixture
def lances(monkeypatch, lieux):
    """What is run; a program whose name is in `echecs` fails."""
    appels, echecs = [], set()

    def faux(commande, **options):
        appels.append((commande, options["env"]))
        if "ci" in commande and commande[0].endswith("npm"):
            (lieux.racine / "node_modules").mkdir(exist_ok=True)
        rate = any(nom in " ".join(commande) for nom in echecs)
        return subprocess.CompletedProcess(commande, int(rate))

    monkeypatch.setattr(javascript.subprocess, "run", faux)
    return appels, echecs


def mots(appels):
    return [" ".join(commande) for commande, _ in appels]


def sans_node(monkeypatch):
    monkeypatch.setattr(javascript.shutil, "which", lambda *_, **__: None)


def test_le_node_de_la_machine_sert_d_abord(lieux):
    assert javascript.npm(lieux) == "/bin/npm"


def test_le_npm_de_secours_sert_quand_la_machine_n_en_a_pas(lieux, monkeypatch):
    sans_node(monkeypatch)
    assert javascript.npm(lieux) is None
    secours = lieux.programme("npm")
    secours.parent.mkdir(parents=True)
    secours.touch()
    assert javascript.npm(lieux) == str(secours)


def test_sans_node_le_controle_est_laisse_de_cote_et_dit(lieux, monkeypatch):
    assert ["outils.javascript"] in statiques(conditions(lieux)).values()
    sans_node(monkeypatch)
    assert [nom for nom in STATIQUES if nom not in statiques(conditions(lieux))] == [JAVASCRIPT]
    assert any("biome, tsc, node --test" in phrase for phrase in conditions(lieux).omissions)


def test_en_integration_continue_node_est_exige(lieux, monkeypatch):
    sans_node(monkeypatch)
    monkeypatch.setenv("CI", "true")
    assert any("Node" in phrase for phrase in conditions(lieux).manques)


def test_lance_seul_sans_node_il_echoue_avec_le_remede(lieux, monkeypatch, capsys):
    sans_node(monkeypatch)
    assert javascript.controler(lieux) == 1
    assert "make installer" in capsys.readouterr().err


def test_les_outils_s_installent_une_fois_par_verrou(lieux, lances):
    appels, _ = lances
    assert javascript.controler(lieux) == javascript.controler(lieux) == 0
    assert sum(mot.startswith("/bin/npm ci") for mot in mots(appels)) == 1
    (lieux.racine / "package-lock.json").write_text("{ }", encoding="utf-8")
    javascript.controler(lieux)
    assert sum(mot.startswith("/bin/npm ci") for mot in mots(appels)) == 2


def test_style_types_vecteurs_puis_essais(lieux, lances):
    appels, _ = lances
    javascript.controler(lieux)
    _, biome, tsc, vecteurs, essais = mots(appels)
    assert javascript.BIOME in biome
    assert javascript.TSC in tsc
    assert "tests.javascript.vecteurs" in vecteurs
    assert "un.test.js" in essais
    assert "aide.js" not in essais
    assert vecteurs.rpartition(" ")[2] == appels[-1][1]["ATLAS_VECTEURS"]


@pytest.mark.parametrize("rate", ["biome", "tsc", "vecteurs", "--test"])
def test_chacun_peut_faire_echouer_et_les_autres_sont_faits(lieux, lances, rate):
    appels, echecs = lances
    echecs.add(rate)
    assert javascript.controler(lieux) == 1
    assert len(appels) == 5


def test_sans_les_outils_rien_n_est_controle_et_le_remede_est_dit(lieux, lances, capsys):
    appels, echecs = lances
    echecs.add("npm")
    assert javascript.controler(lieux) == 1
    assert len(appels) == 1
    assert "rétablir l'accès au réseau" in capsys.readouterr().err
