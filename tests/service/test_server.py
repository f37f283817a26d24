"""The server tells whether the atlas can be read, and starts even when it cannot."""

from __future__ import annotations

import asyncio
import logging

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

import server
from data import layers, load
from tests.service.visiteur import Visiteur


@pytest.fixture
def client():
    """A browser of the health route alone; Streamlit is not started."""
    return Visiteur(Starlette(routes=[Route("/sante", server.sante)]))


@pytest.fixture
def couches(tmp_path, monkeypatch):
    """An index of one layer, in the place of the real one."""
    monkeypatch.setattr(server.layers, "CIBLE", tmp_path / "couches")
    (tmp_path / "couches").mkdir()
    index = '{"empreinte": "x", "couches": {"projets": {"fichier": "p", "octets": 1, "gzip": 1, "ids": 1}}}'
    (tmp_path / "couches" / layers.INDEX).write_text(index, encoding="utf-8")
    return tmp_path / "couches"


@pytest.mark.usefixtures("couches")
def test_health_is_good_when_tables_and_layers_are_there(client):
    reponse = client.get("/sante")
    assert reponse.status_code == 200
    assert reponse.json() == {"etat": "en service", "tables": len(load.manifeste()), "couches": 1}


@pytest.mark.usefixtures("couches")
def test_health_is_bad_without_the_manifest_and_says_which_file_to_mend(client, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_DONNEES", str(tmp_path))
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "« manifeste.json » est manquant" in reponse.json()["raison"]


def test_health_is_bad_without_layers_and_says_which_command_makes_them(client, couches):
    (couches / layers.INDEX).unlink()
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "python -m data.layers" in reponse.json()["raison"]


def demarrer():
    async def vivre():
        async with server._vie(server.app) as etat:
            return etat

    return asyncio.run(vivre())


def test_the_server_makes_the_layers_before_the_first_reader(monkeypatch):
    faites = []
    monkeypatch.setattr(server.layers, "fabriquer", lambda *lieux: faites.append(lieux))
    demarrer()
    assert faites == [(load.dossier(), layers.CIBLE)]


def test_the_server_starts_with_a_broken_file_and_logs_it_in_french(monkeypatch, caplog):
    def refuser(*_):
        raise load.DonneesIllisibles("data/processed/projets.parquet", "est tronqué")

    monkeypatch.setattr(server.layers, "fabriquer", refuser)
    with caplog.at_level(logging.ERROR, logger="atlas"):
        assert demarrer() == {}
    assert "« data/processed/projets.parquet » est tronqué" in caplog.text


def test_the_policy_opens_only_the_origins_that_folium_needs(monkeypatch):
    adresses = ["https://cdn.example/a.js", "https://cdn.example/b.css"]
    monkeypatch.setattr(server, "adresses_exterieures", lambda: adresses)
    assert server._origines() == ["https://cdn.example"]


def test_scripts_are_served_as_scripts_on_every_machine():
    assert server.mimetypes.guess_type("carte.js")[0] == "text/javascript"
