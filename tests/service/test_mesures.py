"""What is counted, what is logged, and who may read it."""

from __future__ import annotations

import io
import json
import logging

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from service import journal
from service.mesures import Compteurs, Suivi, famille, route
from service.pret import Pret
from tests.service.visiteur import Visiteur, executer


@pytest.mark.parametrize(
    ("chemin", "genre"),
    [
        ("/", "page"),
        ("/region", "page"),
        ("/santerre", "page"),
        ("/sante", "etat"),
        ("/app/static/couches/a.json", "fichier"),
        ("/donnees/projets.csv", "donnees"),
        ("/_stcore/health", "streamlit"),
    ],
)
def test_une_adresse_a_une_famille(chemin, genre):
    assert famille(chemin) == genre


async def page(_requete):
    return PlainTextResponse("bonjour")


async def casse(_requete):
    raise RuntimeError("casse")


@pytest.fixture
def suivi():
    """An app that is followed, its counts, and what its log was handed."""
    compteurs, dits = Compteurs(), []
    routes = [Route("/region", page), Route("/casse", casse), Route("/metrics", route(compteurs))]
    app = Suivi(Starlette(routes=routes), compteurs=compteurs, dire=lambda *dit: dits.append(dit))
    return app, compteurs, dits


def test_une_reponse_est_comptee_sans_son_adresse(suivi):
    app, compteurs, dits = suivi
    Visiteur(app).get("/region?q=secret")
    assert compteurs.reponses == {("page", 200): 1}
    assert compteurs.durees["page", float("inf")] == 1
    assert [dit[:3] for dit in dits] == [("GET", "page", 200)]


def test_ce_qui_casse_est_compte_comme_une_panne(suivi):
    app, compteurs, _ = suivi
    with pytest.raises(RuntimeError, match="casse"):
        Visiteur(app).get("/casse")
    assert compteurs.reponses == {("page", 500): 1}


def test_un_lecteur_est_present_le_temps_de_sa_connexion():
    compteurs = Compteurs()
    vus = []

    async def app(scope, receive, send):
        vus.append(compteurs.presents)

    executer(Suivi(app, compteurs=compteurs, dire=print)({"type": "websocket"}, None, None))
    assert (vus, compteurs.presents, compteurs.venus) == ([1], 0, 1)


def mesures(app, hote, entetes=None):
    async def demander():
        transport = httpx.ASGITransport(app=app, client=(hote, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://atlas.test") as client:
            return await client.get("/metrics", headers=entetes)

    return executer(demander())


@pytest.mark.parametrize("hote", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_la_machine_lit_les_mesures(suivi, hote):
    app, compteurs, _ = suivi
    compteurs.noter("page", 200, 0.2)
    lignes = mesures(app, hote).text.splitlines()
    assert 'atlas_reponses_total{famille="page",statut="200"} 1' in lignes
    assert 'atlas_duree_secondes_bucket{famille="page",le="0.1"} 0' in lignes
    assert 'atlas_duree_secondes_bucket{famille="page",le="0.25"} 1' in lignes
    assert "atlas_lecteurs 0" in lignes


@pytest.mark.parametrize("hote", ["192.0.2.1", "2001:db8::1", "pas-une-adresse"])
def test_personne_d_autre_ne_les_lit(suivi, hote):
    assert mesures(suivi[0], hote).status_code == 403


@pytest.mark.parametrize("entete", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_ni_personne_derriere_un_relais_de_la_machine(suivi, entete):
    assert mesures(suivi[0], "127.0.0.1", {entete: "192.0.2.1"}).status_code == 403


@pytest.fixture
def journal_json(monkeypatch):
    """What the log writes in JSON; the loggers are put back afterwards."""
    sources = [logging.getLogger(nom) for nom in (*journal.SOURCES, journal.reponses.name)]
    avant = [(s, list(s.handlers), s.propagate, s.level) for s in sources]
    monkeypatch.setenv(journal.VARIABLE, "json")
    assert journal.installer()
    texte = io.StringIO()
    logging.getLogger("atlas").handlers[0].setStream(texte)
    yield lambda: [json.loads(ligne) for ligne in texte.getvalue().splitlines()]
    for source, sorties, remonte, niveau in avant:
        source.handlers, source.propagate = sorties, remonte
        source.setLevel(niveau)


def test_une_reponse_est_une_ligne_sans_rien_du_lecteur(journal_json):
    journal.dire("GET", "page", 200, 0.01234)
    (ligne,) = journal_json()
    assert ligne.pop("quand").endswith("+00:00")
    assert ligne == {
        "niveau": "INFO",
        "source": "atlas.reponses",
        "message": "réponse",
        "methode": "GET",
        "famille": "page",
        "statut": 200,
        "millisecondes": 12.3,
    }


def test_une_erreur_garde_sa_trace_sur_une_ligne(journal_json):
    try:
        int("abîmé")
    except ValueError:
        logging.getLogger("atlas").exception("La page s’est arrêtée.")
    (ligne,) = journal_json()
    assert ligne["message"] == "La page s’est arrêtée."
    assert "ValueError: invalid literal" in ligne["trace"]


@pytest.mark.usefixtures("journal_json")
def test_le_journal_d_acces_d_uvicorn_qui_dit_des_adresses_se_tait():
    acces = logging.getLogger("uvicorn.access")
    assert not acces.propagate
    assert not any(isinstance(sortie.formatter, journal.EnJson) for sortie in acces.handlers)


def test_sans_la_variable_le_journal_reste_comme_il_est(monkeypatch):
    monkeypatch.delenv(journal.VARIABLE, raising=False)
    avant = list(logging.getLogger("atlas").handlers)
    assert not journal.installer()
    assert logging.getLogger("atlas").handlers == avant


def test_on_n_est_pret_qu_une_fois_ouvert_et_plus_quand_on_part():
    pret = Pret()
    client = Visiteur(Starlette(routes=[Route("/pret", pret.repondre)]))
    assert client.get("/pret").status_code == 503
    pret.ouvrir()
    assert client.get("/pret").json() == {"etat": "prêt"}
    pret.fermer()
    assert client.get("/pret").json() == {"etat": "pas prêt", "raison": "L’atlas s’arrête."}


def test_un_fichier_casse_est_la_raison_de_n_etre_pas_pret():
    pret = Pret()
    pret.fermer("Le fichier « projets.parquet » est tronqué.")
    reponse = Visiteur(Starlette(routes=[Route("/pret", pret.repondre)])).get("/pret")
    assert (reponse.status_code, reponse.json()["raison"]) == (
        503,
        "Le fichier « projets.parquet » est tronqué.",
    )
