"""The page is in French from its first byte; everything else passes untouched."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute

from service.page import PageEnFrancais, avec_annonces, en_francais
from tests.service.visiteur import Visiteur, textes
from theme import NOM

PAGE = (
    '<!DOCTYPE html><html data-x="1" lang="en"><head><title>Streamlit</title></head><body>'
    '<noscript>\nYou need to enable JavaScript.\n</noscript><p lang="en">reste</p></body></html>'
)
JADIS = "Sat, 21 Nov 2020 10:00:00 GMT"
ACCENTS = "<html lang='de'>é</html>"


async def morceaux():
    for rang in range(0, len(PAGE), 7):
        yield PAGE[rang : rang + 7].encode()


async def saluer(prise):
    await prise.accept()
    await prise.send_text("bonjour")
    await prise.close()


COMPRIMEE = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}

ROUTES = [
    Route(
        "/", lambda _: HTMLResponse(PAGE, headers={"ETag": '"1"', "Last-Modified": JADIS, "X-Reste": "oui"})
    ),
    Route("/flux", lambda _: StreamingResponse(morceaux(), media_type="text/html; charset=utf-8")),
    Route(
        "/gzip", lambda _: Response(gzip.compress(PAGE.encode()), media_type="text/html", headers=COMPRIMEE)
    ),
    Route("/texte", lambda _: PlainTextResponse(PAGE, headers={"ETag": '"1"'})),
    Route(
        "/serre", lambda _: Response(b"\x1f\x8bx", media_type="text/html", headers={"Content-Encoding": "br"})
    ),
    Route("/erreur", lambda _: HTMLResponse(PAGE, status_code=500)),
    WebSocketRoute("/prise", saluer),
]


@pytest.fixture
def client():
    """A browser of an app that answers in every way that Streamlit does."""
    return Visiteur(PageEnFrancais(Starlette(routes=ROUTES)))


@pytest.mark.parametrize("chemin", ["/", "/flux", "/gzip", "/erreur"])
def test_a_page_says_that_it_is_in_french(client, chemin):
    page = client.get(chemin).text
    assert '<html data-x="1" lang="fr">' in page
    assert f"<title>{NOM}</title>" in page
    assert "JavaScript pour s’afficher" in page


def test_the_rest_of_the_page_is_left_as_it_is(client):
    assert '<p lang="en">reste</p>' in client.get("/").text


def test_the_length_is_that_of_the_new_page(client):
    reponse = client.get("/")
    assert int(reponse.headers["content-length"]) == len(reponse.content)


def test_the_mark_of_the_old_page_is_not_given_to_the_new_one(client):
    reponse = client.get("/")
    assert not {"etag", "last-modified"} & set(reponse.headers)
    assert reponse.headers["x-reste"] == "oui"


def test_a_page_in_pieces_gives_the_same_page_as_in_one(client):
    assert client.get("/flux").text == client.get("/").text


def test_the_status_of_a_page_is_kept(client):
    assert client.get("/erreur").status_code == 500


def test_what_is_not_a_page_passes_untouched(client):
    reponse = client.get("/texte")
    assert reponse.text == PAGE
    assert reponse.headers["etag"] == '"1"'


def test_a_page_compressed_in_another_way_passes_untouched(client):
    assert client.get("/serre").content == b"\x1f\x8bx"


def test_a_websocket_passes_untouched(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_a_page_in_french_stays_the_same():
    une_fois = en_francais(PAGE.encode())
    assert en_francais(une_fois) == une_fois


def test_a_page_without_language_or_title_is_left_as_it_is():
    assert en_francais(b"<p>bonjour</p>") == b"<p>bonjour</p>"


def test_a_page_announces_what_its_path_asks_for():
    app = PageEnFrancais(Starlette(routes=ROUTES), annonces=lambda chemin: [f".{chemin}x.js"])
    page = Visiteur(app).get("/flux").text
    assert page.count("prefetch") == 1
    assert '<link rel="prefetch" href="./fluxx.js"></head>' in page


def test_an_announced_address_stays_inside_its_attribute():
    page = avec_annonces(PAGE.encode(), ['"><script>alert(1)</script>']).decode()
    assert "<script>alert" not in page


def test_what_streamlit_names_later_is_renamed_by_a_script_of_the_page():
    page = avec_annonces(PAGE.encode(), []).decode()
    assert '"Aller au contenu"' in page.partition("<script>")[2].partition("</script>")[0]


def test_the_style_sheets_stand_in_the_head_of_every_page():
    page = avec_annonces(PAGE.encode(), [], ["./app/static/atlas/page.css?v=1"]).decode()
    assert '<link rel="stylesheet" href="./app/static/atlas/page.css?v=1"></head>' in page
