"""What depends on a file: by import, by name, by folder, and for tests by their conftest."""

from __future__ import annotations

import pytest

from outils.graphe import DOSSIER, IMPORTE, Graphe, lire, nom_de_module
from outils.lieux import RACINE

CLONE = {
    "geo/__init__.py": "",
    "geo/atlas.py": "VALEUR = 1\n",
    "geo/profils.py": "from geo.atlas import VALEUR\n",
    "components/fiche.py": "def f():\n    from geo import profils\n",
    "pages/territoire.py": "import components.fiche\n",
    "app.py": 'PAGES = ["pages/territoire.py"]\n',
    "data/build.py": "import sys\n",
    "static/atlas/carte.js": "",
    "docs/guide.md": "",
    "tests/app/conftest.py": "",
    "tests/app/test_page.py": 'SCRIPT = RACINE / "app.py"\n',
    "tests/geo/test_atlas.py": "from geo import atlas\n",
    "tests/test_maison.py": 'for dossier in ("geo", "data"): ...\n',
    "tests/test_build.py": 'COMMANDE = ["-m", "data.build"]\n',
    "tests/test_scripts.py": 'DOSSIER = RACINE / "static" / "atlas"\n',
    "tests/test_seul.py": '"""geo.atlas is named by a docstring alone.\n\nNothing else."""\n',
}


@pytest.fixture
def graphe(tmp_path):
    for chemin, texte in CLONE.items():
        (tmp_path / chemin).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / chemin).write_text(texte, encoding="utf-8")
    return Graphe(tmp_path, CLONE)


def test_un_fichier_change_est_a_distance_nulle_de_lui_meme(graphe):
    assert graphe.dependants(["docs/guide.md"]) == {"docs/guide.md": 0}


@pytest.mark.parametrize(
    ("fichier", "pas"),
    [
        ("geo/profils.py", 1),
        ("tests/geo/test_atlas.py", 1),
        ("components/fiche.py", 2),
        ("pages/territoire.py", 3),
        ("app.py", 4),
        ("tests/app/test_page.py", 5),
    ],
)
def test_les_dependants_suivent_les_imports_et_les_chemins_nommes(graphe, fichier, pas):
    assert graphe.dependants(["geo/atlas.py"])[fichier] == pas * IMPORTE


def test_un_test_qui_nomme_un_dossier_de_code_vient_apres_les_autres(graphe):
    assert graphe.dependants(["geo/atlas.py"])["tests/test_maison.py"] == DOSSIER
    assert list(graphe.dependants(["geo/atlas.py"]))[-1] == "tests/test_maison.py"


def test_un_module_lance_par_son_nom_a_son_test(graphe):
    assert graphe.dependants(["data/build.py"])["tests/test_build.py"] == IMPORTE


def test_un_script_du_navigateur_a_les_tests_qui_lisent_son_dossier(graphe):
    assert graphe.dependants(["static/atlas/carte.js"]) == {
        "static/atlas/carte.js": 0,
        "tests/test_scripts.py": DOSSIER,
    }


def test_un_conftest_touche_les_tests_de_son_dossier_et_eux_seuls(graphe):
    assert set(graphe.dependants(["tests/app/conftest.py"])) == {
        "tests/app/conftest.py",
        "tests/app/test_page.py",
    }


def test_ce_qui_ne_depend_de_rien_de_change_n_est_pas_choisi(graphe):
    assert "tests/test_seul.py" not in graphe.dependants(["geo/atlas.py"])


def test_un_fichier_disparu_garde_ses_dependants(tmp_path):
    (tmp_path / "b.py").write_text("from a import x\n", encoding="utf-8")
    assert Graphe(tmp_path, ["b.py"]).dependants(["a.py"]) == {"a.py": 0, "b.py": 1}


def test_un_fichier_qui_ne_se_lit_pas_n_arrete_rien():
    assert lire("def (") == lire("")


def test_le_module_d_un_paquet_est_le_paquet():
    assert nom_de_module("geo/__init__.py") == "geo"
    assert nom_de_module("data/liste/lecture.py") == "data.liste.lecture"


def test_dans_l_atlas_tout_module_a_au_moins_un_test():
    graphe = Graphe(RACINE)
    code = [
        f for f in graphe.fichiers if f.endswith(".py") and not f.startswith(("tests/", "bench/", "outils/"))
    ]
    assert len(code) > 100
    orphelins = [f for f in code if not any(d.startswith("tests/") for d in graphe.dependants([f]))]
    assert orphelins == []
