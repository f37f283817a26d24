"""The pins: exact, complete, explained, and the only libraries that the code imports."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RACINE = Path(__file__).resolve().parents[2]
RUN, DEV = RACINE / "requirements.txt", RACINE / "requirements-dev.txt"
EXIGENCES = sorted(RACINE.glob("requirements*.txt"))
PROJET = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))
DECLAREES = {
    "requirements.txt": PROJET["project"]["dependencies"],
    "requirements-dev.txt": PROJET["dependency-groups"]["test"],
    "requirements-npm.txt": PROJET["dependency-groups"]["npm"],
}
"""What pyproject.toml declares, by the file that fixes it."""

CODE_RUN = (
    "geo",
    "data",
    "exports",
    "components",
    "pages",
    "service",
    "theme.py",
    "erreurs.py",
    "francais.py",
    "memoire.py",
    "app.py",
    "server.py",
)
CODE_DEV = ("tests", "bench")


def lire(fichier, section=""):
    """Requirements of a file; only those under the comment that starts with `section`, if given."""
    courante, trouvees = "", []
    for brute in fichier.read_text(encoding="utf-8").splitlines():
        ligne = brute.strip()
        if ligne.startswith("# "):
            courante = ligne[2:]
        elif ligne and not ligne.startswith("-r ") and courante.startswith(section):
            trouvees.append(Requirement(ligne))
    return trouvees


def noms(exigences):
    return {canonicalize_name(exigence.name) for exigence in exigences}


def en_vigueur(exigence):
    return exigence.marker is None or exigence.marker.evaluate({"extra": ""})


def modules_importes(*endroits):
    """Top-level modules that these folders or files import, with one file that imports each."""
    trouves = {}
    for endroit in (RACINE / nom for nom in endroits):
        for fichier in [endroit] if endroit.is_file() else sorted(endroit.rglob("*.py")):
            for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
                if isinstance(noeud, ast.Import):
                    trouves |= {alias.name.split(".")[0]: fichier for alias in noeud.names}
                elif isinstance(noeud, ast.ImportFrom) and noeud.module and not noeud.level:
                    trouves[noeud.module.split(".")[0]] = fichier
    return trouves


def bibliotheques_importees(*endroits):
    """Distributions behind these imports; our own modules and the standard library left out."""
    installees = importlib.metadata.packages_distributions()
    return {
        canonicalize_name(distribution): fichier
        for module, fichier in modules_importes(*endroits).items()
        if module not in sys.stdlib_module_names
        for distribution in installees.get(module, [])
    }


@pytest.mark.parametrize("fichier", EXIGENCES, ids=lambda fichier: fichier.name)
def test_chaque_exigence_est_une_version_exacte(fichier):
    exigences = lire(fichier)
    assert exigences
    assert [str(e) for e in exigences if not re.fullmatch(r"==[0-9][0-9a-z.]*", str(e.specifier))] == []


@pytest.mark.parametrize("fichier", EXIGENCES, ids=lambda fichier: fichier.name)
def test_aucun_serveur_de_paquets_n_est_nomme(fichier):
    texte = fichier.read_text(encoding="utf-8")
    assert "://" not in texte
    assert [
        ligne for ligne in texte.splitlines() if ligne.startswith("-") and ligne != "-r requirements.txt"
    ] == []


def conditions(exigences):
    """Each library with the machines where it is wanted."""
    return {canonicalize_name(e.name): str(e.marker or "") for e in exigences}


@pytest.mark.parametrize("fichier", EXIGENCES, ids=lambda fichier: fichier.name)
def test_les_bibliotheques_directes_sont_celles_que_le_projet_declare(fichier):
    directes = lire(fichier, "Direct") or lire(fichier)
    assert conditions(directes) == conditions(map(Requirement, DECLAREES[fichier.name]))


@pytest.mark.parametrize("nom", DECLAREES)
def test_le_projet_declare_des_noms_et_laisse_les_versions_aux_exigences(nom):
    declarees = [Requirement(texte) for texte in DECLAREES[nom]]
    assert [str(e) for e in declarees if e.specifier or e.url] == []
    assert [e.name for e in declarees] == sorted(e.name for e in declarees)


def test_les_versions_installees_sont_celles_qui_sont_fixees():
    ecarts = {
        e.name: (importlib.metadata.version(e.name), str(e.specifier))
        for e in lire(RUN) + lire(DEV)
        if en_vigueur(e) and not e.specifier.contains(importlib.metadata.version(e.name))
    }
    assert ecarts == {}


@pytest.mark.parametrize("fichiers", [[RUN], [RUN, DEV]], ids=["run", "test"])
def test_tout_ce_qu_amene_une_bibliotheque_est_fixe_aussi(fichiers):
    exigences = [e for fichier in fichiers for e in lire(fichier)]
    fixees = noms(exigences)
    oubliees = {
        f"{e.name} -> {besoin}"
        for e in exigences
        if en_vigueur(e)
        for besoin in map(Requirement, importlib.metadata.requires(e.name) or [])
        if en_vigueur(besoin) and canonicalize_name(besoin.name) not in fixees
    }
    assert oubliees == set()


def test_les_bibliotheques_directes_et_transitives_ne_se_recouvrent_pas():
    for fichier in (RUN, DEV):
        toutes = [canonicalize_name(e.name) for e in lire(fichier)]
        assert len(toutes) == len(set(toutes))
        assert len(lire(fichier, "Direct")) + len(lire(fichier, "Transitive")) == len(toutes)


def test_l_atlas_n_importe_que_ses_bibliotheques_directes():
    directes = noms(lire(RUN, "Direct"))
    assert {b: str(f) for b, f in bibliotheques_importees(*CODE_RUN).items() if b not in directes} == {}


def test_les_tests_n_importent_que_des_bibliotheques_fixees():
    fixees = noms(lire(RUN) + lire(DEV))
    assert {b: str(f) for b, f in bibliotheques_importees(*CODE_DEV).items() if b not in fixees} == {}


def test_les_outils_n_importent_que_la_bibliotheque_standard():
    assert set(modules_importes("outils")) - sys.stdlib_module_names == {"outils"}


@pytest.mark.parametrize("fichier", EXIGENCES, ids=lambda fichier: fichier.name)
def test_chaque_bibliotheque_directe_a_sa_raison_dans_la_documentation(fichier):
    raisons = (RACINE / "docs" / "dependances.md").read_text(encoding="utf-8")
    directes = lire(fichier, "Direct") or lire(fichier)
    assert [e.name for e in directes if f"| `{e.name}` |" not in raisons] == []


def test_chaque_bibliotheque_du_navigateur_a_sa_raison_dans_la_documentation():
    raisons = (RACINE / "docs" / "dependances.md").read_text(encoding="utf-8")
    listes = json.loads((RACINE / "package.json").read_text(encoding="utf-8"))
    voulues = [*listes["dependencies"], *listes["devDependencies"]]
    assert [nom for nom in voulues if f"| `{nom}` |" not in raisons] == []


def test_le_verrou_npm_garde_les_empreintes_et_aucune_adresse():
    texte = (RACINE / "package-lock.json").read_text(encoding="utf-8")
    paquets = {nom: paquet for nom, paquet in json.loads(texte)["packages"].items() if nom}
    assert "://" not in texte
    assert [nom for nom, paquet in paquets.items() if not paquet["integrity"].startswith("sha512-")] == []


def test_le_verrou_npm_suit_les_versions_voulues():
    listes = json.loads((RACINE / "package.json").read_text(encoding="utf-8"))
    verrou = json.loads((RACINE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for sorte in ("dependencies", "devDependencies"):
        voulues = listes[sorte]
        assert verrou[""][sorte] == voulues
        assert {nom: verrou[f"node_modules/{nom}"]["version"] for nom in voulues} == voulues
