"""The open data over HTTP: what is served, what is spared, what is refused and how."""

from __future__ import annotations

import gzip
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette

import server
from geo.filtre.filtre import TRIS
from service.entetes import Entetes
from service.ouvertes import guichet
from service.ouvertes.adresses import adresses
from service.ouvertes.guichet import Guichet
from service.ouvertes.lecture import lire
from service.ouvertes.routes import routes
from tests.service.ouvertes import application, matiere
from tests.service.visiteur import Visiteur

CHEMINS = [adresse.chemin for adresse in adresses()]
DOCUMENTS = ["/donnees", "/donnees/openapi.json"]
COURT = "/donnees/indicateurs.csv?niveau=region&indicateur=chomage"


@pytest.fixture
def client():
    """A program that reads the open data, without compression."""
    return Visiteur(application())


@pytest.mark.parametrize("adresse", adresses(), ids=lambda adresse: adresse.fichier)
def test_une_adresse_donne_son_fichier_avec_type_nom_total_et_licence(client, adresse):
    reponse = client.get(f"{adresse.chemin}?{adresse.exemple}")
    assert reponse.status_code == 200
    assert reponse.headers["content-type"].partition(";")[0] == adresse.types[0]
    assert reponse.headers["content-disposition"] == f'attachment; filename="{adresse.fichier}"'
    assert int(reponse.headers["x-total-count"]) > 0
    assert 'rel="license"' in reponse.headers["link"]
    assert reponse.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("chemin", [COURT, *DOCUMENTS])
def test_ce_que_le_client_a_deja_n_est_pas_renvoye(client, chemin):
    etiquette = client.get(chemin).headers["etag"]
    for condition in (etiquette, f"W/{etiquette}", f'"autre", {etiquette}', "*"):
        reponse = client.get(chemin, {"if-none-match": condition})
        assert (reponse.status_code, reponse.content) == (304, b"")
        assert reponse.headers["etag"] == etiquette


def test_ce_qui_a_change_est_envoye(client):
    assert client.get(COURT, {"if-none-match": '"autre"'}).status_code == 200


def test_deux_requetes_ont_deux_etags(client):
    assert client.get(COURT).headers["etag"] != client.get(f"{COURT}&limite=1").headers["etag"]


@pytest.mark.parametrize("chemin", [COURT, "/donnees/projets.parquet?limite=50", *DOCUMENTS])
def test_un_corps_est_compresse_une_seule_fois_et_reste_le_meme(client, chemin):
    entetes, octets = Visiteur(server.app, accepte="gzip").brut(chemin)
    assert entetes["content-encoding"] == "gzip"
    assert int(entetes["content-length"]) == len(octets)
    clair = client.get(chemin)
    assert "content-encoding" not in clair.headers
    assert clair.headers["etag"] != entetes["etag"]
    if chemin != "/donnees":  # the real server knows the name of its typeface
        assert gzip.decompress(octets) == clair.content


def test_les_deux_formes_se_reconnaissent_a_l_etag_de_l_une_ou_de_l_autre(client):
    comprimee = Visiteur(application(), accepte="gzip").get(COURT).headers["etag"]
    assert client.get(COURT, {"if-none-match": comprimee}).status_code == 304


def test_head_donne_les_seuls_entetes_de_get(client):
    tete, tout = client.demander("HEAD", COURT), client.get(COURT)
    assert tete.content == b""
    assert tete.headers == tout.headers
    assert int(tete.headers["content-length"]) == len(tout.content)


@pytest.mark.parametrize("chemin", [*CHEMINS, *DOCUMENTS])
def test_un_autre_site_peut_demander_avant_de_lire(client, chemin):
    reponse = client.demander("OPTIONS", chemin, {"origin": "https://ailleurs.test"})
    assert reponse.status_code == 204
    assert reponse.headers["access-control-allow-origin"] == "*"
    assert reponse.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in reponse.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in reponse.headers


def test_le_reste_du_serveur_n_est_pas_ouvert_aux_autres_sites():
    reponse = Visiteur(server.app).get("/sante", {"origin": "https://ailleurs.test"})
    assert reponse.headers.get("access-control-allow-origin") != "*"


def test_le_vrai_serveur_ajoute_ses_entetes_de_securite():
    reponse = Visiteur(server.app).get(COURT)
    assert reponse.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in reponse.headers["content-security-policy"]


def test_la_page_garde_son_propre_titre_sur_le_vrai_serveur_et_n_a_pas_de_script():
    page = Visiteur(server.app).get("/donnees").text
    assert "<title>Données ouvertes" in page
    assert "<script" not in page


def test_les_pages_se_suivent_et_font_le_tout(client):
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


def test_une_page_du_milieu_nomme_la_precedente(client):
    liens = client.get(f"{COURT}&depuis=3&limite=5").headers["link"]
    avant = '<indicateurs.csv?depuis=0&indicateur=chomage&limite=3&niveau=region>; rel="prev"'
    assert liens.startswith(avant)


def test_au_dela_de_la_derniere_ligne_il_n_y_en_a_pas_et_le_total_reste(client):
    reponse = client.get("/donnees/epci.geojson?depuis=99999")
    assert reponse.json()["features"] == []
    assert reponse.headers["x-total-count"] == "1254"


@pytest.mark.parametrize("mot", TRIS)
def test_chaque_ordre_de_la_page_est_servi(client, mot):
    assert client.get(f"/donnees/projets.csv?tri=-{mot}&limite=1").status_code == 200


def test_la_meme_question_a_sa_reponse_en_memoire(monkeypatch):
    guichet.reponse.oublier(matiere())
    faites = []
    vraie = guichet.repondre
    monkeypatch.setattr(guichet, "repondre", lambda *a: faites.append(a) or vraie(*a))
    client = Visiteur(Starlette(routes=routes(matiere)))
    premiere = client.get("/donnees/projets.csv?region=53&region=28&limite=1")
    seconde = client.get("/donnees/projets.csv?limite=1&region=28&region=53")
    assert premiere.content == seconde.content
    assert len(faites) == 1


def gardee(depuis):
    """Whether the answer to this question is kept."""
    adresse = next(a for a in adresses() if COURT.startswith(a.chemin))
    requete = f"{COURT.partition('?')[2]}&limite=1&depuis={depuis}".encode()
    demande = lire(requete, adresse.parametres(matiere()))
    return guichet.reponse.connue(matiere(), adresse, adresse.version(), tuple(demande.items())) is not None


def test_mille_questions_n_emplissent_pas_la_memoire():
    client = Visiteur(Entetes(Guichet(matiere, {})))
    for depuis in range(80):
        client.get(f"{COURT}&limite=1&depuis={depuis}")
    assert guichet.reponse.comptes(matiere()).currsize <= guichet.OCTETS
    assert [depuis for depuis in range(80) if gardee(depuis)] == list(range(16, 80))


def test_une_reponse_lourde_laisse_la_place_aux_autres():
    lourde = SimpleNamespace(poids=guichet.OCTETS // 4 + 1)
    legere = SimpleNamespace(poids=1)
    assert guichet._peser(lourde) > guichet.OCTETS
    assert guichet._peser(legere) * 64 <= guichet.OCTETS < guichet._peser(legere) * 65
