"""The page is in French from its first byte; everything else passes untouched."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute

from components.statiques import fichiers
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
def test_une_page_dit_qu_elle_est_en_francais(client, chemin):
    page = client.get(chemin).text
    assert '<html data-x="1" lang="fr">' in page
    assert f"<title>{NOM}</title>" in page
    assert "JavaScript pour s’afficher" in page


def test_le_reste_de_la_page_est_laisse_tel_quel(client):
    assert '<p lang="en">reste</p>' in client.get("/").text


def test_la_longueur_est_celle_de_la_nouvelle_page(client):
    reponse = client.get("/")
    assert int(reponse.headers["content-length"]) == len(reponse.content)


def test_la_marque_de_l_ancienne_page_n_est_pas_donnee_a_la_nouvelle(client):
    reponse = client.get("/")
    assert not {"etag", "last-modified"} & set(reponse.headers)
    assert reponse.headers["x-reste"] == "oui"


def test_une_page_en_morceaux_donne_la_meme_page_qu_en_un(client):
    assert client.get("/flux").text == client.get("/").text


def test_le_statut_d_une_page_est_garde(client):
    assert client.get("/erreur").status_code == 500


def test_ce_qui_n_est_pas_une_page_passe_intact(client):
    reponse = client.get("/texte")
    assert reponse.text == PAGE
    assert reponse.headers["etag"] == '"1"'


def test_une_page_compressee_autrement_passe_intacte(client):
    assert client.get("/serre").content == b"\x1f\x8bx"


def test_un_websocket_passe_intact(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_une_page_en_francais_reste_la_meme():
    une_fois = en_francais(PAGE.encode())
    assert en_francais(une_fois) == une_fois


def test_une_page_sans_langue_ni_titre_est_laissee_telle_quelle():
    assert en_francais(b"<p>bonjour</p>") == b"<p>bonjour</p>"


def test_une_page_annonce_ce_que_demande_son_chemin():
    app = PageEnFrancais(Starlette(routes=ROUTES), annonces=lambda chemin: [f".{chemin}x.js"])
    page = Visiteur(app).get("/flux").text
    assert page.count("prefetch") == 1
    assert '<link rel="prefetch" href="./fluxx.js"></head>' in page


def test_une_adresse_annoncee_reste_dans_son_attribut():
    page = avec_annonces(PAGE.encode(), ['"><script>alert(1)</script>']).decode()
    assert "<script>alert" not in page


def test_ce_que_streamlit_nomme_plus_tard_est_renomme_par_un_script_de_la_page():
    page = avec_annonces(PAGE.encode(), []).decode()
    assert '"Aller au contenu"' in page.partition("<script>")[2].partition("</script>")[0]


def test_les_versions_des_modules_precedent_le_premier_script():
    page = avec_annonces(b"<head><script src=a.js></script></head>", [])
    premier, *autres = re.findall(rb"<script[^>]*>", page)
    assert premier == b'<script type="importmap">'
    assert b"<script src=a.js>" in autres


def test_chaque_module_importe_par_un_autre_a_sa_version_dans_la_page():
    page = avec_annonces(PAGE.encode(), []).decode()
    noms = json.loads(page.partition('<script type="importmap">')[2].partition("</script>")[0])["imports"]
    assert "./app/static/atlas/commun/pieces.js" in noms
    assert all(re.fullmatch(rf"{re.escape(nom)}\?v=[0-9a-f]{{10}}", adresse) for nom, adresse in noms.items())
    assert all((fichiers.DOSSIER / nom.removeprefix("./app/static/atlas/")).is_file() for nom in noms)


def test_les_feuilles_de_style_sont_en_tete_de_chaque_page():
    page = avec_annonces(PAGE.encode(), [], ["./app/static/atlas/commun/page.css?v=1"]).decode()
    assert '<link rel="stylesheet" href="./app/static/atlas/commun/page.css?v=1"></head>' in page
