"""The recomputation shares nothing with the code that it checks."""

import ast
import sys
from pathlib import Path

import pytest

DOSSIER = Path(__file__).parent
MODULES = sorted(
    fichier
    for fichier in DOSSIER.glob("*.py")
    if not fichier.name.startswith("test_") and fichier.name != "conftest.py"
)
PERMIS = {"numpy", "pandas", "geopandas", "shapely", "pyproj"}


def importes(fichier):
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            yield from (alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            yield noeud.module


def test_le_recalcul_a_tous_ses_modules():
    assert {fichier.stem for fichier in MODULES} == {
        "communes",
        "comparaison",
        "emplois",
        "indicateurs",
        "lecture",
        "lieux",
        "perimetres",
    }


@pytest.mark.parametrize("fichier", MODULES, ids=lambda f: f.stem)
def test_le_recalcul_n_importe_que_pandas_et_lui_meme(fichier):
    a_nous = {nom for nom in importes(fichier) if nom.startswith("tests.recalcul")}
    autres = {nom.partition(".")[0] for nom in set(importes(fichier)) - a_nous}
    assert autres - PERMIS - set(sys.stdlib_module_names) == set()


@pytest.mark.parametrize("fichier", MODULES, ids=lambda f: f.stem)
def test_le_recalcul_ne_lit_aucune_table_traitee(fichier):
    textes = [
        n.value
        for n in ast.walk(ast.parse(fichier.read_text(encoding="utf-8")))
        if isinstance(n, ast.Constant)
    ]
    assert [t for t in textes if isinstance(t, str) and ("processed" in t or "import_module" in t)] == []
