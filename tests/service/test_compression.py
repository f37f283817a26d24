"""An immutable text is compressed once, for every reader after the first."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from service import compression
from service.compression import CompressionUnique
from tests.service.visiteur import Visiteur, textes

TEXTE = "projet " * 1000
COUCHE = "/app/static/couches/projets.abc123.json"


class Temoin:
    """An app that counts what it is asked."""

    def __init__(self) -> None:
        self.demandes: list[tuple[str, str, str | None]] = []

    async def repondre(self, requete):
        self.demandes.append((requete.method, requete.url.path, requete.headers.get("accept-encoding")))
        etat = 404 if "absent" in requete.url.path else 200
        return PlainTextResponse(TEXTE, status_code=etat, headers={"Vary": "Origin", "X-Reste": "oui"})

    async def saluer(self, prise):
        await prise.accept()
        await prise.send_text("bonjour")
        await prise.close()


@pytest.fixture
def temoin():
    """The app behind the compression."""
    return Temoin()


@pytest.fixture
def client(temoin):
    """A browser that accepts gzip, in front of the compression."""
    routes = [
        WebSocketRoute("/prise", temoin.saluer),
        Route("/{chemin:path}", temoin.repondre, methods=["GET", "POST"]),
    ]
    return Visiteur(CompressionUnique(Starlette(routes=routes)), accepte="gzip")


@pytest.mark.parametrize("chemin", [COUCHE, "/static/js/index.abc.js", "/app/static/vendor/leaflet.css"])
def test_an_immutable_text_arrives_compressed_and_whole(client, chemin):
    reponse = client.get(chemin)
    assert reponse.headers["content-encoding"] == "gzip"
    assert reponse.text == TEXTE


def test_the_length_is_that_of_what_is_sent(client):
    entetes, brut = client.brut(COUCHE)
    assert int(entetes["content-length"]) == len(brut) < len(TEXTE)
    assert gzip.decompress(brut).decode() == TEXTE


def test_the_app_is_asked_once_for_all_readers(client, temoin):
    corps = [client.get(COUCHE).text for _ in range(3)]
    assert corps == [TEXTE] * 3
    assert len(temoin.demandes) == 1


def test_the_app_is_asked_for_the_plain_text(client, temoin):
    client.get(COUCHE)
    assert temoin.demandes == [("GET", COUCHE, None)]


def test_two_answers_from_memory_have_the_same_headers(client):
    premiere, seconde = client.get(COUCHE), client.get(COUCHE)
    assert premiere.headers.multi_items() == seconde.headers.multi_items()


def test_caches_are_told_that_the_answer_depends_on_the_encoding(client):
    assert client.get(COUCHE).headers["vary"] == "Origin, Accept-Encoding"


def test_the_other_headers_are_kept(client):
    assert client.get(COUCHE).headers["x-reste"] == "oui"


@pytest.mark.parametrize(
    "chemin",
    ["/", "/app/static/couches/index.json", "/app/static/vendor/images/marker-icon.png", "/ailleurs/x.json"],
)
def test_what_changes_or_is_not_a_text_is_let_through(client, chemin):
    assert "content-encoding" not in client.get(chemin).headers


def test_a_reader_who_does_not_accept_gzip_gets_the_plain_text(client):
    client.get(COUCHE)
    reponse = client.get(COUCHE, {"accept-encoding": "identity"})
    assert "content-encoding" not in reponse.headers
    assert reponse.text == TEXTE


@pytest.mark.parametrize("nom", ["If-None-Match", "If-Modified-Since", "Range"])
def test_a_conditional_request_reaches_the_app(client, temoin, nom):
    client.get(COUCHE)
    client.get(COUCHE, {nom: '"1"'})
    assert len(temoin.demandes) == 2


def test_another_method_reaches_the_app(client, temoin):
    client.get(COUCHE)
    client.demander("POST", COUCHE)
    assert [methode for methode, *_ in temoin.demandes] == ["GET", "POST"]


def test_an_error_is_told_and_not_remembered(client, temoin):
    chemin = "/app/static/couches/absent.json"
    assert [client.get(chemin).status_code for _ in range(2)] == [404, 404]
    assert len(temoin.demandes) == 2


def test_memory_is_bounded_and_what_is_over_still_arrives(client, temoin, monkeypatch):
    monkeypatch.setattr(compression, "PLACES", 1)
    client.get(COUCHE)
    autre = "/app/static/couches/epci.def456.json"
    assert [client.get(autre).text for _ in range(2)] == [TEXTE] * 2
    assert [chemin for _, chemin, _ in temoin.demandes] == [COUCHE, autre, autre]


def test_a_websocket_passes_untouched(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_a_page_answered_for_an_invented_address_is_not_kept():
    """Streamlit answers 200 and its page for any unknown path: 600 of them would fill the memory."""

    async def page(_requete):
        return HTMLResponse("<html>" + TEXTE)

    couche = CompressionUnique(Starlette(routes=[Route("/{chemin:path}", page)]))
    Visiteur(couche, accepte="gzip").get("/zzz/app/static/couches/x.json")
    assert couche.memoire == {}
