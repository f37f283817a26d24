"""No code makes HTML out of a text by itself: the rules that neither mypy nor ruff checks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[3]
MAISON = "components/html/"
PORTE = "components/html/ecran.py"
FICHIERS = {
    chemin.relative_to(RACINE).as_posix(): ast.parse(chemin.read_text(encoding="utf-8"))
    for dossier in ("components", "pages", "service")
    for chemin in sorted((RACINE / dossier).rglob("*.py"))
}
AUTRES_LANGUES = {
    "components/graphiques/compares.py": "plotly : un texte en gras",
    "components/graphiques/comptes.py": "plotly : les bulles, sans leur second cadre",
    "components/graphiques/forme.py": "plotly : ce que son écriture des signes remplace",
    "components/statiques/fichiers.py": "la fin d’un fichier SVG, que l’on vérifie",
    "service/ouvertes/reponses.py": "l’en-tête Link de HTTP, où une adresse se met entre chevrons",
}
"""File -> why a sign « < » opens something else than HTML in its texts."""

FAISEURS = {"balise", "echapper", "enumerer", "gabarit", "joindre", "style", "tracer"}
"""Functions that give HTML."""

OUVRE = re.compile(r"<(?:[A-Za-z/!]|$)")


def appels(arbre, nom):
    """Calls of a function, by its name or as the attribute of a module."""
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Call):
            appele = noeud.func
            if getattr(appele, "id", getattr(appele, "attr", None)) == nom:
                yield noeud


def ou(nom, noeud):
    return f"{nom}:{noeud.lineno}"


def documents(arbre):
    """Docstrings: they speak of HTML and write none."""
    return {
        id(noeud.value)
        for noeud in ast.walk(arbre)
        if isinstance(noeud, ast.Expr) and isinstance(noeud.value, ast.Constant)
    }


def ecrits(arbre):
    """Texts that open an element: constants and pieces of f-strings, models of `gabarit` left out."""
    a_part = documents(arbre) | {id(appel.args[0]) for appel in appels(arbre, "gabarit") if appel.args}
    mises_en_forme = {
        id(morceau)
        for noeud in ast.walk(arbre)
        if isinstance(noeud, ast.FormattedValue) and noeud.format_spec
        for morceau in ast.walk(noeud.format_spec)
    }
    for noeud in ast.walk(arbre):
        texte = isinstance(noeud, ast.Constant) and isinstance(noeud.value, str)
        if texte and id(noeud) not in a_part | mises_en_forme and OUVRE.search(noeud.value):
            yield noeud


def melanges(arbre):
    """HTML that an f-string or `"".join` would make a plain text again, to be escaped twice."""
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.FormattedValue):
            dedans = [noeud.value]
        elif isinstance(noeud, ast.Call) and getattr(noeud.func, "attr", "") == "join":
            de_texte = isinstance(noeud.func.value, ast.Constant)
            dedans = [n.elt if isinstance(n, ast.GeneratorExp | ast.ListComp) else n for n in noeud.args]
            dedans = dedans if de_texte else []
        else:
            continue
        if any(isinstance(n, ast.Call) and getattr(n.func, "id", "") in FAISEURS for n in dedans):
            yield noeud


@pytest.mark.parametrize("fabrique", ["Html", "Markup"])
def test_un_texte_n_est_declare_html_que_dans_la_maison_du_html(fabrique):
    dits = {nom: list(appels(arbre, fabrique)) for nom, arbre in FICHIERS.items()}
    assert [ou(nom, n) for nom, trouves in dits.items() for n in trouves if not nom.startswith(MAISON)] == []


def test_la_maison_du_html_declare_le_sien_dans_un_seul_fichier():
    assert [nom for nom, arbre in FICHIERS.items() if any(appels(arbre, "Html"))] == [
        "components/html/texte.py"
    ]


def test_aucun_texte_n_ouvre_un_element_hors_de_la_maison_du_html():
    fautes = {nom for nom, arbre in FICHIERS.items() if any(ecrits(arbre)) and not nom.startswith(MAISON)}
    assert fautes == set(AUTRES_LANGUES)


def test_un_gabarit_est_ecrit_en_toutes_lettres():
    modeles = [
        (ou(nom, appel), appel.args[0])
        for nom, arbre in FICHIERS.items()
        for appel in appels(arbre, "gabarit")
    ]
    assert modeles
    assert [
        lieu for lieu, m in modeles if not (isinstance(m, ast.Constant) and isinstance(m.value, str))
    ] == []


def test_du_html_ne_redevient_jamais_un_texte_en_chemin():
    dehors = {nom: arbre for nom, arbre in FICHIERS.items() if not nom.startswith(MAISON)}
    assert [ou(nom, noeud) for nom, arbre in dehors.items() for noeud in melanges(arbre)] == []


def test_le_html_n_atteint_la_page_que_par_une_porte():
    portes = [nom for nom, arbre in FICHIERS.items() if any(appels(arbre, "html"))]
    assert portes == [PORTE]


def test_aucun_markdown_ne_porte_de_html():
    options = {
        mot.arg
        for arbre in FICHIERS.values()
        for n in ast.walk(arbre)
        if isinstance(n, ast.Call)
        for mot in n.keywords
    }
    assert "unsafe_allow_html" not in options
    assert "classe" in options


@pytest.mark.parametrize(
    ("code", "regle"),
    [
        ("f'<p>{nom}</p>'", ecrits),
        ("'<p>' + nom", ecrits),
        ("'<b>%s</b>' % nom", ecrits),
        ("f'<{nom}>'", ecrits),
        ("f'{balise(nom)} et'", melanges),
        ("''.join(balise(n) for n in noms)", melanges),
        ("' '.join([balise(n) for n in noms])", melanges),
    ],
)
def test_chaque_regle_voit_ce_qu_elle_interdit(code, regle):
    assert list(regle(ast.parse(code)))


@pytest.mark.parametrize("code", ["f'{n:<12}'", "gabarit('<b>{n}</b>', n=n)", "a < b", "def f():\n    '<p>'"])
def test_ce_qui_n_est_pas_du_html_n_en_est_pas_accuse(code):
    assert list(ecrits(ast.parse(code))) == []
