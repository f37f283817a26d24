"""A broken file is a French message on the page that needs it; the other page lives."""

from __future__ import annotations

import shutil
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from data import chargement
from tests.navigateur.atelier import copier_projet, servir, visiter


@pytest.fixture(scope="module")
def visite(navigateur, serveur, tmp_path_factory):
    """A reader of an atlas whose projects were cut on the way; the layers of the map are ready."""
    dossier = tmp_path_factory.mktemp("panne") / "processed"
    shutil.copytree(chargement.dossier(), dossier)
    projets = dossier / "projets.parquet"
    projets.write_bytes(projets.read_bytes()[:-1000])
    environnement = {"ATLAS_DONNEES": str(dossier)}
    with servir(**environnement) as adresse, visiter(navigateur, adresse) as visite:
        yield visite


def test_le_premier_lecteur_d_un_serveur_venu_par_un_lien_recoit_la_coquille_entiere(visite):
    page = visite.aller("/methode")
    page.locator("footer").wait_for()
    page.get_by_role("heading", name="Dictionnaire").wait_for()
    assert page.get_by_role("link", name="Carte").first.is_visible()


def test_la_page_qui_a_besoin_du_fichier_le_nomme_avec_le_remede(visite):
    alerte = visite.aller("/").get_by_role("alert")
    alerte.wait_for()
    assert "Le fichier « projets.parquet » est tronqué" in alerte.inner_text()
    assert "python -m data.fabrication" in alerte.inner_text()


def test_aucune_trace_d_erreur_n_est_montree(visite):
    visite.aller("/").get_by_role("alert").wait_for()
    visite.au_calme()
    texte = visite.page.evaluate("document.body.innerText")
    assert "Traceback" not in texte
    assert ".py" not in texte


def test_l_autre_page_vit_encore(visite):
    page = visite.aller("/methode")
    page.get_by_role("heading", name="Dictionnaire").wait_for()
    visite.au_calme()
    assert page.get_by_role("alert").filter(has_text="ne peut pas s’afficher").count() == 0


@pytest.fixture(scope="module")
def sans_scripts(tmp_path_factory):
    """Address of an atlas three of whose files go wrong while it serves: no server can see it."""
    racine = copier_projet(tmp_path_factory.mktemp("scripts") / "atlas")
    with servir(racine) as adresse:
        urlopen(f"{adresse}/").close()  # the server has written all that it serves
        statique = racine / "static"
        (statique / "atlas" / "projets" / "table" / "table.js").unlink()
        recherche = statique / "atlas" / "commun" / "recherche.js"
        recherche.write_bytes(recherche.read_bytes().replace(b"export default", b"export defaulx", 1))
        for lot in (statique / "couches").glob("atlas-*.js"):
            lot.write_bytes(lot.read_bytes()[: lot.stat().st_size // 2])
        yield adresse


@pytest.fixture
def demunie(navigateur, sans_scripts):
    """A new reader of that atlas."""
    with visiter(navigateur, sans_scripts) as visite:
        yield visite


def test_un_composant_dont_le_script_a_disparu_le_dit_a_sa_place(demunie):
    page = demunie.aller("/projets")
    expect(page.get_by_text("« static/atlas/projets/table/table.js »")).to_be_visible()
    expect(page.get_by_text("Rechargez la page").first).to_be_visible()
    expect(page.locator(".atlas-figures").first).to_be_visible()


def test_un_composant_dont_le_script_est_illisible_le_dit_a_sa_place(demunie):
    page = demunie.aller("/methode")
    expect(page.get_by_text("« static/atlas/commun/recherche.js »")).to_be_visible()
    expect(page.get_by_role("heading", name="Dictionnaire")).to_be_visible()


def test_une_carte_au_script_coupe_le_dit_dans_son_cadre_et_le_panneau_vit(demunie):
    page = demunie.aller("/")
    expect(page.locator(".atlas-panneau")).to_be_visible()
    cadre = page.frame_locator("iframe.stCustomComponentV1")
    expect(cadre.get_by_text("La carte ne s’affiche pas")).to_be_visible()
