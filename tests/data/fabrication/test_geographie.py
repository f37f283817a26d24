"""The geography of 2021 put together from four miniature files."""

import pandas as pd
import pytest

from data.fabrication import geographie
from data.fabrication.geographie import Brut
from geo.territoires.perimetres import METROPOLE_DU_GRAND_PARIS as PARIS

ALPHA, LYON, NEUF, EPT = "200000001", "200000002", "200000009", "200058000"


@pytest.fixture
def brut():
    """Alpha (Corsica, one commune gone in 2022), Lyon, Paris with an EPT, an island that no EPCI holds."""
    epcicom = pd.DataFrame(
        {
            "siren": [ALPHA, ALPHA, LYON, PARIS, PARIS],
            "raison_sociale": ["CC Alpha", "CC Alpha", "M?tropole", "Grand Paris", "Grand Paris"],
            "nature_juridique": ["CC", "CC", "METRO", "METRO", "METRO"],
            "insee": ["2A001", "2A002", "69123", "92001", "97411"],
            "siren_membre": ["210000001", "210000002", "210000003", "210000004", "210000005"],
            "nom_membre": ["Sainte Un", "Deux", "Lyon", "Antony", "Saint Denis"],
            "pmun_2021": [10, 20, 300, 40, 50],
        }
    )
    appartenance = pd.DataFrame(
        {
            "CODGEO": ["2A001", "69123", "92001", "97411", "85113", "99999"],
            "LIBGEO": ["Sainte-Un", "Lyon", "Antony", "Saint-Denis", "L'Île-d'Yeu", "Commune de 2022"],
            "DEP": ["2A", "69", "92", "974", "85", "85"],
            "REG": ["94", "84", "11", "04", "52", "52"],
            "EPCI": [NEUF, LYON, PARIS, PARIS, "ZZZZZZZZZ", NEUF],
            "NATURE_EPCI": ["CA", "ME", "ME", "ME", "ZZ", "CA"],
        }
    )
    zones = pd.DataFrame(
        [
            ("REG", "94", "Corse"),
            ("REG", "84", "Auvergne-Rhône-Alpes"),
            ("REG", "11", "Île-de-France"),
            ("REG", "04", "La Réunion"),
            ("REG", "52", "Pays de la Loire"),
            ("DEP", "2A", "Corse-du-Sud"),
            ("DEP", "69", "Rhône"),
            ("DEP", "92", "Hauts-de-Seine"),
            ("DEP", "974", "La Réunion"),
            ("DEP", "85", "Vendée"),
            ("EPCI", ALPHA, "CC Alpha"),
            ("EPCI", NEUF, "CA Neuve"),
            ("EPCI", LYON, "Métropole de Lyon"),
            ("EPCI", PARIS, "Métropole du Grand Paris"),
        ],
        columns=["NIVGEO", "CODGEO", "LIBGEO"],
    )
    communes_149 = pd.DataFrame(
        {
            "insee_com": ["92001", "97411", "69123"],
            "siren_groupement": [EPT, "219740011", LYON],
        }
    )
    return Brut(
        epcicom=epcicom,
        appartenance=appartenance,
        zones=zones,
        comparateur=pd.DataFrame(
            {
                "CODGEO": ["2A001", "2A002", "69123", "92001", "97411", "85113"],
                "P18_POP": [9, 9, 9, 9, 9, 4829.0],
            }
        ),
        sieges=pd.DataFrame({"siren": [ALPHA, LYON, PARIS], "dep": ["2A", "69", "92"]}),
        communes_149=communes_149,
    )


def colonne(table, cle, valeur):
    return table.set_index(cle)[valeur].to_dict()


def test_les_regions_et_les_departements_sont_ranges_par_code(brut):
    assert geographie.regions(brut)["code"].tolist() == ["04", "11", "52", "84", "94"]
    assert geographie.departements(brut)["code"].tolist() == ["2A", "69", "85", "92", "974"]


def test_chaque_departement_a_sa_region(brut):
    assert colonne(geographie.departements(brut), "code", "region") == {
        "2A": "94",
        "69": "84",
        "85": "52",
        "92": "11",
        "974": "04",
    }


def test_une_ile_sans_epci_est_une_commune_et_sa_population_vient_du_comparateur(brut):
    ile = geographie.communes(brut).set_index("code").loc["85113"]
    assert (ile["nom"], ile["population"], ile["departement"]) == ("L'Île-d'Yeu", 4829, "85")
    assert pd.isna(ile["siren_epci"])


def test_le_departement_se_lit_dans_le_code_corse_et_outre_mer_compris(brut):
    departements = colonne(geographie.communes(brut), "code", "departement")
    assert departements == {
        "2A001": "2A",
        "2A002": "2A",
        "69123": "69",
        "85113": "85",
        "92001": "92",
        "97411": "974",
    }


def test_le_nom_d_une_commune_est_celui_de_l_insee_et_a_defaut_celui_de_la_dgcl(brut):
    noms = colonne(geographie.communes(brut), "code", "nom")
    assert (noms["2A001"], noms["2A002"]) == ("Sainte-Un", "Deux")


def test_une_commune_creee_en_2022_n_est_pas_de_2021(brut):
    assert "99999" not in geographie.communes(brut)["code"].tolist()


def test_seules_les_communes_d_un_ept_ont_un_ept(brut):
    epts = geographie.communes(brut).dropna(subset="siren_ept")
    assert colonne(epts, "code", "siren_ept") == {"92001": EPT}


def test_la_population_d_un_epci_est_la_somme_de_ses_communes(brut):
    assert colonne(geographie.epci(brut), "siren", "population") == {ALPHA: 30, LYON: 300, PARIS: 90}


def test_un_nom_abime_est_repris_de_l_insee_et_compte(brut):
    assert colonne(geographie.epci(brut), "siren", "libelle")[LYON] == "Métropole de Lyon"
    assert colonne(geographie.epci(brut), "siren", "libelle")[PARIS] == "Grand Paris"
    assert geographie.noms_abimes(brut) == 1


def test_la_region_d_un_epci_est_celle_de_son_siege(brut):
    assert colonne(geographie.epci(brut), "siren", "region") == {ALPHA: "94", LYON: "84", PARIS: "11"}


def test_l_epci_de_2022_vaut_pour_les_communes_de_2021_et_celui_de_2021_pour_les_disparues(brut):
    epci_2022 = geographie.geographie(brut).epci_2022
    assert colonne(epci_2022, "code", "siren") == {
        "2A001": NEUF,
        "2A002": ALPHA,
        "69123": LYON,
        "92001": PARIS,
        "97411": PARIS,
    }


def test_les_natures_de_2022_s_ecrivent_comme_celles_de_2021(brut):
    epci_2022 = geographie.geographie(brut).epci_2022
    assert colonne(epci_2022, "code", "nature") == {
        "2A001": "CA",
        "2A002": "CC",
        "69123": "METRO",
        "92001": "METRO",
        "97411": "METRO",
    }


def test_les_membres_isoles_sont_les_ept_et_les_communes_seules(brut):
    isoles = geographie.geographie(brut).membres_isoles
    assert colonne(isoles, "code", "siren") == {"92001": EPT, "97411": "219740011"}
