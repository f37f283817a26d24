"""« Lauréat » never stands without the list that it is of: the fund's, or that of France Relance."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[1]
MOT = re.compile(r"lauréats?\b", re.IGNORECASE)
LISTE = re.compile(r"fonds|France Relance|Point d’étape|stade", re.IGNORECASE)
DITS_AILLEURS = {
    "Lauréat": "the stade, whose name is that of its list of stades",
    "lauréat": "the same, as the document writes it",
    "Où en est un projet\u00a0: émergence, étude, lauréat, en travaux, en service ou abandonné.": "them all",
}
"""Texts that name no list by themselves, and why they may."""


def textes(fichier: Path):
    """Every text of a module that is not a docstring; a text with values in it is whole."""
    arbre = ast.parse(fichier.read_text(encoding="utf-8"))
    notes = {id(n.value) for n in ast.walk(arbre) if isinstance(n, ast.Expr)}
    dans = {id(v) for n in ast.walk(arbre) if isinstance(n, ast.JoinedStr) for v in n.values}
    tus = notes | dans
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "…" for v in noeud.values)
        elif isinstance(noeud, ast.Constant) and id(noeud) not in tus and isinstance(noeud.value, str):
            yield noeud.value


@pytest.mark.parametrize("maison", ["geo", "components", "pages", "exports", "service"])
def test_un_laureat_dit_de_quelle_liste(maison):
    muets = [
        f"{fichier.relative_to(RACINE)} : {texte}"
        for fichier in sorted((RACINE / maison).rglob("*.py"))
        for texte in textes(fichier)
        if MOT.search(texte) and not LISTE.search(texte)
        if texte not in DITS_AILLEURS
    ]
    assert muets == []
