"""The house has one memory: whatever is kept goes through `memoire.garde`, and says whom it belongs to."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[1]
MAISON = (
    "geo",
    "data",
    "exports",
    "components",
    "service",
    "pages",
    "app.py",
    "server.py",
    "theme.py",
    "francais.py",
    "erreurs.py",
)
AUTRES = {"cache", "lru_cache", "cached_property", "cache_data", "cache_resource", "cached", "cachedmethod"}
"""What keeps values otherwise, in `functools`, Streamlit or cachetools."""

EXCEPTIONS = {
    ("geo/adresse/sortes.py", "cached_property"): "the values of a kind, light, read for each address",
    (
        "geo/atlas/atlas.py",
        "cached_property",
    ): "three dictionaries of names, light, that loops read by thousands",
    (
        "service/ouvertes/parametres.py",
        "cached_property",
    ): "the texts of a schema, light, read for each value",
    ("geo/communes/fusions.py", "cache"): "the costs of one search, gone with it, in the build alone",
}
"""File and mechanism -> why it is not `garde`."""

PROPRIETAIRES = {"Atlas", "ProjetsPrets", "Matiere"}
"""What values may belong to, beside the object whose property they are."""

VIVANT = {"atlas", "donnees", "publie", "chargement"}
"""Names of what changes when the files are mended, which the code alone does not decide."""


def fichiers():
    for nom in MAISON:
        chemin = RACINE / nom
        yield from [chemin] if chemin.is_file() else sorted(chemin.rglob("*.py"))


def nom_de(fichier):
    return fichier.relative_to(RACINE).as_posix()


def lire(fichier):
    return ast.parse(fichier.read_text(encoding="utf-8"))


def memoires(fichier):
    """Other mechanisms that a file imports or names."""
    for noeud in ast.walk(lire(fichier)):
        if isinstance(noeud, ast.ImportFrom) and noeud.module in {"functools", "streamlit", "cachetools"}:
            yield from AUTRES & {alias.name for alias in noeud.names}
        if isinstance(noeud, ast.Attribute) and ast.unparse(noeud.value) in {"functools", "st", "streamlit"}:
            yield from AUTRES & {noeud.attr}


def gardees():
    """File, function and call of `garde` of every kept function."""
    for fichier in fichiers():
        for noeud in ast.walk(lire(fichier)):
            for decorateur in getattr(noeud, "decorator_list", []):
                if isinstance(decorateur, ast.Call) and ast.unparse(decorateur.func).endswith("garde"):
                    yield pytest.param(noeud, decorateur, id=f"{nom_de(fichier)}:{noeud.name}")


GARDEES = list(gardees())


def mots(appel):
    return {mot.arg: ast.unparse(mot.value) for mot in appel.keywords}


def test_il_n_y_a_qu_une_memoire_et_chaque_exception_sert_encore():
    autres = {(nom_de(fichier), nom) for fichier in fichiers() for nom in memoires(fichier)}
    assert autres == set(EXCEPTIONS)


def test_seule_la_memoire_connait_sa_bibliotheque():
    importent = {
        nom_de(fichier)
        for fichier in (*fichiers(), RACINE / "memoire.py")
        if "cachetools" in fichier.read_text("utf-8")
    }
    assert importent == {"memoire.py"}


def test_il_y_a_des_fonctions_gardees():
    assert len(GARDEES) > 40


@pytest.mark.parametrize(("fonction", "appel"), GARDEES)
def test_une_fonction_gardee_dit_sa_borne_et_a_qui_ses_valeurs_appartiennent(fonction, appel):
    assert "taille" in mots(appel)
    premier = fonction.args.args[0] if fonction.args.args else None
    possedee = premier is not None and (
        premier.arg == "self" or (premier.annotation and ast.unparse(premier.annotation) in PROPRIETAIRES)
    )
    assert possedee != ("depend" in mots(appel))


@pytest.mark.parametrize(("fonction", "appel"), [g for g in GARDEES if "d_avance" in mots(g.values[1])])
def test_ce_qui_s_ouvre_d_avance_appartient_a_l_atlas(fonction, appel):
    assert ast.unparse(fonction.args.args[0].annotation) == "Atlas"


@pytest.mark.parametrize(
    ("fonction", "appel"), [g for g in GARDEES if mots(g.values[1]).get("depend") == "rien_que_le_code"]
)
def test_ce_que_le_code_seul_decide_ne_lit_aucune_table(fonction, appel):
    noms = {noeud.id for noeud in ast.walk(fonction) if isinstance(noeud, ast.Name)}
    assert noms & VIVANT == set()
