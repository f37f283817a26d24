"""The open data over HTTP: what is served, what is spared, what is refused and how."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette

import server
from geo.filtre.filtre import TRIS
from service.entetes import Entetes
from service.ouvertes import guichet
from service.ouvertes.adresses import ADRESSES
from service.ouvertes.guichet import Guichet
from service.ouvertes.routes import routes
from tests.service.ouvertes import application, matiere
from tests.service.visiteur import Visiteur

CHEMINS = [adresse.chemin for adresse in ADRESSES]
DOCUMENTS = ["/donnees", "/donnees/openapi.json"]
COURT = "/donnees/indicateurs.csv?niveau=region&indicateur=chomage"


@pytest.fixture
def client():
    """A program that reads the open data, without compression."""
    return Visiteur(application())


@pytest.mark.parametrize("adresse", ADRESSES, ids=lambda adresse: adresse.fichier)
def test_an_address_gives_its_file_with_type_name_total_and_licence(client, adresse):
    reponse = client.get(f"{adresse.chemin}?{adresse.exemple}")
    assert reponse.status_code == 200
    assert reponse.headers["content-type"].partition(";")[0] == adresse.types[0]
    assert reponse.headers["content-disposition"] == f'attachment; filename="{adresse.fichier}"'
    assert int(reponse.headers["x-total-count"]) > 0
    assert 'rel="license"' in reponse.headers["link"]
    assert reponse.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("chemin", [COURT, *DOCUMENTS])
def test_what_the_client_already_has_is_not_sent_again(client, chemin):
    etiquette = client.get(chemin).headers["etag"]
    for condition in (etiquette, f"W/{etiquette}", f'"autre", {etiquette}', "*"):
        reponse = client.get(chemin, {"if-none-match": condition})
        assert (reponse.status_code, reponse.content) == (304, b"")
        assert reponse.headers["etag"] == etiquette


def test_what_has_changed_is_sent(client):
    assert client.get(COURT, {"if-none-match": '"autre"'}).status_code == 200


def test_two_queries_have_two_etags(client):
    assert client.get(COURT).headers["etag"] != client.get(f"{COURT}&limite=1").headers["etag"]


@pytest.mark.parametrize("chemin", [COURT, "/donnees/projets.parquet?limite=50", *DOCUMENTS])
def test_a_body_is_compressed_once_and_is_the_same(client, chemin):
    entetes, octets = Visiteur(server.app, accepte="gzip").brut(chemin)
    assert entetes["content-encoding"] == "gzip"
    assert int(entetes["content-length"]) == len(octets)
    clair = client.get(chemin)
    assert "content-encoding" not in clair.headers
    assert clair.headers["etag"] != entetes["etag"]
    if chemin != "/donnees":  # the real server knows the name of its typeface
        assert gzip.decompress(octets) == clair.content


def test_both_forms_are_known_by_the_etag_of_either(client):
    comprimee = Visiteur(application(), accepte="gzip").get(COURT).headers["etag"]
    assert client.get(COURT, {"if-none-match": comprimee}).status_code == 304


def test_head_gives_the_headers_of_get_alone(client):
    tete, tout = client.demander("HEAD", COURT), client.get(COURT)
    assert tete.content == b""
    assert tete.headers == tout.headers
    assert int(tete.headers["content-length"]) == len(tout.content)


@pytest.mark.parametrize("chemin", [*CHEMINS, *DOCUMENTS])
def test_another_site_may_ask_before_reading(client, chemin):
    reponse = client.demander("OPTIONS", chemin, {"origin": "https://ailleurs.test"})
    assert reponse.status_code == 204
    assert reponse.headers["access-control-allow-origin"] == "*"
    assert reponse.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in reponse.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in reponse.headers


def test_the_rest_of_the_server_is_not_open_to_other_sites():
    reponse = Visiteur(server.app).get("/sante", {"origin": "https://ailleurs.test"})
    assert reponse.headers.get("access-control-allow-origin") != "*"


def test_the_real_server_adds_its_security_headers():
    reponse = Visiteur(server.app).get(COURT)
    assert reponse.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in reponse.headers["content-security-policy"]


def test_the_page_keeps_its_own_title_on_the_real_server_and_has_no_script():
    page = Visiteur(server.app).get("/donnees").text
    assert "<title>Données ouvertes" in page
    assert "<script" not in page


def test_pages_follow_one_another_and_make_the_whole(client):
    tout = client.get("/donnees/territoires.geojson?region=28").json()["features"]
    lus, chemin = [], "/donnees/territoires.geojson?region=28&limite=4"
    while chemin:
        reponse = client.get(chemin)
        assert int(reponse.headers["x-total-count"]) == len(tout)
        lus += reponse.json()["features"]
        liens = dict(reversed(lien.split("; ")) for lien in reponse.headers["link"].split(", "))
        suite = liens.get('rel="next"')
        chemin = f"/donnees/{suite.strip('<>')}" if suite else ""
    assert len(lus) > 4
    assert lus == tout


def test_a_page_in_the_middle_names_the_one_before(client):
    liens = client.get(f"{COURT}&depuis=3&limite=5").headers["link"]
    avant = '<indicateurs.csv?depuis=0&indicateur=chomage&limite=3&niveau=region>; rel="prev"'
    assert liens.startswith(avant)


def test_beyond_the_last_row_there_is_none_and_the_total_stays(client):
    reponse = client.get("/donnees/epci.geojson?depuis=99999")
    assert reponse.json()["features"] == []
    assert reponse.headers["x-total-count"] == "1254"


@pytest.mark.parametrize("mot", TRIS)
def test_every_order_of_the_page_is_served(client, mot):
    assert client.get(f"/donnees/projets.csv?tri=-{mot}&limite=1").status_code == 200


def test_the_same_question_is_answered_from_memory(monkeypatch):
    faites = []
    vraie = guichet.repondre
    monkeypatch.setattr(guichet, "repondre", lambda *a: faites.append(a) or vraie(*a))
    client = Visiteur(Starlette(routes=routes(matiere)))
    premiere = client.get("/donnees/projets.csv?region=53&region=28&limite=1")
    seconde = client.get("/donnees/projets.csv?limite=1&region=28&region=53")
    assert premiere.content == seconde.content
    assert len(faites) == 1


def test_a_thousand_questions_do_not_fill_the_memory():
    comptoir = Guichet(matiere, {})
    client = Visiteur(Entetes(comptoir))
    for depuis in range(80):
        client.get(f"{COURT}&limite=1&depuis={depuis}")
    assert len(comptoir.memoire) == 64
