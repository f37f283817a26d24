"""One word for one gesture: a reader is told to click, never to press, to touch or to push."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[1]
LIEUX = ("pages", "components", "geo", "exports", "service", "data/liste")
AUTRES = re.compile(r"\b(?:press(?:ez|er|é|ée|és|ées)|pressions?|touchez|appuyez)\b", re.IGNORECASE)
JETONS = re.compile(r"\"[^\"\n]*\"|`[^`]*`")
"""What a script says between quotes."""


def textes(fichier: Path) -> list[str]:
    """The texts of a module, docstrings left out: they are English, and for us."""
    arbre = ast.parse(fichier.read_text(encoding="utf-8"))
    docstrings = {
        id(n.value) for n in ast.walk(arbre) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }
    constantes = [n for n in ast.walk(arbre) if isinstance(n, ast.Constant) and id(n) not in docstrings]
    return [n.value for n in constantes if isinstance(n.value, str)]


@pytest.mark.parametrize("lieu", LIEUX)
def test_un_lecteur_clique_et_ne_presse_rien(lieu):
    fautifs = {f.name: t for f in (RACINE / lieu).rglob("*.py") for t in textes(f) if AUTRES.search(t)}
    assert fautifs == {}


def test_les_scripts_disent_cliquer():
    scripts = [f for f in (RACINE / "static" / "atlas").rglob("*.js") if f.name != "historique.js"]
    assert scripts
    dits = {f.name: t for f in scripts for t in JETONS.findall(f.read_text(encoding="utf-8")) if " " in t}
    assert {nom: t for nom, t in dits.items() if AUTRES.search(t)} == {}


def test_le_guide_dit_cliquer():
    assert AUTRES.search((RACINE / "docs" / "guide.md").read_text(encoding="utf-8")) is None
