"""What is declared is documented, and what is documented exists: pages, commands, sources, columns."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from data import dictionnaire as donnees
from data.sources.registre import charger_registre
from geo.contrats.tables import TABLES, dictionnaire
from outils.atelier import COMMANDES
from pages import PAGES
from tests.test_maison import RANGS

RACINE = Path(__file__).resolve().parents[1]
README = (RACINE / "README.md").read_text(encoding="utf-8")
MAKEFILE = (RACINE / "Makefile").read_text(encoding="utf-8")
ECRITS = [RACINE / "README.md", RACINE / "CHANGELOG.md", *sorted((RACINE / "docs").rglob("*.md"))]
ARCHITECTURE = (RACINE / "docs" / "architecture.md").read_text(encoding="utf-8")
CODE = [
    fichier
    for dossier in ("geo", "data", "exports", "components", "pages", "service", "outils", "bench")
    for fichier in sorted((RACINE / dossier).rglob("*.py"))
] + [RACINE / nom for nom in ("app.py", "server.py", "theme.py", "francais.py", "erreurs.py", "memoire.py")]
NOMBRES = {"int64", "Int64", "float64"}


def test_chaque_page_est_declaree_et_chaque_declaration_a_sa_page():
    assert sorted(PAGES) == sorted(f.parent.name for f in (RACINE / "pages").glob("*/page.py"))


def test_chaque_page_a_un_titre_a_elle():
    assert all(PAGES.values())
    assert len(set(PAGES.values())) == len(PAGES)


def test_l_adresse_d_une_page_s_ecrit_sans_accent():
    assert all(re.fullmatch(r"[a-z-]+", adresse) for adresse in PAGES)


def code_du_readme():
    """What README writes as code: fenced blocks, then words between backticks."""
    blocs = re.findall(r"```\w*\n(.*?)```", README, flags=re.DOTALL)
    return [*blocs, *re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL))]


def modules_lances(texte):
    return set(re.findall(r"\b(?:py|python3?)\s+-m\s+([a-z_]+(?:\.[a-z_]+)*)", texte))


def test_chaque_commande_make_du_readme_existe():
    citees = {nom for code in code_du_readme() for nom in re.findall(r"\bmake ([a-z]+)", code)}
    assert citees >= {"run", "test"}
    assert citees - COMMANDES.keys() == set()


def test_le_makefile_a_toutes_les_commandes_de_l_atelier():
    (cibles,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, flags=re.MULTILINE)
    assert set(cibles.split()) == {"aide", *COMMANDES}


@pytest.mark.parametrize("commande", sorted(COMMANDES.keys() - {"installer"}))
def test_chaque_commande_de_l_atelier_est_dans_le_readme(commande):
    assert any(
        code in {commande, f"make {commande}"} or f"make {commande} " in code for code in code_du_readme()
    )


@pytest.mark.parametrize("fichier", [*ECRITS, *CODE, RACINE / "Makefile"], ids=lambda f: f.name)
def test_chaque_module_que_l_on_dit_de_lancer_se_lance(fichier):
    for module in modules_lances(fichier.read_text(encoding="utf-8")):
        trouve = importlib.util.find_spec(module)
        assert trouve, module
        if trouve.submodule_search_locations:
            trouve = importlib.util.find_spec(f"{module}.__main__")
            assert trouve, module
        assert '__name__ == "__main__"' in Path(trouve.origin).read_text(encoding="utf-8"), module


def test_chaque_endroit_du_readme_existe():
    endroits = re.findall(r"`([^`]+)`", README.partition("## Where things are")[2])
    assert len(endroits) > 5
    assert [nom for nom in endroits if not (RACINE / nom).exists()] == []


def test_chaque_variable_du_readme_est_lue_par_le_code():
    lignes = re.findall(r"^\| (`[A-Z_]+.*?) \|", README, flags=re.MULTILINE)
    variables = {nom for ligne in lignes for nom in re.findall(r"`([A-Z_]+)(?:=\w+)?`", ligne)}
    textes = "".join(fichier.read_text(encoding="utf-8") for fichier in CODE)
    assert len(variables) > 3
    assert {nom for nom in variables if f'"{nom}"' not in textes} == set()


@pytest.mark.parametrize("ecrit", ECRITS, ids=lambda f: f.name)
def test_chaque_lien_vers_un_fichier_mene_quelque_part(ecrit):
    liens = re.findall(r"\]\((?!https?://|#)([^)#]+)", ecrit.read_text(encoding="utf-8"))
    assert [lien for lien in liens if not (ecrit.parent / lien).exists()] == []


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_chaque_source_d_une_table_est_declaree_et_dit_qu_elle_l_alimente(table):
    registre = charger_registre()
    assert table.sources
    assert [cle for cle in table.sources if table.nom not in registre[cle].alimente] == []


@pytest.mark.parametrize("source", charger_registre().values(), ids=lambda s: s.cle)
def test_une_source_declaree_est_citee_avec_son_producteur_sa_date_et_sa_licence(source):
    assert source.citation().startswith(f"Source : {source.producteur}, ")
    assert f"mise à jour {source.maj} – Licence Ouverte 2.0" in source.citation()


@pytest.mark.parametrize("ligne", dictionnaire(), ids=lambda c: f"{c['table']}.{c['colonne']}")
def test_chaque_colonne_a_sa_phrase(ligne):
    assert ligne["sens"][0].isupper()
    assert ligne["sens"].endswith(".")


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_chaque_table_a_un_titre(table):
    assert table.titre[0].isupper()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_chaque_nombre_a_son_unite(table):
    sans = [c.nom for c in table.champs if c.type in NOMBRES and not c.unite and c.nom != "millesime"]
    assert sans == []


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_une_colonne_s_ecrit_en_minuscules_sans_accent(table):
    assert [c.nom for c in table.champs if not re.fullmatch(r"[a-z][a-z0-9_]*", c.nom)] == []


def test_le_dictionnaire_est_ce_que_les_contrats_declarent():
    assert donnees.CHEMIN.read_text(encoding="utf-8") == donnees.ecrire()


def test_le_dessin_de_l_architecture_a_chaque_dossier_du_plus_haut_au_plus_bas():
    (dessin,) = re.findall(r"```text\n(.*?)```", ARCHITECTURE, flags=re.DOTALL)
    noms = {nom: f"{nom}.py" if (RACINE / f"{nom}.py").is_file() else f"{nom}/" for nom in RANGS}
    lignes = {nom: dessin[: dessin.index(ecrit)].count("\n") for nom, ecrit in noms.items()}
    descente = sorted(RANGS, key=lambda nom: (lignes[nom], -RANGS[nom]))
    rangs = [RANGS[nom] for nom in descente]
    assert rangs == sorted(rangs, reverse=True)


def test_l_architecture_tient_sur_une_page():
    assert len(ARCHITECTURE.splitlines()) <= 80


@pytest.mark.parametrize("ecrit", ECRITS, ids=lambda f: f.name)
def test_chaque_fichier_cite_entre_accents_graves_existe(ecrit):
    cites = re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.[a-z]+)?)`", ecrit.read_text(encoding="utf-8"))
    assert [cite for cite in cites if not (RACINE / cite).exists()] == []


def test_chaque_document_est_cite_par_un_autre():
    liens = "".join(re.findall(r"\]\([^)]+\)", "".join(e.read_text(encoding="utf-8") for e in ECRITS)))
    assert [e.name for e in (RACINE / "docs").glob("*.md") if e.name not in liens] == []


def test_le_journal_nomme_chaque_page_du_menu():
    journal = (RACINE / "CHANGELOG.md").read_text(encoding="utf-8")
    pages = [titre for titre in PAGES.values() if titre != "Méthode"]
    assert [titre for titre in pages if f"« {titre} »" not in journal] == []


def test_la_version_est_la_plus_recente_du_journal():
    versions = re.findall(
        r"^## (\d+\.\d+\.\d+) – ", (RACINE / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE
    )
    declaree = tomllib.loads((RACINE / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert versions[0] == declaree
    assert versions == sorted(versions, key=lambda v: [int(n) for n in v.split(".")], reverse=True)
