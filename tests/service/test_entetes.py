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
def test_chaque_fichier_porte_la_politique_ou_rien_ne_s_execute_erreurs_comprises(client, chemin):
    assert client.get(chemin).headers["content-security-policy"] == politique_des_fichiers()


def test_une_page_execute_ses_propres_scripts_en_ligne_et_nul_autre(pages):
    entetes = pages.get("/carte").headers["content-security-policy"]
    assert entetes == politique(empreintes(PAGE))
    assert f"'sha256-{SOMME}'" in directives(entetes)["script-src"]


def test_une_reponse_que_nul_n_a_recrite_n_execute_aucun_script_en_ligne(client):
    assert not any("sha256" in v for v in directives(politique())["script-src"])


def test_le_cadre_d_un_composant_a_sa_propre_politique(pages):
    chemin = "/component/streamlit_folium.st_folium/index.html"
    assert pages.get(chemin).headers["content-security-policy"] == politique_du_cadre()


@pytest.mark.parametrize("source", ["'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'"])
def test_une_page_n_evalue_aucun_texte_comme_script(source):
    assert source not in directives(politique())["script-src"]


def test_rien_ne_s_execute_dans_un_fichier():
    assert directives(politique_des_fichiers())["default-src"] == ["'none'"]
    assert "script-src" not in directives(politique_des_fichiers())


@pytest.mark.parametrize("qui", ["page", "cadre"])
def test_aucun_attribut_de_balise_n_est_un_script(qui):
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
def test_chaque_reponse_porte_les_autres_protections(client, chemin, nom, valeur):
    assert client.get(chemin).headers[nom] == valeur


def test_seul_le_cadre_nomme_une_origine_du_dehors_les_images_de_l_ign():
    dehors = [(qui, mot) for qui, texte in POLITIQUES.items() for mot in re.findall(r"\w+://[^ ;]+", texte)]
    assert dehors == [("cadre", IMAGES_IGN)]
    assert directives(politique_du_cadre())["img-src"][-1] == IMAGES_IGN
    assert not any("*" in texte for texte in POLITIQUES.values())


@pytest.mark.parametrize("directive", ["default-src", "connect-src", "frame-src", "base-uri", "form-action"])
def test_ce_que_la_page_prend_et_envoie_reste_sur_sa_propre_origine(directive):
    assert directives(politique())[directive] == ["'self'"]


@pytest.mark.parametrize("qui", POLITIQUES)
def test_aucun_greffon_ne_s_execute_et_nul_autre_site_ne_peut_encadrer_l_atlas(qui):
    assert directives(POLITIQUES[qui])["object-src"] == ["'none'"]
    assert directives(POLITIQUES[qui])["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize("directive", ["script-src", "style-src", "img-src"])
def test_l_hote_de_folium_n_est_accepte_que_s_il_est_nomme(directive):
    hote = "https://cdn.example"
    assert hote in directives(politique_du_cadre([hote]))[directive]
    assert hote not in directives(politique_du_cadre())[directive]


def test_nommer_un_hote_n_ouvre_aucune_connexion_vers_lui():
    assert directives(politique_du_cadre(["https://cdn.example"]))["connect-src"] == ["'self'"]


@pytest.mark.parametrize("chemin", [COUCHE, "/app/static/atlas/pages/liens.js?v=1", f"/sous/chemin{COUCHE}"])
def test_un_fichier_dont_l_adresse_est_le_contenu_est_garde_un_an(client, chemin):
    assert client.get(chemin).headers["cache-control"] == UN_AN


@pytest.mark.parametrize(
    "chemin", ["/", INDEX, "/app/static/vendor/leaflet.js", "/app/static/atlas/pages/liens.js", "/sante"]
)
def test_tout_le_reste_est_redemande(client, chemin):
    assert client.get(chemin).headers.get("cache-control") != UN_AN


def test_une_couche_manquante_n_est_pas_gardee(client):
    reponse = client.get("/app/static/couches/absent.json")
    assert reponse.status_code == 404
    assert reponse.headers.get("cache-control") != UN_AN


def test_un_websocket_passe_intact(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_une_page_rendue_pour_une_adresse_inventee_n_est_pas_gardee_un_an():
    async def page(_requete):
        return HTMLResponse("<html>bonjour")

    client = Visiteur(Entetes(Starlette(routes=[Route("/{chemin:path}", page)])))
    assert client.get("/zzz/app/static/couches/x.json").headers.get("cache-control") != UN_AN


def test_ce_qui_n_a_pas_change_garde_la_politique_que_le_navigateur_a():
    async def inchange(_requete):
        return Response(status_code=304)

    client = Visiteur(Entetes(Starlette(routes=[Route("/", inchange)])))
    assert "content-security-policy" not in client.get("/").headers
