"""The figures behind the indicators, brought to the communes of 2021, from four miniature files."""

import json

import geopandas as gpd
import pandas as pd
import pytest
from shapely import MultiPoint, Point

from data import chargement
from data.fabrication import indicateurs
from data.fabrication.grand_paris import TERRITOIRES
from geo.territoires.perimetres import Geographie

EPCI, NEUF, EPT, PARIS, METROPOLE = "200000001", "200000009", "200057867", "217500016", "200054781"


@pytest.fixture
def geographie():
    """Three communes of one EPCI (97 is gone in 2022), Paris, an island, one of an EPT, one of Mayotte."""
    codes = ["01001", "01002", "01097", "75056", "85113", "93001", "97601"]
    epci = [EPCI, EPCI, EPCI, METROPOLE, None, METROPOLE, "200060465"]
    regions = ["84", "84", "84", "11", "52", "11", "06"]
    communes = pd.DataFrame({"code": codes, "siren_epci": epci, "region": regions}, dtype="str")
    epci_2022 = pd.DataFrame(
        {
            "code": [c for c in codes if c != "85113"],
            "siren": [NEUF, NEUF, EPCI, METROPOLE, METROPOLE, "200060465"],
        },
        dtype="str",
    )
    vide = pd.DataFrame()
    return Geographie(communes=communes, epci=vide, epci_2022=epci_2022, membres_isoles=vide)


@pytest.fixture
def appartenance():
    return pd.DataFrame(
        {
            "CODGEO": ["01001", "01002", "75056", "85113", "93001", "97601"],
            "ZE2020": ["8405", "8405", "1109", "5207", "0057", "0601"],
        },
        dtype="str",
    )


@pytest.fixture
def table(geographie, appartenance):
    comparateur = pd.DataFrame(
        {
            "CODGEO": ["97601", "93001", "85113", "75056", "01097", "01002", "01001"],
            "P18_EMPLT": [None, 6.0, 5.0, 4.0, 3.0, 2.0, 1.23456],
            "P18_ACT1564": [None, 60.0, 50.0, 40.0, 30.0, 20.0, 10.0],
            "P18_CHOM1564": [None, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1],
            "ETTOT18": [None, 9.0, 9.0, 8.0, None, 6.0, 5.0],
            "ETBE18": [None, 4.0, 0.0, 1.0, None, 2.0, 3.0],
        }
    )
    parts = pd.DataFrame({"siren": [EPCI, NEUF, EPT, PARIS, METROPOLE], "part_industrie_2022": 10.0})
    return indicateurs.communes(comparateur, appartenance, parts, geographie).set_index("code")


def test_chaque_commune_de_2021_a_ses_chiffres(table):
    assert table.index.tolist() == ["01001", "01002", "01097", "75056", "85113", "93001", "97601"]
    assert table["actifs_1564_2018"].tolist()[:6] == [10, 20, 30, 40, 50, 60]


def test_un_chiffre_du_recensement_garde_trois_decimales(table):
    assert table.loc["01001", "emplois_2018"] == 1.235


def test_ce_que_l_insee_ne_donne_pas_manque_et_un_zero_reste_zero(table):
    assert table.index[table["etablissements_industrie_2018"].isna()].tolist() == ["01097", "97601"]
    assert table.loc["85113", "etablissements_industrie_2018"] == 0
    assert pd.isna(table.loc["97601", "emplois_2018"])


def test_une_commune_disparue_en_2022_prend_la_zone_la_plus_frequente_de_son_epci(table):
    assert table["zone_emploi"].tolist()[:3] == ["8405", "8405", "8405"]


def test_une_zone_partagee_se_prend_dans_sa_partie_regionale(table):
    assert table.loc[["75056", "93001"], "zone_emploi"].tolist() == ["1109", "1157"]


def test_les_zones_deduites_se_comptent(geographie, appartenance):
    assert indicateurs.zones_deduites(geographie, appartenance) == 1


def test_la_part_de_l_industrie_vient_de_l_epci_de_2022(table):
    assert table["siren_emploi"].tolist()[:3] == [NEUF, NEUF, EPCI]


def test_au_grand_paris_elle_vient_de_l_ept_ou_de_paris_jamais_de_la_metropole(table):
    assert table.loc[["93001", "75056"], "siren_emploi"].tolist() == [EPT, PARIS]


def test_une_ile_sans_epci_et_l_outre_mer_n_ont_pas_de_part(table):
    assert table.loc[["85113", "97601"], "siren_emploi"].isna().all()


def test_le_chomage_se_range_par_zone_et_trimestre_depuis_2019():
    brut = pd.DataFrame(
        {
            "ZE2020": ["9404", "0051"],
            "LIBZE2020": ["Corte", "Alençon "],
            "REG": ["94", "00"],
            "LIBREG": ["CORSE", "INTERRÉGIONAL"],
            "2018-T4": ["1", "2"],
            "2019-T1": ["8.3", None],
            "2023-T3": ["10", "6.5"],
        }
    )
    table = indicateurs.chomage(brut)
    assert table["zone_emploi"].tolist() == ["0051", "0051", "9404", "9404"]
    assert table["trimestre"].tolist() == ["2019-T1", "2023-T3"] * 2
    assert table["taux"].isna().tolist() == [True, False, False, False]
    assert table["taux"].tolist()[1:] == [6.5, 8.3, 10.0]
    assert table["nom"].unique().tolist() == ["Alençon", "Corte"]


def test_paris_prend_sa_place_parmi_les_intercommunalites_et_la_france_non():
    brut = pd.DataFrame(
        {
            "code": ["00FR", "75056", NEUF, EPCI],
            "libelle": ["France", "Paris", "CA Neuve", "CC Alpha"],
            "P22_POP": [1, 2, 3, 4],
            "eco_sectindus_pct_22": [11.62, 3.62, 20, 10.5],
        }
    )
    table = indicateurs.emploi_industriel(brut)
    assert table.columns.tolist() == ["siren", "libelle", "part_industrie_2022"]
    assert table["siren"].tolist() == [EPCI, NEUF, PARIS]
    assert table["part_industrie_2022"].tolist() == [10.5, 20.0, 3.62]


@pytest.fixture
def villes():
    acv = gpd.GeoDataFrame(
        {
            "id_territoire": ["acv-2", "acv-1"],
            "lib_territoire": ["Lens - Liévin", "Agde"],
            "liste_geo": ["Lens (62498); Liévin (62510)", "Agde (34003)"],
        },
        geometry=[MultiPoint([(2.773, 50.424), (2.821, 50.438)]), Point(3.48386146, 43.30960369)],
        crs=4326,
    )
    pvd = gpd.GeoDataFrame(
        {
            "id_territoire": ["pvd-1"],
            "lib_territoire": ["Château Chinon (Ville)"],
            "liste_geo": ["Château-Chinon (Ville) (58062)"],
        },
        geometry=[Point(3.93, 47.06)],
        crs=4326,
    )
    communes = pd.DataFrame(
        {
            "code": ["34003", "58062", "62498", "62510"],
            "latitude": [43.3, 47.0, 50.44, 50.423],
            "longitude": [3.5, 3.9, 2.819, 2.774],
        }
    )
    return indicateurs.villes({"PVD": pvd, "ACV": acv}, communes)


def test_une_paire_de_villes_fait_deux_lignes_chacune_a_son_point(villes):
    paire = villes[villes["id"] == "acv-2"].set_index("commune")
    assert paire["longitude"].to_dict() == {"Lens": 2.821, "Liévin": 2.773}
    assert paire["nom"].unique().tolist() == ["Lens - Liévin"]


def test_les_villes_sont_rangees_par_programme_et_identifiant(villes):
    assert villes["id"].tolist() == ["acv-1", "acv-2", "acv-2", "pvd-1"]
    assert villes["programme"].tolist() == ["ACV", "ACV", "ACV", "PVD"]


def test_un_point_garde_cinq_decimales(villes):
    assert villes.loc[0, ["latitude", "longitude"]].tolist() == [43.3096, 3.48386]


def test_une_parenthese_dans_un_nom_n_est_pas_un_code(villes):
    derniere = villes.iloc[-1]
    assert (derniere["commune"], derniere["code_commune"]) == ("Château-Chinon (Ville)", "58062")


def test_les_villes_livrees_sont_celles_publiees(atlas):
    assert atlas.villes.groupby("programme")["id"].nunique().to_dict() == {"ACV": 232, "PVD": 1645}
    assert len(atlas.villes) == 232 + 13 + 1645
    assert set(atlas.villes["code_commune"]) <= set(atlas.communes["code"])


def test_chaque_ville_livree_est_pres_de_sa_commune(atlas):
    lieux = atlas.communes.set_index("code").loc[atlas.villes["code_commune"]]
    for axe in ("latitude", "longitude"):
        assert (atlas.villes[axe] - lieux[axe].to_numpy()).abs().max() < 0.2


def test_les_302_zones_et_leurs_28_parties_ont_leur_taux_a_chacun_des_19_trimestres(atlas):
    assert atlas.chomage["zone_emploi"].nunique() == 302 + 28
    assert len(atlas.chomage) == (302 + 28) * 19
    assert atlas.chomage["taux"].notna().all()


def test_chaque_commune_a_sa_zone_et_seules_la_guyane_et_mayotte_n_ont_pas_de_taux(atlas):
    zones = atlas.indicateurs_communes["zone_emploi"]
    assert zones.notna().all()
    sans = atlas.communes.loc[~zones.isin(atlas.chomage["zone_emploi"]).to_numpy(), "region"]
    assert set(sans) == {"03", "06"}


def test_chaque_partie_regionale_a_ses_communes_et_aucune_ne_prend_le_taux_de_la_zone_entiere(atlas):
    prises = set(atlas.indicateurs_communes["zone_emploi"])
    noms = atlas.chomage.drop_duplicates("zone_emploi").set_index("zone_emploi")["nom"]
    parties = set(noms.index[noms.str.contains(" - partie ")])
    assert len(parties) == 28
    assert parties <= prises
    assert not any(zone.startswith("00") for zone in prises)


def test_les_communes_du_grand_paris_sont_toutes_dans_un_de_ses_douze_territoires(atlas):
    sirens = atlas.indicateurs_communes.set_index("code")["siren_emploi"]
    siennes = atlas.communes[atlas.communes["siren_epci"] == METROPOLE].set_index("code")
    assert set(siennes.index) == set(TERRITOIRES)
    assert sirens[siennes.index].nunique() == 12
    declares = siennes["siren_ept"].dropna()
    assert sirens[declares.index].tolist() == declares.tolist()


@pytest.mark.sources
def test_chaque_ept_a_autant_de_communes_et_presque_autant_d_habitants_que_l_insee_lui_en_donne(
    atlas, sources
):
    fichier = sources / "indicateurs/agg_epci_exdeco.json"
    publies = {ligne["code"]: ligne for ligne in json.loads(fichier.read_text(encoding="utf-8"))}
    populations = atlas.communes.set_index("code")["population"]
    for siren in set(TERRITOIRES.values()) - {PARIS}:
        codes = [code for code, sien in TERRITOIRES.items() if sien == siren]
        fusion = siren == EPT  # Pierrefitte-sur-Seine joined Saint-Denis on 1 January 2025
        assert len(codes) - fusion == publies[siren]["n_communes"]
        assert populations[codes].sum() == pytest.approx(publies[siren]["P22_POP"], rel=0.04)


def test_chaque_commune_de_metropole_a_sa_part_de_l_industrie_sauf_quatre_iles(atlas):
    sans = atlas.communes[atlas.indicateurs_communes["siren_emploi"].isna().to_numpy()]
    assert set(sans.loc[sans["region"] > "06", "code"]) == {"22016", "29083", "29155", "85113"}
    assert (sans["region"] <= "06").sum() == (atlas.communes["region"] <= "06").sum()


def test_le_rapport_compte_ce_qui_a_ete_lu_laisse_et_deduit():
    sources = chargement.rapport()["sources"]
    assert (sources["agg_epci_exdeco"]["lues"], sources["agg_epci_exdeco"]["gardees"]) == (1245, 1244)
    assert sources["appartenance_2022"]["reparees"] == 10
    assert sources["chomage_zones"]["lues"] == 302 + 28
