"""A broken file is a French message on the page that needs it; the other page lives."""

from __future__ import annotations

import shutil

import pytest

from data import load
from tests.navigateur.atelier import servir, visiter


@pytest.fixture(scope="module")
def visite(navigateur, serveur, tmp_path_factory):
    """A reader of an atlas whose projects were cut on the way; the layers of the map are ready."""
    dossier = tmp_path_factory.mktemp("panne") / "processed"
    shutil.copytree(load.dossier(), dossier)
    projets = dossier / "projets.parquet"
    projets.write_bytes(projets.read_bytes()[:-1000])
    environnement = {"ATLAS_DONNEES": str(dossier)}
    with servir(**environnement) as adresse, visiter(navigateur, adresse) as visite:
        yield visite


def test_the_first_reader_of_a_server_who_comes_by_a_link_gets_the_whole_shell(visite):
    page = visite.aller("/methode")
    page.locator("footer").wait_for()
    page.get_by_role("heading", name="Dictionnaire").wait_for()
    assert page.get_by_role("link", name="Carte").first.is_visible()


def test_the_page_that_needs_the_file_names_it_with_the_remedy(visite):
    alerte = visite.aller("/").get_by_role("alert")
    alerte.wait_for()
    assert "Le fichier « projets.parquet » est tronqué" in alerte.inner_text()
    assert "python -m data.build" in alerte.inner_text()


def test_no_traceback_is_shown(visite):
    visite.aller("/").get_by_role("alert").wait_for()
    visite.au_calme()
    texte = visite.page.evaluate("document.body.innerText")
    assert "Traceback" not in texte
    assert ".py" not in texte


def test_the_other_page_still_lives(visite):
    page = visite.aller("/methode")
    page.get_by_role("heading", name="Dictionnaire").wait_for()
    visite.au_calme()
    assert page.get_by_role("alert").filter(has_text="ne peut pas s’afficher").count() == 0
