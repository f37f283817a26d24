"""The server tells whether the atlas can be read, and starts even when it cannot."""

from __future__ import annotations

import json
import logging
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

import server
from data import chargement
from data.couches import magasin
from data.couches.depots import deposer
from geo.contrats.tables import TABLES
from tests.service.visiteur import Visiteur, executer


@pytest.fixture
def client():
    """A browser of the health route alone; Streamlit is not started."""
    return Visiteur(Starlette(routes=[Route("/sante", server.sante)]))


@pytest.fixture
def couches(tmp_path, monkeypatch):
    """An index of one layer, in the place of the real one."""
    (tmp_path / "couches").mkdir()
    for nom in ("index", "controler"):
        monkeypatch.setattr(server.magasin, nom, partial(getattr(magasin, nom), tmp_path / "couches"))
    fichier = deposer(tmp_path / "couches", "projets", {})
    fiche = {"fichier": fichier, "octets": 2, "gzip": 22, "ids": 0}
    index = json.dumps({"empreinte": "x", "couches": {"projets": fiche}})
    (tmp_path / "couches" / magasin.INDEX).write_text(index, encoding="utf-8")
    return tmp_path / "couches"


@pytest.mark.usefixtures("couches")
def test_health_is_good_when_tables_and_layers_are_there(client):
    reponse = client.get("/sante")
    assert reponse.status_code == 200
    assert reponse.json() == {"etat": "en service", "tables": len(TABLES), "couches": 1}


@pytest.mark.usefixtures("couches")
def test_health_is_bad_without_the_manifest_and_says_which_file_to_mend(client, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_DONNEES", str(tmp_path))
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "« manifeste.json » est manquant" in reponse.json()["raison"]


def test_health_is_bad_without_layers_and_says_which_command_makes_them(client, couches):
    (couches / magasin.INDEX).unlink()
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "python -m data.couches" in reponse.json()["raison"]


def test_health_is_bad_with_a_cut_layer_and_says_which_one(client, couches):
    (couche,) = couches.glob("projets.*.json")
    couche.write_bytes(b"{")
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert f"« couches/{couche.name} »" in reponse.json()["raison"]


def demarrer():
    async def vivre():
        async with server._vie(server.app) as etat:
            return etat

    return executer(vivre())


def test_the_server_opens_what_all_share_before_the_first_reader(monkeypatch):
    ouvertures = []
    monkeypatch.setattr(server.donnees, "atlas", lambda: "atlas")
    monkeypatch.setattr(server.annuaire, "index", lambda: ouvertures.append("recherche"))
    monkeypatch.setattr(server.projets_prets, "publie", lambda a: ouvertures.append(f"projets de {a}"))
    monkeypatch.setattr(server.projets, "laureats", lambda a: ouvertures.append(f"lauréats de {a}"))
    for nom in ("comparer_les_millesimes", "tout_mesurer"):
        monkeypatch.setattr(server, nom, lambda a, nom=nom: ouvertures.append(f"{nom} de {a}"))
    demarrer()
    assert ouvertures == [
        "recherche",
        "projets de atlas",
        "comparer_les_millesimes de atlas",
        "tout_mesurer de atlas",
        "lauréats de atlas",
    ]


def test_the_server_starts_with_a_broken_file_and_logs_it_in_french(monkeypatch, caplog):
    def refuser(*_):
        raise chargement.DonneesIllisibles("data/processed/projets.parquet", "est tronqué")

    monkeypatch.setattr(server.donnees, "atlas", refuser)
    with caplog.at_level(logging.ERROR, logger="atlas"):
        assert demarrer() == {}
    assert "« data/processed/projets.parquet » est tronqué" in caplog.text


def test_the_server_starts_when_the_layers_cannot_be_written(monkeypatch, caplog):
    def refuser():
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(server.donnees, "atlas", refuser)
    with caplog.at_level(logging.ERROR, logger="atlas"):
        assert demarrer() == {}
    assert "Read-only file system" in caplog.text


def test_the_policy_opens_only_the_origins_that_folium_needs(monkeypatch):
    adresses = ["https://cdn.example/a.js", "https://cdn.example/b.css"]
    monkeypatch.setattr(server.elements, "adresses_exterieures", lambda: adresses)
    assert server._origines() == ["https://cdn.example"]


def test_scripts_are_served_as_scripts_on_every_machine():
    assert server.mimetypes.guess_type("carte.js")[0] in {"text/javascript", "application/javascript"}


@pytest.mark.parametrize("accepte", ["gzip", "identity"])
@pytest.mark.parametrize("chemin", ["/", "/methode"])
def test_every_page_of_the_server_is_in_french_whatever_the_browser_accepts(chemin, accepte):
    page = Visiteur(server.app, accepte=accepte).get(chemin)
    assert page.status_code == 200
    assert '<html lang="fr"' in page.text


@pytest.fixture
def sans_memoire():
    """The list of the map's files, computed anew."""
    server._fichiers_de_la_carte.cache_clear()
    yield
    server._fichiers_de_la_carte.cache_clear()


@pytest.mark.usefixtures("sans_memoire")
@pytest.mark.parametrize("chemin", ["/", "/carte", "/sous/chemin/carte", "/carte/"])
def test_a_page_with_a_map_announces_files_of_this_server_only(chemin):
    annonces = server._annonces(chemin)
    assert annonces[0].startswith("./app/static/couches/atlas-")
    assert {a.rpartition("/")[0] for a in annonces} == {"./app/static/couches"}


@pytest.mark.usefixtures("sans_memoire")
def test_every_announced_file_is_there():
    absents = [
        a for a in server._annonces("/") if not (server.RACINE / a[len("./app/") :].split("?")[0]).is_file()
    ]
    assert absents == []


def test_a_page_without_a_map_announces_nothing():
    assert server._annonces("/methode") == ()


@pytest.mark.usefixtures("sans_memoire")
def test_without_layers_a_page_announces_nothing_and_still_comes(couches):
    (couches / magasin.INDEX).unlink()
    assert server._annonces("/") == ()
