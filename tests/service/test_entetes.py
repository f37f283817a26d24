"""Every answer carries the security policy; only files whose address is their content are kept for ever."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from service.entetes import IMAGES_IGN, UN_AN, Entetes, politique
from tests.service.visiteur import Visiteur, textes

COUCHE = "/app/static/couches/projets.abc123.json"
INDEX = "/app/static/couches/index.json"


async def repondre(requete):
    return PlainTextResponse("bonjour", status_code=404 if "absent" in requete.url.path else 200)


async def saluer(prise):
    await prise.accept()
    await prise.send_text("bonjour")
    await prise.close()


@pytest.fixture
def client():
    """A browser of an app that answers everywhere, and by WebSocket at /prise."""
    app = Starlette(routes=[WebSocketRoute("/prise", saluer), Route("/{chemin:path}", repondre)])
    return Visiteur(Entetes(app))


def directives(texte: str) -> dict[str, list[str]]:
    return {nom: valeurs for nom, *valeurs in (d.split() for d in texte.split(";"))}


@pytest.mark.parametrize("chemin", ["/", "/absent", COUCHE, "/app/static/absent.js"])
def test_every_answer_carries_the_policy_errors_included(client, chemin):
    assert client.get(chemin).headers["content-security-policy"] == politique()


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_other_protections(client, nom, valeur):
    assert client.get("/").headers[nom] == valeur


def test_the_policy_names_no_outside_origin_but_the_images_of_the_ign():
    dehors = {nom: [v for v in valeurs if "://" in v] for nom, valeurs in directives(politique()).items()}
    assert {nom: valeurs for nom, valeurs in dehors.items() if valeurs} == {"img-src": [IMAGES_IGN]}
    assert "*" not in politique()


@pytest.mark.parametrize("directive", ["default-src", "connect-src", "frame-src", "base-uri", "form-action"])
def test_what_the_page_takes_and_sends_stays_on_its_own_origin(directive):
    assert directives(politique())[directive] == ["'self'"]


def test_no_plugin_runs():
    assert directives(politique())["object-src"] == ["'none'"]


def test_other_sites_cannot_frame_the_atlas():
    assert directives(politique())["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize("directive", ["script-src", "style-src", "img-src"])
def test_foliums_host_is_accepted_only_when_it_is_named(directive):
    hote = "https://cdn.example"
    assert hote in directives(politique([hote]))[directive]
    assert hote not in directives(politique())[directive]


def test_naming_a_host_opens_no_connection_to_it():
    assert directives(politique(["https://cdn.example"]))["connect-src"] == ["'self'"]


@pytest.mark.parametrize("chemin", [COUCHE, "/app/static/atlas/carte.js", f"/sous/chemin{COUCHE}"])
def test_a_file_whose_address_is_its_content_is_kept_for_a_year(client, chemin):
    assert client.get(chemin).headers["cache-control"] == UN_AN


@pytest.mark.parametrize("chemin", ["/", INDEX, "/app/static/vendor/leaflet.js", "/sante"])
def test_anything_else_is_asked_again(client, chemin):
    assert client.get(chemin).headers.get("cache-control") != UN_AN


def test_a_missing_layer_is_not_kept(client):
    reponse = client.get("/app/static/couches/absent.json")
    assert reponse.status_code == 404
    assert reponse.headers.get("cache-control") != UN_AN


def test_a_websocket_passes_untouched(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_a_page_answered_for_an_invented_address_is_not_kept_for_a_year():
    async def page(_requete):
        return HTMLResponse("<html>bonjour")

    client = Visiteur(Entetes(Starlette(routes=[Route("/{chemin:path}", page)])))
    assert client.get("/zzz/app/static/couches/x.json").headers.get("cache-control") != UN_AN
