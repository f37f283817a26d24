"""A missing, cut or altered file is a French message that names it and the remedy, never a traceback."""

from __future__ import annotations

import pytest

from components.adresses.territoire import AdresseTerritoire
from components.cadre import coquille
from components.partage import donnees
from data.couches.magasin import CouchesIllisibles
from data.sources.erreurs import RegistreInvalide
from tests.pages.regards import mots, ouvrir
from tests.pannes import alterer, couper, supprimer

PANNES = {"tronqué": couper, "modifié": alterer, "manquant": supprimer}


@pytest.mark.parametrize("raison", PANNES)
def test_a_wrong_table_is_named_with_the_command_that_mends_it(donnees_a_soi, raison):
    PANNES[raison](donnees_a_soi / "projets.parquet")
    essai = ouvrir()
    assert not essai.exception
    (erreur,) = essai.error
    assert "« projets.parquet »" in erreur.value
    assert raison in erreur.value
    assert "python -m data.fabrication" in erreur.value


def test_a_wrong_table_is_named_once_on_the_sheet_of_a_territory_too(donnees_a_soi):
    couper(donnees_a_soi / "projets.parquet")
    essai = ouvrir("territoire")
    assert not essai.exception
    (erreur,) = essai.error
    assert "« projets.parquet »" in erreur.value


def test_what_breaks_while_a_sheet_is_drawn_is_told_in_french(monkeypatch):
    def casser(*_):
        raise ValueError("imprévu")

    monkeypatch.setattr(AdresseTerritoire, "lire", casser)
    essai = ouvrir("territoire")
    assert not essai.exception
    assert "Cette page s’est arrêtée" in essai.error[0].value


def test_the_other_page_stays_open(donnees_a_soi):
    couper(donnees_a_soi / "projets.parquet")
    essai = ouvrir("methode")
    assert not essai.error
    assert not essai.exception
    assert essai.title[0].value == "Méthode"


@pytest.mark.parametrize("fichier", ["manifeste.json", "rapport.json"])
def test_a_wrong_report_or_manifest_is_named_on_the_page_that_reads_it(donnees_a_soi, fichier):
    couper(donnees_a_soi / fichier)
    essai = ouvrir("carte" if fichier == "manifeste.json" else "methode")
    assert not essai.exception
    assert f"« {fichier} »" in essai.error[0].value


def test_an_altered_report_is_refused(donnees_a_soi):
    alterer(donnees_a_soi / "rapport.json")
    essai = ouvrir("methode")
    assert "« rapport.json » a été modifié" in essai.error[0].value


def test_a_broken_register_of_sources_leaves_the_pages_open(monkeypatch):
    def refuser():
        raise RegistreInvalide("data/sources/sources.toml ne se lit pas")

    monkeypatch.setattr(coquille, "charger_registre", refuser)
    coquille._citations.clear()
    essai = ouvrir()
    assert not essai.exception
    assert "les sources ne peuvent pas être citées" in mots(essai)


def test_missing_layers_are_said_with_the_command_that_makes_them(monkeypatch):
    def refuser():
        raise CouchesIllisibles("Les couches manquent : lancez `python -m data.couches`.")

    monkeypatch.setattr(donnees, "atlas", refuser)
    assert "python -m data.couches" in ouvrir().error[0].value


def test_once_the_file_is_back_the_page_opens_again(donnees_a_soi):
    fichier = donnees_a_soi / "projets.parquet"
    entier = fichier.read_bytes()
    couper(fichier)
    assert ouvrir().error
    fichier.write_bytes(entier)
    assert not ouvrir().error


def test_an_unforeseen_fault_is_said_in_french_without_a_trace(monkeypatch, caplog):
    def echouer(*_):
        raise ZeroDivisionError("division par zéro")

    monkeypatch.setattr("pages.carte.page.panneau.france", echouer)
    essai = ouvrir()
    assert not essai.exception
    assert "Cette page s’est arrêtée" in essai.error[0].value
    assert "ZeroDivisionError" in caplog.text
