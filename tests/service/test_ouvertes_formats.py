"""A format of the projects that is declared as open is served, described and told; another is not."""

from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette

from exports.tables.projets import FORMATS
from service.ouvertes import guichet
from service.ouvertes.routes import routes
from tests.formats import TYPE, colonnes, declarer
from tests.service.ouvertes import matiere
from tests.service.visiteur import Visiteur

CHEMIN = "/donnees/projets.ndjson"


@pytest.fixture(autouse=True)
def descriptions():
    """The description and the page are those of the formats of this test, and no other test meets them."""
    guichet.document.oublier(matiere())
    yield
    guichet.document.oublier(matiere())


def ouvrir():
    """A reader of open data whose formats are those of now."""
    return Visiteur(Starlette(routes=routes(matiere)))


def test_un_format_declare_ouvert_est_servi(monkeypatch):
    declarer(monkeypatch, ouvert="lignes de JSON")
    reponse = ouvrir().get(f"{CHEMIN}?region=53&limite=3")
    assert reponse.headers["content-type"] == TYPE
    assert reponse.headers["content-disposition"] == 'attachment; filename="projets.ndjson"'
    lien, *projets = (json.loads(ligne) for ligne in reponse.text.splitlines())
    assert lien == {"lien": "/projets?region=53"}
    assert [len(projet["id_projet"]) > 2 for projet in projets] == [True] * 3


def test_un_format_declare_ouvert_est_decrit_avec_ses_colonnes(monkeypatch):
    declarer(monkeypatch, ouvert="lignes de JSON")
    lecture = ouvrir().get("/donnees/openapi.json").json()["paths"][CHEMIN]["get"]
    assert lecture["summary"] == "Les projets, en lignes de JSON"
    schema = lecture["responses"]["200"]["content"][TYPE]["schema"]
    assert [nom for nom in colonnes() if f"- {nom} : " not in schema["description"]] == []


def test_un_format_declare_ouvert_est_sur_la_page(monkeypatch):
    declarer(monkeypatch, ouvert="lignes de JSON")
    assert "Les projets, en lignes de JSON" in ouvrir().get("/donnees").text


def test_un_format_qui_n_est_pas_ouvert_n_est_ni_servi_ni_decrit(monkeypatch):
    declarer(monkeypatch, ouvert="")
    lecteur = ouvrir()
    assert lecteur.get(CHEMIN).status_code == 404
    assert CHEMIN not in lecteur.get("/donnees/openapi.json").json()["paths"]


def test_chaque_format_ouvert_a_son_adresse():
    chemins = ouvrir().get("/donnees/openapi.json").json()["paths"]
    ouverts = [f"/donnees/projets.{mot}" for mot, declare in FORMATS.items() if declare.ouvert]
    assert [chemin for chemin in chemins if "/projets." in chemin] == ouverts
    assert len(ouverts) < len(FORMATS)
