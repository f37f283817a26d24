"""The figures of the report."""

import json

import pytest

from geo.projets.bilan import bilan
from tests.geo.monde_projets import place

SEUL = "seul le département 01 est retenu."


@pytest.fixture
def rapport():
    return bilan(
        place(
            {},
            {"siren": "43881012900025", "nom_commune": "PARIS"},
            {"siren": "417785000", "code_departement": "1", "code_postal": "1010", "date": "2022-01-01"},
            {"siren": None, "longitude": "0.35", "emplois": "4", "date": "2022-01-01"},
            {"longitude": "0.35", "code_postal": None, "objet": None},
            {"latitude": None, "code_postal": "01059", "entreprise": None, "date": "2021-03-01"},
            {"latitude": None, "code_departement": "98", "code_postal": "98800", "siren": "1120021"},
            {"longitude": "20", "latitude": "50", "code_departement": None, "code_postal": None},
            {
                "longitude": "0.15100",
                "objet": "Des robots de soudage pour châssis",
                "filiere": "Mode et luxe",
            },
        ),
        lues=9,
    )


def test_toutes_les_lignes_lues_sont_gardees(rapport):
    assert (rapport["lignes_lues"], rapport["lignes_gardees"]) == (9, 9)


@pytest.mark.parametrize(
    ("compte", "attendu"),
    [
        ("siret_coupes", 1),
        ("siren_completes", 0),
        ("siren_invalides", 1),
        ("siren_absents", 2),
        ("identifiants_hors_sirene", 1),
        ("departements_completes", 2),
        ("codes_postaux_completes", 1),
        ("coordonnees_ecartees", 3),
        ("filieres_reunies", 1),
        ("ecarts_importants", 2),
    ],
)
def test_les_reparations_sont_comptees(rapport, compte, attendu):
    assert rapport[compte] == attendu


def test_chaque_ligne_est_comptee_une_fois_par_methode(rapport):
    assert rapport["placement"] == {
        "coordonnées": 4,
        "coordonnées réparées": 0,
        "code postal": 1,
        "département": 2,
        "aucune": 2,
    }


def test_l_accord_des_communes_se_mesure_sur_les_lignes_placees_par_leur_point(rapport):
    assert rapport["commune_publiee"] == {
        "comparees": 4,
        "en_accord": 3,
        "en_desaccord": 1,
        "part_en_accord": 0.75,
    }


def test_les_doublons_et_les_emplois_sont_comptes(rapport):
    assert rapport["doublons"]["proche"] >= 1
    assert rapport["emplois"] == {"total": 4, "renseignes": 1, "lignes_qui_repetent": 0}


def test_les_non_places_sont_nommes_avec_leur_raison(rapport):
    raisons = [(n["entreprise"], n["raison"]) for n in rapport["non_places"]]
    assert raisons == [
        (
            "FORGES DU MONDE",
            f"Coordonnées écartées (à 11,8 km du lieu déclaré), code postal absent : {SEUL}",
        ),
        (
            "(sans nom)",
            f"Coordonnées absentes, code postal 01059 inconnu de la table (CEDEX ou code générique) : {SEUL}",
        ),
        ("FORGES DU MONDE", "Nouvelle-Calédonie : hors des régions et des départements de l’atlas."),
        ("FORGES DU MONDE", "Coordonnées écartées, code postal absent : aucun lieu reconnu."),
    ]


def test_le_rapport_s_ecrit_en_json(rapport):
    assert json.loads(json.dumps(rapport)) == rapport


def test_une_table_vide_a_un_rapport():
    assert bilan(place({}).iloc[:0], lues=0)["commune_publiee"]["part_en_accord"] == 0.0
