"""The real perimeters, on the committed tables: every total is the sum of its parts."""

import pandas as pd
import pytest

from data import chargement
from data.fabrication import bruts
from geo.etape.faits import territoires_par_region
from geo.millesimes import MILLESIMES, colonne_ti

ILES_SANS_EPCI = {
    "22016": "Île-de-Bréhat",
    "29083": "Île-de-Sein",
    "29155": "Ouessant",
    "85113": "L'Île-d'Yeu",
}
FICHIERS = {
    2021: "territoires/ti149_groupements_2021.csv",
    2022: "territoires/ti149_groupements_2021.csv",
    2023: "territoires/ti183_groupements_2023.csv",
}


@pytest.fixture(params=MILLESIMES)
def millesime(request):
    return request.param


def du(table, millesime):
    return table[table["millesime"] == millesime]


def groupement_des_communes(communes, groupements):
    """SIREN of the groupement of each commune among these: itself, its EPT, else its EPCI."""
    siren = communes["siren_epci"]
    for colonne in ("siren_ept", "siren"):
        siren = communes[colonne].where(communes[colonne].isin(groupements["siren"]), siren)
    return siren


def test_le_nombre_de_territoires_est_celui_publie(atlas, millesime):
    publies = {2020: 148, 2021: 146, 2022: 149, 2023: 183}
    assert len(atlas.territoires_de(millesime)) == publies[millesime]


def test_les_580_groupements_de_2021_sont_539_epci_3_ept_et_38_communes(atlas):
    types = du(atlas.groupements, 2021)["type"].value_counts()
    assert types.to_dict() == {"EPCI": 539, "commune": 38, "EPT": 3}
    assert types.sum() == 580


def test_les_territoires_de_2021_couvrent_542_intercommunalites(atlas):
    assert du(atlas.groupements, 2021)["type"].isin(["EPCI", "EPT"]).sum() == 542


def test_la_france_de_2021_compte_1254_epci(atlas):
    assert atlas.epci["siren"].nunique() == 1254


def test_les_territoires_de_2021_comptent_30_millions_d_habitants_comme_publie(atlas):
    assert round(atlas.territoires_de(2021)["population"].sum() / 1e6) == 30


def test_les_trois_ept_sont_des_groupements_du_grand_paris(atlas):
    epts = du(atlas.groupements, 2021).query("type == 'EPT'")
    communes = atlas.communes[atlas.communes["siren_ept"].isin(epts["siren"])]
    assert set(communes["siren_epci"]) == {"200054781"}
    assert set(epts["nature"]) == {"EPT"}
    assert communes["siren_ept"].nunique() == 3


def test_les_regions_publiees_ont_le_nombre_de_territoires_que_nous_comptons(atlas):
    publiees = atlas.regions_2021.dropna(subset=["territoires_publies"])
    assert publiees["territoires_publies"].tolist() == publiees["territoires_calcules"].tolist()
    assert len(publiees) == 13


def test_chaque_region_porte_notre_compte(atlas):
    comptes = territoires_par_region(atlas.territoires_de(2021))
    assert comptes.to_dict() == dict(
        zip(atlas.regions_2021["code_region"], atlas.regions_2021["territoires_calcules"], strict=True)
    )


@pytest.mark.parametrize(
    ("colonne", "total"),
    [
        ("laureats", 1416),
        ("investissements_meur", 5400),
        ("engagements_meur", 573),
        ("emplois_prevus", 27255),
    ],
)
def test_les_regions_font_le_total_national(atlas, colonne, total):
    assert atlas.regions_2021[colonne].sum() == pytest.approx(total, abs=0.01)


def test_auvergne_rhone_alpes_est_deduite_et_jamais_publiee(atlas):
    deduites = atlas.regions_2021[atlas.regions_2021["statut"] == "déduit"]
    assert deduites["region"].tolist() == ["Auvergne-Rhône-Alpes"]
    assert deduites["territoires_publies"].isna().all()
    assert deduites["precision"].str.startswith("déduit par différence").all()


def test_les_groupements_d_un_territoire_font_son_total(atlas, millesime):
    groupements = du(atlas.groupements, millesime).groupby("id_ti")
    territoires = atlas.territoires_de(millesime).set_index("id_ti")
    types = pd.crosstab(du(atlas.groupements, millesime)["id_ti"], du(atlas.groupements, millesime)["type"])
    types = types.reindex(columns=["EPCI", "EPT", "commune"], fill_value=0)
    assert groupements["population"].sum().to_dict() == territoires["population"].to_dict()
    assert groupements["nb_communes"].sum().to_dict() == territoires["nb_communes"].to_dict()
    assert (
        types.to_numpy().tolist()
        == territoires[["nb_epci", "nb_ept", "nb_communes_isolees"]].to_numpy().tolist()
    )


def test_les_communes_d_un_territoire_font_son_total(atlas, millesime):
    communes = atlas.communes.groupby(colonne_ti(millesime))["population"]
    territoires = atlas.territoires_de(millesime).set_index("id_ti")
    assert communes.sum().to_dict() == territoires["population"].to_dict()
    assert communes.size().to_dict() == territoires["nb_communes"].to_dict()


@pytest.mark.parametrize("annee", [2020, 2021, 2022])
def test_les_communes_d_un_groupement_font_son_total(atlas, annee):
    groupements = du(atlas.groupements, annee).set_index("siren")
    communes = atlas.communes[atlas.communes[colonne_ti(annee)].notna()]
    siren = groupement_des_communes(communes, groupements.reset_index())
    par_groupement = communes["population"].groupby(siren)
    assert par_groupement.sum().to_dict() == groupements["population"].to_dict()
    assert par_groupement.size().to_dict() == groupements["nb_communes"].to_dict()


def test_un_epci_entier_de_2021_a_la_population_de_la_table_des_epci(atlas):
    entiers = du(atlas.groupements, 2021).query("type == 'EPCI' and nb_communes == nb_communes_total")
    population = atlas.epci.set_index("siren")["population"]
    assert entiers["population"].tolist() == population[entiers["siren"]].tolist()


def test_un_territoire_ne_tient_jamais_plus_de_communes_que_son_groupement_n_en_a(atlas):
    assert (atlas.groupements["nb_communes"] <= atlas.groupements["nb_communes_total"]).all()


def test_les_regions_d_un_territoire_sont_celles_de_ses_groupements(atlas, millesime):
    regions = du(atlas.groupements, millesime).groupby("id_ti")["region"].agg(set)
    territoires = atlas.territoires_de(millesime).set_index("id_ti")["regions"].str.split(",").map(set)
    assert regions.to_dict() == territoires.to_dict()


def test_chaque_projet_a_le_territoire_de_sa_commune(atlas, millesime):
    colonne = colonne_ti(millesime)
    situes = atlas.projets[atlas.projets["code_commune"].notna()]
    attendus = situes["code_commune"].map(atlas.communes.set_index("code")[colonne])
    assert situes[colonne].fillna("").tolist() == attendus.fillna("").tolist()


def test_un_projet_sans_commune_n_a_de_territoire_dans_aucun_millesime(atlas, millesime):
    sans = atlas.projets[atlas.projets["code_commune"].isna()]
    assert len(sans) > 0
    assert sans[colonne_ti(millesime)].isna().all()


def test_chaque_projet_a_l_epci_la_region_et_le_departement_de_sa_commune(atlas):
    situes = atlas.projets[atlas.projets["code_commune"].notna()]
    communes = atlas.communes.set_index("code").loc[situes["code_commune"]]
    paires = {"siren_epci": "siren_epci", "code_region": "region", "code_departement": "departement"}
    for du_projet, de_la_commune in paires.items():
        assert situes[du_projet].fillna("").tolist() == communes[de_la_commune].fillna("").tolist()


def test_les_3080_projets_sont_tous_gardes_avec_un_id_unique(atlas):
    assert len(atlas.projets) == 3080
    assert atlas.projets["id_projet"].is_unique


def test_un_doublon_designe_un_projet_qui_existe(atlas):
    assert set(atlas.projets["doublon_de"].dropna()) <= set(atlas.projets["id_projet"])


def test_quatre_iles_seulement_n_ont_pas_d_epci(atlas):
    iles = atlas.communes[atlas.communes["siren_epci"].isna()]
    assert dict(zip(iles["code"], iles["nom"], strict=True)) == ILES_SANS_EPCI
    assert (iles["population"] > 0).all()


def test_chaque_commune_a_un_epci_qui_existe(atlas):
    assert set(atlas.communes["siren_epci"].dropna()) == set(atlas.epci["siren"])


def test_les_epci_et_les_iles_font_la_population_de_la_france(atlas):
    iles = atlas.communes.loc[atlas.communes["siren_epci"].isna(), "population"].sum()
    assert atlas.epci["population"].sum() + iles == atlas.communes["population"].sum()


def test_chaque_passage_mene_a_une_commune_ou_a_un_epci_de_2021(atlas):
    passages = chargement.lire("passages")
    existants = {"commune": set(atlas.communes["code"]), "groupement": set(atlas.epci["siren"])}
    for objet, lignes in passages.groupby("objet"):
        assert set(lignes["code_2021"]) <= existants[objet]
    assert set(passages["objet"]) == set(existants)


def test_ce_qui_passe_a_2021_n_y_existait_pas_sauf_ce_qui_s_est_separe(atlas):
    passages = chargement.lire("passages").query("methode != 'séparation'")
    assert not set(passages["code"]) & {*atlas.communes["code"], *atlas.epci["siren"]}


def test_chaque_groupement_de_2023_est_de_2021_ou_dans_les_passages(atlas):
    passages = chargement.lire("passages").query("objet == 'groupement'")
    connus = {*atlas.epci["siren"], *atlas.communes["siren"].dropna(), *atlas.communes["siren_ept"].dropna()}
    nouveaux = set(du(atlas.groupements, 2023)["siren"]) - connus
    assert nouveaux == set(passages["code"])
    assert nouveaux


@pytest.mark.sources
@pytest.mark.parametrize(("annee", "fichier"), FICHIERS.items())
def test_chaque_territoire_a_les_groupements_publies(atlas, sources, annee, fichier):
    publies = bruts.csv(sources / fichier)
    if annee == 2021:
        publies = publies[publies["phase_2021_146"] == "True"]
    trouves = du(atlas.groupements, annee)
    paires = set(zip(trouves["id_ti"], trouves["siren"], strict=True))
    assert paires == set(zip(publies["id_ti"], publies["siren"], strict=True))


@pytest.mark.sources
def test_chaque_commune_publiee_en_2020_qui_existe_encore_est_dans_son_territoire(atlas, sources):
    publiees = bruts.csv(sources / "territoires/ti148_communes_2020.csv")
    trouves = publiees["insee_com"].map(atlas.communes.set_index("code")["id_ti_2020"])
    existent = publiees["insee_com"].isin(atlas.communes["code"])
    assert trouves[existent].tolist() == ("ti-" + publiees.loc[existent, "id_ti"]).tolist()
    assert (~existent).sum() == 3
