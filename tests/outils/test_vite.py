"""`make vite`: which tests it takes, in what order, and what it says it leaves."""

from __future__ import annotations

import subprocess

import pytest

from outils import controles, javascript, vite
from outils.lieux import EchecAtelierError, Lieux

STATIQUES = ["ruff", "ruff", "mypy", "outils.javascript"]


def git(racine, *arguments):
    return subprocess.run(
        ["git", *arguments], cwd=racine, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def clone(tmp_path):
    """A branch one commit after `main`: a module, its test, the test of another."""
    textes = {
        "a.py": "",
        "b.py": "import a\n",
        "tests/test_a.py": "import a\n",
        "tests/test_b.py": "import b\n",
        "tests/test_c.py": "",
    }
    for chemin, texte in textes.items():
        (tmp_path / chemin).parent.mkdir(exist_ok=True)
        (tmp_path / chemin).write_text(texte, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    for cle, valeur in (
        ("user.name", "essai"),
        ("user.email", "essai@exemple.fr"),
        ("commit.gpgsign", "false"),
    ):
        git(tmp_path, "config", cle, valeur)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "un")
    git(tmp_path, "switch", "-q", "-c", "branche")
    return tmp_path


@pytest.fixture
def lances(monkeypatch):
    """What would have been run on a machine that has Node, each with success."""
    appels = []
    monkeypatch.setattr(javascript, "npm", lambda _: "/bin/npm")
    monkeypatch.setattr(controles, "_relire", lambda _lieux, _nom, commande: appels.append(commande) or True)
    monkeypatch.setattr(
        controles, "lancer", lambda _lieux, _etat, _nom, commande, **_: appels.append(commande) or True
    )
    return appels


def test_ce_qui_est_change_va_du_depart_de_la_branche_au_dossier(clone):
    (clone / "a.py").write_text("x = 1\n", encoding="utf-8")
    git(clone, "commit", "-q", "-a", "-m", "deux")
    (clone / "b.py").unlink()
    (clone / "c é.py").touch()
    assert vite.changes(clone, vite.base(clone)) == ["a.py", "b.py", "c é.py"]


def test_une_version_demandee_passe_avant_le_depart_de_la_branche(clone):
    (clone / "a.py").write_text("x = 1\n", encoding="utf-8")
    git(clone, "commit", "-q", "-a", "-m", "deux")
    assert vite.changes(clone, vite.base(clone, "HEAD")) == []


def test_sans_branche_d_origine_le_dernier_commit_sert_de_depart(clone):
    git(clone, "branch", "-q", "-D", "main")
    assert vite.base(clone) == git(clone, "rev-parse", "--short", "HEAD")


@pytest.mark.parametrize("voulue", ["n-existe-pas", "--version"])
def test_une_version_inconnue_est_nommee(clone, voulue):
    with pytest.raises(EchecAtelierError, match=voulue):
        vite.base(clone, voulue)


def test_hors_de_git_la_voie_renvoie_a_make_test(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(EchecAtelierError, match="make test"):
        vite.base(tmp_path)


def test_les_tests_les_plus_proches_passent_d_abord():
    distances = {"a.py": 0, "tests/test_loin.py": 3, "tests/test_pres.py": 1, "tests/conftest.py": 1}
    assert vite.tests_de(distances, [*distances]) == ["tests/test_pres.py", "tests/test_loin.py"]


def test_un_test_disparu_n_est_pas_lance():
    assert vite.tests_de({"tests/test_a.py": 0}, []) == []


def test_une_voie_lance_le_style_les_types_puis_les_tests_du_changement(clone, lances):
    (clone / "a.py").write_text("x = 1\n", encoding="utf-8")
    assert vite.controler(Lieux(clone)) == 0
    *avant, dernier = [commande[0] for commande in lances]
    assert (sorted(avant), dernier) == (sorted(STATIQUES), "pytest")
    assert [mot for mot in lances[-1] if mot.startswith("tests/")] == ["tests/test_a.py", "tests/test_b.py"]


def test_rien_de_change_ne_lance_aucun_test(clone, lances, capsys):
    assert vite.controler(Lieux(clone)) == 0
    assert sorted(commande[0] for commande in lances) == sorted(STATIQUES)
    assert "0 fichiers changés" in capsys.readouterr().out


def test_sans_node_les_scripts_sont_laisses_de_cote_et_dits(clone, lances, monkeypatch, capsys):
    monkeypatch.setattr(javascript, "npm", lambda _: None)
    assert vite.controler(Lieux(clone)) == 0
    assert sorted(commande[0] for commande in lances) == sorted(STATIQUES[:-1])
    assert "ni Node ni npm trouvés" in capsys.readouterr().err


def test_pytest_recoit_le_temps_qui_reste_et_laisse_les_tests_lents():
    commande = vite.commande_pytest(["tests/test_a.py"], 41.6)
    assert "--secondes=42" in commande
    assert commande[commande.index("-m") + 1] == "not navigateur and not bureau and not lent"
    assert commande[commande.index("--hypothesis-profile") + 1] == "vite"


def test_ce_que_la_voie_laisse_est_dit_meme_quand_tout_passe(capsys):
    assert vite.conclure([]) == 0
    dit = capsys.readouterr().err
    assert "LAISSÉ DE CÔTÉ" in dit
    assert [phrase for phrase in vite.ECARTES.values() if phrase not in dit] == []


def test_un_echec_est_nomme_et_rend_un_code_d_erreur(capsys):
    assert vite.conclure(["types (mypy)"]) == 1
    assert "ÉCHEC : types (mypy)." in capsys.readouterr().err
