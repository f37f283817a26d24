"""What each map layer holds."""

import numpy as np
import pytest

from data.couches import contenus
from geo.millesimes import MILLESIMES
from tests.data.monde_couches import EST, LIMITE, SEULE, projets, tables


@pytest.fixture
def monde():
    return tables()


def noms(topologie, objet):
    return {g["id"]: g["properties"]["nom"] for g in topologie["objects"][objet]["geometries"]}


def test_la_vue_nationale_porte_les_regions_les_departements_et_chaque_millesime(monde):
    topologie = contenus.territoires(monde)
    assert list(topologie["objects"]) == ["regions", "departements", *(f"ti_{m}" for m in MILLESIMES)]
    assert noms(topologie, "regions") == {"27": "Bourgogne", "84": "Auvergne"}
    assert noms(topologie, "ti_2021") == {"ti-8401": "Val d’Est"}


def test_les_epci_et_les_groupements_portent_leur_nom(monde):
    topologie = contenus.epci(monde)
    assert noms(topologie, "epci")[EST] == "CC Est"
    assert noms(topologie, "groupements") == {SEULE: "Nom de 2023"}


def test_un_nom_manquant_arrete_la_fabrication(monde):
    monde["epci"] = monde["epci"].iloc[1:]
    with pytest.raises(KeyError):
        contenus.epci(monde)


def test_une_region_a_ses_contours_fins_et_ceux_qu_elle_partage(monde):
    est, ouest = contenus.fins(monde, "84"), contenus.fins(monde, "27")
    assert LIMITE in noms(est, "epci")
    assert LIMITE in noms(ouest, "epci")
    assert noms(est, "departements") == {"01": "Ain"}
    assert noms(est, "groupements") == {SEULE: "Nom de 2023"}
    assert noms(ouest, "groupements") == {}


def test_un_millesime_sans_territoire_dans_la_region_reste_un_objet_vide(monde):
    topologie = contenus.fins(monde, "27")
    assert all(topologie["objects"][f"ti_{m}"]["geometries"] == [] for m in MILLESIMES)


def test_les_contours_des_communes_sont_une_couche_par_departement(monde):
    couches = dict(contenus.tous(monde))
    assert [nom for nom in couches if nom.startswith("communes-")] == ["communes-01"]
    assert [g["id"] for g in couches["communes-01"]["objects"]["communes"]["geometries"]] == ["01001"]


def test_les_communes_d_un_departement_disent_leur_epci_leur_territoire_et_leurs_projets(monde):
    ain = contenus.membres(monde, "01")
    assert ain["nom"] == ["Ambérieu", "Bourg"]
    assert [ain["epcis"][rang] for rang in ain["epci"]] == ["CC Limite", "CC Est"]
    assert (ain["projets"], ain["population"]) == ([0, 2], [14_000, 41_000])
    assert (ain["tis"], ain["ti"]["2021"], ain["ti"]["2022"]) == (["ti-8401"], [None, 0], [None, None])


def test_une_commune_sans_epci_le_garde_vide(monde):
    monde["communes"].loc[0, "siren_epci"] = None
    assert contenus.membres(monde, "01")["epci"] == [0, None]


def cumuler(ecarts):
    somme, valeurs = 0, []
    for ecart in ecarts:
        somme += ecart or 0
        valeurs.append(np.nan if ecart is None else somme * 1e-5)
    return valeurs


def test_les_projets_gardent_leur_ordre_et_leurs_places():
    colonnes = contenus.projets(projets())
    assert colonnes["n"] == 4
    assert colonnes["id"] == ["p-aa", "p-bb", "p-cc", "p-dd"]
    assert cumuler(colonnes["lon"]) == pytest.approx([3.05, np.nan, 3.04999, 3.25], nan_ok=True)
    assert cumuler(colonnes["lat"]) == pytest.approx([47.05, np.nan, 47.05, 47.00001], nan_ok=True)


def test_un_projet_sans_place_n_a_pas_de_coordonnees():
    colonnes = contenus.projets(projets())
    assert colonnes["lon"][1] is colonnes["lat"][1] is None


def test_une_filiere_absente_reste_absente():
    colonnes = contenus.projets(projets())
    assert colonnes["filieres"] == ["Automobile", "Santé"]
    assert colonnes["filiere"] == [1, None, 0, 1]


def test_un_texte_vide_est_nul_et_un_texte_hostile_reste_tel_quel():
    colonnes = contenus.projets(projets())
    assert colonnes["entreprise"] == ["<b>Élan</b>", "Beta", None, "Delta"]
    assert colonnes["commune"][1] is None


def test_les_villes_principales_sont_les_plus_peuplees_qui_ont_une_place(monde):
    colonnes = contenus.villes_principales(monde["communes"])
    assert colonnes == {
        "n": 2,
        "nom": ["Bourg", "Laon"],
        "lon": [3.05, 3.25],
        "lat": [47.05, 47.05],
        "population": [41_000, 24_000],
    }


def test_un_programme_ne_porte_que_ses_communes_dans_l_ordre_de_leurs_identifiants(monde):
    assert contenus.programme(monde["villes"], "PVD")["nom"] == ["Vervins", "<b>Fère</b>"]
    assert contenus.programme(monde["villes"], "ACV") == {
        "n": 1,
        "nom": ["Laon"],
        "lon": [3.623],
        "lat": [49.561],
    }
