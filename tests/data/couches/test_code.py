"""What decides the bytes of the layers is found by itself, so that none goes stale in silence."""

import pytest

from data.couches import contenus
from data.couches.code import code_des_couches

LIGNES = ["import geo.nombres", "from geo import nombres", "from geo.nombres import UN"]


@pytest.fixture
def maison(tmp_path):
    """A small house of layers, with the same folders."""
    textes = {
        "data/__init__.py": "",
        "data/couches/__init__.py": "",
        "data/couches/contenus.py": "import json\nfrom geo.traces import TRACES\n",
        "data/couches/magasin.py": "from data import ailleurs\n",
        "data/ailleurs.py": "",
        "geo/__init__.py": "",
        "geo/traces.py": "TRACES = 1\n",
        "geo/nombres.py": "",
    }
    for nom, texte in textes.items():
        (tmp_path / nom).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nom).write_text(texte, encoding="utf-8")
    return tmp_path


def test_le_code_suit_les_imports_du_contenu(maison):
    assert set(code_des_couches(maison)) == {
        "data/__init__.py",
        "data/couches/__init__.py",
        "data/couches/contenus.py",
        "data/couches/magasin.py",
        "geo/__init__.py",
        "geo/traces.py",
    }


@pytest.mark.parametrize("ligne", LIGNES)
def test_un_nouvel_import_entre_dans_le_code(maison, ligne):
    (maison / "geo" / "traces.py").write_text(f"def lire():\n    {ligne}\n", encoding="utf-8")
    assert "geo/nombres.py" in code_des_couches(maison)


def test_deux_modules_qui_se_citent_ne_tournent_pas_en_rond(maison):
    (maison / "geo" / "traces.py").write_text("import geo.nombres", encoding="utf-8")
    (maison / "geo" / "nombres.py").write_text("import geo.traces", encoding="utf-8")
    assert {"geo/traces.py", "geo/nombres.py"} <= set(code_des_couches(maison))


def test_chaque_module_que_le_contenu_emploie_est_dans_le_code():
    employes = [getattr(valeur, "__module__", None) or "" for valeur in vars(contenus).values()]
    notres = {nom.replace(".", "/") + ".py" for nom in employes if nom.startswith(("geo.", "data."))}
    assert "geo/contours/topojson.py" in notres
    assert notres <= set(code_des_couches())
