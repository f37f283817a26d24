"""Every answer carries the security policy; only files whose address is their content are kept for ever."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute

from service.entetes import (
    IMAGES_IGN,
    UN_AN,
    Entetes,
    politique,
    politique_des_fichiers,
    politique_du_cadre,
)
from service.page import PageEnFrancais
from service.scripts import empreintes
from tests.service.visiteur import Visiteur, textes

COUCHE = "/app/static/couches/projets.abc123.json"
INDEX = "/app/static/couches/index.json"
SCRIPT = "window.bonjour = 'monde'"
SOMME = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
PAGE = f"<html><head><script>{SCRIPT}</script></head><body>bonjour</body></html>".encode()


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


@pytest.fixture
def pages(monkeypatch):
    """A browser of an app whose every answer is the same page, rewritten as the server does."""
    monkeypatch.setattr("service.page.avec_annonces", lambda page, *_: page)

    async def page(_requete):
        return HTMLResponse(PAGE)

    return Visiteur(Entetes(PageEnFrancais(Starlette(routes=[Route("/{chemin:path}", page)]))))


def directives(texte: str) -> dict[str, list[str]]:
    return {nom: valeurs for nom, *valeurs in (d.split() for d in texte.split(";"))}


POLITIQUES = {"page": politique(), "cadre": politique_du_cadre(), "fichier": politique_des_fichiers()}


@pytest.mark.parametrize("chemin", ["/", "/absent", COUCHE, "/app/static/absent.js"])
def test_every_file_carries_the_policy_in_which_nothing_runs_errors_included(client, chemin):
    assert client.get(chemin).headers["content-security-policy"] == politique_des_fichiers()


def test_a_page_runs_its_own_inline_scripts_and_no_other(pages):
    entetes = pages.get("/carte").headers["content-security-policy"]
    assert entetes == politique(empreintes(PAGE))
    assert f"'sha256-{SOMME}'" in directives(entetes)["script-src"]


def test_an_answer_that_no_one_rewrote_runs_no_inline_script(client):
    assert not any("sha256" in v for v in directives(politique())["script-src"])


def test_the_frame_of_a_component_has_its_own_policy(pages):
    chemin = "/component/streamlit_folium.st_folium/index.html"
    assert pages.get(chemin).headers["content-security-policy"] == politique_du_cadre()


@pytest.mark.parametrize("source", ["'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'"])
def test_a_page_evaluates_no_text_as_a_script(source):
    assert source not in directives(politique())["script-src"]


def test_nothing_runs_in_a_file():
    assert directives(politique_des_fichiers())["default-src"] == ["'none'"]
    assert "script-src" not in directives(politique_des_fichiers())


@pytest.mark.parametrize("qui", ["page", "cadre"])
def test_no_attribute_of_a_tag_is_a_script(qui):
    assert directives(POLITIQUES[qui])["script-src-attr"] == ["'none'"]


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    ],
)
@pytest.mark.parametrize("chemin", ["/", "/absent", COUCHE])
def test_every_answer_carries_the_other_protections(client, chemin, nom, valeur):
    assert client.get(chemin).headers[nom] == valeur


def test_only_the_frame_names_an_outside_origin_the_images_of_the_ign():
    dehors = [(qui, mot) for qui, texte in POLITIQUES.items() for mot in re.findall(r"\w+://[^ ;]+", texte)]
    assert dehors == [("cadre", IMAGES_IGN)]
    assert directives(politique_du_cadre())["img-src"][-1] == IMAGES_IGN
    assert not any("*" in texte for texte in POLITIQUES.values())


@pytest.mark.parametrize("directive", ["default-src", "connect-src", "frame-src", "base-uri", "form-action"])
def test_what_the_page_takes_and_sends_stays_on_its_own_origin(directive):
    assert directives(politique())[directive] == ["'self'"]


@pytest.mark.parametrize("qui", POLITIQUES)
def test_no_plugin_runs_and_other_sites_cannot_frame_the_atlas(qui):
    assert directives(POLITIQUES[qui])["object-src"] == ["'none'"]
    assert directives(POLITIQUES[qui])["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize("directive", ["script-src", "style-src", "img-src"])
def test_foliums_host_is_accepted_only_when_it_is_named(directive):
    hote = "https://cdn.example"
    assert hote in directives(politique_du_cadre([hote]))[directive]
    assert hote not in directives(politique_du_cadre())[directive]


def test_naming_a_host_opens_no_connection_to_it():
    assert directives(politique_du_cadre(["https://cdn.example"]))["connect-src"] == ["'self'"]


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


def test_what_has_not_changed_keeps_the_policy_that_the_browser_has():
    async def inchange(_requete):
        return Response(status_code=304)

    client = Visiteur(Entetes(Starlette(routes=[Route("/", inchange)])))
    assert "content-security-policy" not in client.get("/").headers
