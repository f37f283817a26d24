"""Another site can neither drop a file into a reader's session nor speak to the server in his name.

On the real server, as a browser would: its WebSocket, its cookie, its upload.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from bench.charge.protocole import Ecran
from bench.serveurs import atlas
from tests.service.visiteur import executer

COOKIE = "_streamlit_xsrf"
ENTETE = "X-Xsrftoken"
AILLEURS = "http://pirate.test"
INCONNUE = "00000000-0000-0000-0000-000000000000"
FICHIER = {"file": ("liste.csv", b"Entreprise;Commune\nACME;Brest\n", "text/csv")}


def jeton_de(adresse):
    """The token that the server gives to the page of a reader, in a cookie."""
    with httpx.Client(trust_env=False) as client:
        client.get(f"{adresse}/_stcore/health")
        return client.cookies[COOKIE]


def brancher(adresse, origine, jeton=""):
    """A WebSocket to the server from a page of `origine`."""
    return connect(
        f"ws://{urlsplit(adresse).netloc}/_stcore/stream",
        origin=origine,
        subprotocols=["streamlit", jeton or "PLACEHOLDER_AUTH_TOKEN"],
        additional_headers={"Cookie": f"{COOKIE}={jeton}"} if jeton else {},
        max_size=None,
        proxy=None,
    )


async def lire(prise, ecran):
    """Read the answers until the page is drawn: a server that still speaks is long to leave."""
    while ecran.etat is None:
        ecran.recevoir(await prise.recv(decode=False))


@pytest.fixture(scope="module")
def adresse():
    """Address of the real server."""
    with atlas() as serveur:
        yield serveur.adresse


@pytest.fixture
def deposer(adresse):
    """Drop (or take away) a file in the session of a reader whose page is open."""

    async def _deposer(methode, session, temoins, entetes):
        jeton = jeton_de(adresse)
        ecran = Ecran(adresse=adresse)
        async with brancher(adresse, adresse, jeton) as prise:
            await prise.send(ecran.ouvrir("methode"))
            await lire(prise, ecran)
            async with httpx.AsyncClient(trust_env=False, cookies=temoins(jeton)) as client:
                return await client.request(
                    methode,
                    f"{adresse}/_stcore/upload_file/{session or ecran.session}/un-fichier",
                    headers=entetes(jeton),
                    files=FICHIER if methode == "PUT" else None,
                )

    def faire(methode="PUT", *, session="", temoins=None, entetes=None):
        return executer(
            _deposer(methode, session, temoins or (lambda j: {COOKIE: j}), entetes or (lambda j: {ENTETE: j}))
        )

    return faire


def rien(_jeton):
    return {}


def un_autre_temoin(_jeton):
    return {COOKIE: "2|00000000|00000000000000000000000000000000|1700000000"}


def en_clair(_jeton):
    return {ENTETE: "un jeton inventé".encode().hex()}


def test_la_page_du_lecteur_peut_deposer_un_fichier(deposer):
    assert deposer().status_code == 204


@pytest.mark.parametrize("methode", ["PUT", "DELETE"])
@pytest.mark.parametrize(
    ("temoins", "entetes"),
    [(rien, rien), (None, rien), (rien, None), (un_autre_temoin, None), (None, en_clair)],
    ids=["ni témoin ni en-tête", "témoin seul", "en-tête seul", "témoin d’un autre", "en-tête inventé"],
)
def test_un_fichier_sans_la_paire_de_jetons_est_refuse(deposer, methode, temoins, entetes):
    assert deposer(methode, temoins=temoins, entetes=entetes).status_code == 403


def test_un_fichier_pour_une_session_absente_est_refuse(deposer):
    assert deposer(session=INCONNUE).status_code == 400


def test_un_autre_site_n_apprend_pas_qu_il_peut_envoyer_un_fichier(adresse):
    reponse = httpx.options(
        f"{adresse}/_stcore/upload_file/{INCONNUE}/un-fichier",
        headers={"Origin": AILLEURS, "Access-Control-Request-Method": "PUT"},
        trust_env=False,
    )
    assert reponse.headers.get("access-control-allow-origin") not in {"*", AILLEURS}


@pytest.mark.parametrize("chemin", ["/_stcore/health", "/_stcore/host-config", "/media/absent.json", "/"])
def test_un_autre_site_n_apprend_pas_qu_il_peut_lire_les_pages(adresse, chemin):
    reponse = httpx.get(f"{adresse}{chemin}", headers={"Origin": AILLEURS}, trust_env=False)
    assert reponse.headers.get("access-control-allow-origin") not in {"*", AILLEURS}


async def _ouvrir(adresse, origine):
    async with brancher(adresse, origine) as prise:
        ecran = Ecran(adresse=adresse)
        await prise.send(ecran.ouvrir("methode"))
        await lire(prise, ecran)
        return ecran.session


def test_la_page_du_lecteur_peut_parler_au_serveur(adresse):
    assert executer(_ouvrir(adresse, adresse))


@pytest.mark.parametrize("origine", [AILLEURS, "null", "http://127.0.0.1.pirate.test"])
def test_la_page_d_un_autre_site_ne_le_peut_pas(adresse, origine):
    with pytest.raises(InvalidStatus) as refus:
        executer(_ouvrir(adresse, origine))
    assert refus.value.response.status_code == 403
