"""An immutable text is compressed once, for every reader after the first."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from service import compression
from service.compression import CompressionUnique
from tests.service.visiteur import Visiteur, executer, textes

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
def test_un_texte_immuable_arrive_comprime_et_entier(client, chemin):
    reponse = client.get(chemin)
    assert reponse.headers["content-encoding"] == "gzip"
    assert reponse.text == TEXTE


def test_la_longueur_est_celle_de_ce_qui_est_envoye(client):
    entetes, brut = client.brut(COUCHE)
    assert int(entetes["content-length"]) == len(brut) < len(TEXTE)
    assert gzip.decompress(brut).decode() == TEXTE


def test_l_application_est_interrogee_une_fois_pour_tous_les_lecteurs(client, temoin):
    corps = [client.get(COUCHE).text for _ in range(3)]
    assert corps == [TEXTE] * 3
    assert len(temoin.demandes) == 1


def test_le_texte_brut_est_demande_a_l_application(client, temoin):
    client.get(COUCHE)
    assert temoin.demandes == [("GET", COUCHE, None)]


def test_deux_reponses_de_memoire_ont_les_memes_entetes(client):
    premiere, seconde = client.get(COUCHE), client.get(COUCHE)
    assert premiere.headers.multi_items() == seconde.headers.multi_items()


def test_les_caches_apprennent_que_la_reponse_depend_de_l_encodage(client):
    assert client.get(COUCHE).headers["vary"] == "Origin, Accept-Encoding"


def test_les_autres_entetes_sont_gardes(client):
    assert client.get(COUCHE).headers["x-reste"] == "oui"


@pytest.mark.parametrize(
    "chemin",
    ["/", "/app/static/couches/index.json", "/app/static/vendor/images/marker-icon.png", "/ailleurs/x.json"],
)
def test_ce_qui_change_ou_n_est_pas_un_texte_passe(client, chemin):
    assert "content-encoding" not in client.get(chemin).headers


def test_un_lecteur_qui_n_accepte_pas_gzip_recoit_le_texte_clair(client):
    client.get(COUCHE)
    reponse = client.get(COUCHE, {"accept-encoding": "identity"})
    assert "content-encoding" not in reponse.headers
    assert reponse.text == TEXTE


@pytest.mark.parametrize("nom", ["If-None-Match", "If-Modified-Since", "Range"])
def test_une_requete_conditionnelle_atteint_l_app(client, temoin, nom):
    client.get(COUCHE)
    client.get(COUCHE, {nom: '"1"'})
    assert len(temoin.demandes) == 2


def test_une_autre_methode_atteint_l_application(client, temoin):
    client.get(COUCHE)
    client.demander("POST", COUCHE)
    assert [methode for methode, *_ in temoin.demandes] == ["GET", "POST"]


def test_une_erreur_est_dite_et_n_est_pas_retenue(client, temoin):
    chemin = "/app/static/couches/absent.json"
    assert [client.get(chemin).status_code for _ in range(2)] == [404, 404]
    assert len(temoin.demandes) == 2


def test_la_memoire_est_bornee_et_ce_qui_deborde_arrive_quand_meme(client, temoin, monkeypatch):
    monkeypatch.setattr(compression, "PLACES", 1)
    client.get(COUCHE)
    autre = "/app/static/couches/epci.def456.json"
    assert [client.get(autre).text for _ in range(2)] == [TEXTE] * 2
    assert [chemin for _, chemin, _ in temoin.demandes] == [COUCHE, autre, autre]


def test_un_websocket_passe_intact(client):
    assert textes(client.ecouter("/prise")) == ["bonjour"]


def test_une_page_rendue_pour_une_adresse_inventee_n_est_pas_gardee():
    """Streamlit answers 200 and its page for any unknown path: 600 of them would fill the memory."""

    async def page(_requete):
        return HTMLResponse("<html>" + TEXTE)

    couche = CompressionUnique(Starlette(routes=[Route("/{chemin:path}", page)]))
    Visiteur(couche, accepte="gzip").get("/zzz/app/static/couches/x.json")
    assert couche.memoire == {}


@pytest.fixture
def fichier(tmp_path):
    """A script of several blocks, in a folder that Starlette serves behind the compression."""
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "table.js").write_text(TEXTE * 100, encoding="utf-8")
    return CompressionUnique(StaticFiles(directory=tmp_path))


async def partir_aussitot(app, chemin):
    """A reader who leaves as soon as he has asked, as uvicorn tells it to the app."""

    async def recevoir():
        return {"type": "http.disconnect"}

    async def envoyer(_message):
        pass

    scope = {
        "type": "http",
        "method": "GET",
        "path": chemin,
        "query_string": b"",
        "root_path": "",
        "headers": [(b"accept-encoding", b"gzip")],
        "asgi": {"version": "3.0", "spec_version": "2.3"},
    }
    await app(scope, recevoir, envoyer)


def test_un_lecteur_qui_part_n_ote_rien_au_fichier_des_suivants(fichier):
    executer(partir_aussitot(fichier, "/static/js/table.js"))
    assert Visiteur(fichier, accepte="gzip").get("/static/js/table.js").text == TEXTE * 100


def test_un_fichier_coupe_n_est_pas_garde():
    async def couper(_scope, _receive, send):
        longueur = [(b"content-length", b"1000"), (b"content-type", b"text/javascript")]
        await send({"type": "http.response.start", "status": 200, "headers": longueur})
        await send({"type": "http.response.body", "body": b"import "})

    couche = CompressionUnique(couper)
    Visiteur(couche, accepte="gzip").get("/static/js/table.js")
    assert couche.memoire == {}
