"""A missing, cut or altered file is a French message that names it and the remedy, never a traceback."""

from __future__ import annotations

import pytest

from components.adresses.territoire import AdresseTerritoire
from components.cadre import coquille
from components.partage import donnees
from data.sources.erreurs import RegistreInvalide
from erreurs import CouchesIllisibles
from tests.pages.regards import mots, ouvrir, titre
from tests.pannes import alterer, couper, supprimer

PANNES = {"tronqué": couper, "modifié": alterer, "manquant": supprimer}


@pytest.mark.parametrize("raison", PANNES)
def test_une_table_fausse_est_nommee_avec_la_commande_qui_la_repare(donnees_a_soi, raison):
    PANNES[raison](donnees_a_soi / "projets.parquet")
    essai = ouvrir()
    assert not essai.exception
    (erreur,) = essai.error
    assert "« projets.parquet »" in erreur.value
    assert raison in erreur.value
    assert "python -m data.fabrication" in erreur.value


def test_une_table_fausse_est_nommee_une_fois_aussi_sur_la_fiche_d_un_territoire(donnees_a_soi):
    couper(donnees_a_soi / "projets.parquet")
    essai = ouvrir("territoire")
    assert not essai.exception
    (erreur,) = essai.error
    assert "« projets.parquet »" in erreur.value


def test_ce_qui_casse_pendant_le_dessin_d_une_fiche_est_dit_en_francais(monkeypatch):
    def casser(*_):
        raise ValueError("imprévu")

    monkeypatch.setattr(AdresseTerritoire, "lire", casser)
    essai = ouvrir("territoire")
    assert not essai.exception
    assert "Cette page s’est arrêtée" in essai.error[0].value


def test_l_autre_page_reste_ouverte(donnees_a_soi):
    couper(donnees_a_soi / "projets.parquet")
    essai = ouvrir("methode")
    assert not essai.error
    assert not essai.exception
    assert titre(essai) == "Méthode"


@pytest.mark.parametrize("fichier", ["manifeste.json", "rapport.json"])
def test_un_rapport_ou_un_manifeste_faux_est_nomme_sur_la_page_qui_le_lit(donnees_a_soi, fichier):
    couper(donnees_a_soi / fichier)
    essai = ouvrir("carte" if fichier == "manifeste.json" else "methode")
    assert not essai.exception
    assert f"« {fichier} »" in essai.error[0].value


def test_un_rapport_altere_est_refuse(donnees_a_soi):
    alterer(donnees_a_soi / "rapport.json")
    essai = ouvrir("methode")
    assert "« rapport.json » a été modifié" in essai.error[0].value


def test_un_registre_des_sources_casse_laisse_les_pages_ouvertes(monkeypatch):
    def refuser():
        raise RegistreInvalide("data/sources/sources.toml ne se lit pas")

    monkeypatch.setattr(coquille, "charger_registre", refuser)
    essai = ouvrir()
    assert not essai.exception
    assert "les sources ne peuvent pas être citées" in mots(essai)


def test_les_couches_manquantes_sont_dites_avec_la_commande_qui_les_fait(monkeypatch):
    def refuser():
        raise CouchesIllisibles("Les couches manquent : lancez `python -m data.couches`.")

    monkeypatch.setattr(donnees, "atlas", refuser)
    assert "python -m data.couches" in ouvrir().error[0].value


def test_une_fois_le_fichier_revenu_la_page_se_rouvre(donnees_a_soi):
    fichier = donnees_a_soi / "projets.parquet"
    entier = fichier.read_bytes()
    couper(fichier)
    assert ouvrir().error
    fichier.write_bytes(entier)
    assert not ouvrir().error


def test_une_panne_imprevue_est_dite_en_francais_sans_trace(monkeypatch, caplog):
    def echouer(*_):
        raise ZeroDivisionError("division par zéro")

    monkeypatch.setattr("pages.carte.page.panneau.france", echouer)
    essai = ouvrir()
    assert not essai.exception
    assert "Cette page s’est arrêtée" in essai.error[0].value
    assert "ZeroDivisionError" in caplog.text
