"""The subjects of commits: short, and one each; the why stands in the body."""

from __future__ import annotations

import subprocess

import pytest

from outils.lieux import RACINE

DERNIER_SANS_REGLE = "ea3efe8f3c197e6942b180297488bed21f820b53"
"""The last commit before the rule."""

LARGEUR = 72


def git(*arguments, racine=RACINE, code=0):
    essai = subprocess.run(["git", *arguments], cwd=racine, capture_output=True, text=True, check=False)
    assert essai.returncode == code, essai.stderr
    return essai.stdout


def connu(commit, racine):
    """Whether the clone goes that far back; one that does not holds what came later alone."""
    commande = ["git", "cat-file", "-e", f"{commit}^{{commit}}"]
    return subprocess.run(commande, cwd=racine, capture_output=True, check=False).returncode == 0


def messages(racine=RACINE, apres=DERNIER_SANS_REGLE):
    """Messages of the commits since the rule, merges left out.

    Parents are read from the commits themselves: at the edge of a shallow clone, git hides them.
    """
    bornes = ["HEAD", f"^{apres}"] if connu(apres, racine) else ["HEAD"]
    for commit in git("rev-list", *bornes, racine=racine).split():
        entetes, _, message = git("cat-file", "commit", commit, racine=racine).partition("\n\n")
        if sum(ligne.startswith("parent ") for ligne in entetes.splitlines()) < 2:
            yield message


def fautes(message):
    """What the message of a commit does not respect."""
    sujet, *suite = message.rstrip("\n").split("\n")
    regles = {
        "vide": not sujet.strip(),
        "trop long": len(sujet) > LARGEUR,
        "deux sujets": ";" in sujet,
        "corps collé au sujet": bool(suite and suite[0]),
    }
    return [nom for nom, manquee in regles.items() if manquee]


@pytest.fixture
def depot(tmp_path):
    """A clone of its own: a commit before the rule, one after it, and a merge."""
    git("init", "-q", "-b", "main", racine=tmp_path)
    for cle, valeur in (
        ("user.name", "essai"),
        ("user.email", "essai@exemple.fr"),
        ("commit.gpgsign", "false"),
    ):
        git("config", cle, valeur, racine=tmp_path)
    git("commit", "-q", "--allow-empty", "-m", "avant", racine=tmp_path)
    avant = git("rev-parse", "HEAD", racine=tmp_path).strip()
    git("switch", "-q", "-c", "branche", racine=tmp_path)
    git("commit", "-q", "--allow-empty", "-m", "pendant", racine=tmp_path)
    git("switch", "-q", "main", racine=tmp_path)
    git("merge", "-q", "--no-ff", "-m", "fusion", "branche", racine=tmp_path)
    return tmp_path, avant


def test_chaque_commit_depuis_la_regle_a_un_sujet_court_et_seul():
    assert {m.split("\n")[0]: fautes(m) for m in messages() if fautes(m)} == {}


def test_ce_qui_est_avant_la_regle_et_les_fusions_ne_comptent_pas(depot):
    racine, avant = depot
    assert list(messages(racine, avant)) == ["pendant\n"]


def test_un_clone_superficiel_se_lit_sans_la_fusion_de_son_bord(depot, tmp_path_factory):
    racine, avant = depot
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", racine.as_uri(), str(clone), racine=racine)
    assert not connu(avant, clone)
    assert list(messages(clone, avant)) == []


@pytest.mark.parametrize(
    ("message", "attendues"),
    [
        ("Un sujet\n\nEt son pourquoi\n", []),
        ("x" * 72, []),
        ("x" * 73, ["trop long"]),
        ("Un sujet ; un autre", ["deux sujets"]),
        ("Un sujet\nsuite", ["corps collé au sujet"]),
        ("\n", ["vide"]),
    ],
)
def test_les_fautes_d_un_message_sont_nommees(message, attendues):
    assert fautes(message) == attendues
