"""What the open data refuse: named, quoted short, with the remedy, in French."""

from __future__ import annotations

import json
import logging

import pytest
from starlette.applications import Starlette

from data.chargement import DonneesIllisibles
from service.ouvertes import guichet
from service.ouvertes.adresses import adresses
from service.ouvertes.refus import Refus
from service.ouvertes.routes import routes
from tests.service.ouvertes import application, matiere
from tests.service.visiteur import Visiteur

CHEMINS = [adresse.chemin for adresse in adresses()]
DOCUMENTS = ["/donnees", "/donnees/openapi.json"]
COURT = "/donnees/indicateurs.csv?niveau=region&indicateur=chomage"


@pytest.fixture
def client():
    """A program that reads the open data."""
    return Visiteur(application())


def refus(reponse, statut):
    """The problem that an answer tells."""
    assert reponse.status_code == statut
    assert reponse.headers["content-type"] == "application/problem+json"
    assert reponse.headers["access-control-allow-origin"] == "*"
    assert reponse.headers["cache-control"] == "no-store"
    return reponse.json()


@pytest.mark.parametrize("chemin", [*CHEMINS, *DOCUMENTS])
@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_les_donnees_sont_en_lecture_seule(client, chemin, methode):
    reponse = client.demander(methode, chemin)
    assert "GET, HEAD, OPTIONS" in refus(reponse, 405)["detail"]
    assert reponse.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "suite", ["x", "projets", "projets.csv/", "../etc/passwd", "%00", "a" * 10_000, "<b>"]
)
def test_une_adresse_inconnue_enumere_celles_qui_existent(client, suite):
    detail = refus(client.get(f"/donnees/x/{suite}"), 404)["detail"]
    assert all(chemin in detail for chemin in CHEMINS)
    assert len(detail) < 400


def test_une_barre_oblique_de_trop_mene_a_la_page(client):
    reponse = client.get("/donnees/")
    assert (reponse.status_code, reponse.headers["location"]) == (308, "../donnees")


@pytest.mark.parametrize("accept", ["text/html", "image/*", "text/csv;q=0"])
def test_un_type_que_l_adresse_ne_donne_pas_est_refuse(client, accept):
    assert "text/csv" in refus(client.get(COURT, {"accept": accept}), 406)["detail"]


@pytest.mark.parametrize("accept", ["", "*/*", "text/*", "text/html, text/csv;q=0.1", "TEXT/CSV", ";;,q=x"])
def test_un_type_qui_convient_est_servi(client, accept):
    assert client.get(COURT, {"accept": accept}).status_code == 200


@pytest.mark.parametrize(
    ("chemin", "parametre", "valeur", "remede"),
    [
        ("projets.csv?filliere=x", "filliere", "", "filiere"),
        ("projets.csv?region=99", "region", "99", "53"),
        ("projets.csv?region=", "region", "", "53"),
        ("projets.csv?region=53&region=", "region", "", "53"),
        ("projets.csv?limite=0", "limite", "0", "entre 1 et 20000"),
        ("projets.csv?limite=99999", "limite", "99999", "entre 1 et 20000"),
        ("projets.csv?depuis=-1", "depuis", "-1", "nombre entier"),
        ("projets.csv?du=2021-13", "du", "2021-13", "2021-03"),
        ("projets.csv?q=", "q", "", "100 caractères"),
        ("projets.csv?tri=rien", "tri", "rien", "valeurs"),
        ("epci.geojson?millesime=2021&millesime=2022", "millesime", "2022", "une seule fois"),
        ("indicateurs.csv?indicateur=bonheur", "indicateur", "bonheur", "chomage"),
        ("projets.csv?epci=%00", "epci", "", "openapi.json"),
    ],
)
def test_un_parametre_faux_est_nomme_avec_sa_valeur_et_le_remede(client, chemin, parametre, valeur, remede):
    probleme = refus(client.get(f"/donnees/{chemin}"), 400)
    faute = probleme["fautes"][0]
    assert (faute["parametre"], faute["valeur"]) == (parametre, valeur)
    assert remede in faute["remede"]
    assert f"« {parametre} »" in probleme["detail"]


def test_une_valeur_hostile_est_coupee_et_ne_peut_agir(client):
    hostile = "%3Cscript%3E%E2%80%AE%00" + "A" * 10_000
    reponse = client.get(f"/donnees/projets.csv?region={hostile}&{hostile}=1")
    for faute in refus(reponse, 400)["fautes"]:
        assert len(faute["parametre"]) < 60
        assert len(faute["valeur"]) < 60
        assert faute["valeur"].isprintable()
    assert reponse.headers["content-type"] == "application/problem+json"


def test_chaque_faute_est_dite_d_un_coup_dans_une_limite(client):
    faux = "&".join(f"p{rang}=1" for rang in range(50))
    probleme = refus(client.get(f"/donnees/projets.csv?{faux}"), 400)
    assert len(probleme["fautes"]) == 10
    assert "50 fautes" in probleme["detail"]


@pytest.mark.parametrize("requete", ["region=%FF", "&".join(["region=53"] * 2_001)])
def test_une_adresse_illisible_est_refusee(client, requete):
    refus(client.get(f"/donnees/projets.csv?{requete}"), 400)


@pytest.mark.parametrize(
    ("requete", "parametre"),
    [("du=2022-01&au=2021-01", "du"), ("emplois_min=10&emplois_max=9", "emplois_min"), ("q=%2C%2C", "q")],
)
def test_les_valeurs_qui_n_ont_pas_de_sens_ensemble_sont_refusees(client, requete, parametre):
    probleme = refus(client.get(f"/donnees/projets.csv?{requete}"), 422)
    assert probleme["fautes"][0]["parametre"] == parametre


def test_les_bornes_se_comparent_comme_des_nombres(client):
    assert client.get("/donnees/projets.csv?emplois_min=9&emplois_max=10&limite=1").status_code == 200


def test_un_territoire_d_un_autre_millesime_n_existe_pas_dans_celui_ci(client):
    noms = matiere().vocabulaires
    seulement_2023 = min(set(noms.de(2023)["ti"]) - set(noms.de(2021)["ti"]))
    probleme = refus(client.get(f"/donnees/projets.csv?ti={seulement_2023}"), 404)
    assert "millésime 2021" in probleme["fautes"][0]["remede"]
    assert client.get(f"/donnees/projets.csv?ti={seulement_2023}&millesime=2023").status_code == 200


def test_un_millesime_est_refuse_la_ou_il_ne_changerait_rien(client):
    probleme = refus(client.get(f"{COURT}&millesime=2023"), 422)
    assert probleme["fautes"][0]["parametre"] == "millesime"


def ouvrir_en_vain():
    raise DonneesIllisibles("data/processed/projets.parquet", "est tronqué")


@pytest.mark.parametrize("chemin", [COURT, *DOCUMENTS])
def test_un_fichier_casse_est_signale_et_n_est_pas_garde(chemin):
    ouvertures = iter([ouvrir_en_vain, matiere, matiere])

    def ouvrir():
        return next(ouvertures)()

    client = Visiteur(Starlette(routes=routes(ouvrir)))
    probleme = refus(client.get(chemin), 503)
    assert "« data/processed/projets.parquet » est tronqué" in probleme["detail"]
    assert client.get(chemin).status_code == 200


def test_une_erreur_imprevue_va_au_journal_et_sa_trace_n_est_pas_envoyee(caplog):
    client = Visiteur(Starlette(routes=routes(lambda: 1 // 0)))
    with caplog.at_level(logging.ERROR, logger="atlas"):
        probleme = refus(client.get(COURT), 500)
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in json.dumps(probleme)


def test_trop_de_demandes_a_la_fois_sont_priees_de_revenir(monkeypatch):
    guichet.reponse.oublier(matiere())
    monkeypatch.setattr(guichet, "ATTENTE_MAX", 0)
    reponse = Visiteur(Starlette(routes=routes(matiere))).get(COURT)
    refus(reponse, 503)
    assert reponse.headers["retry-after"] == "5"


def test_un_refus_n_est_jamais_leve_avec_un_statut_inconnu():
    with pytest.raises(KeyError):
        Refus(statut=418, detail="théière").octets()
