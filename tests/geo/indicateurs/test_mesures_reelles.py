"""The figures of five territories, against sums made here from the raw sources with plain pandas.

Nothing of the product computes the expected side: neither its tables nor its readers. The territories: two
whole EPCI, an interregional one, one overseas, one made of single communes, one with an EPT.
"""

import json
import zipfile

import geopandas as gpd
import pandas as pd
import pytest

from geo.indicateurs.mesures import INDICATEURS, territoire_reference, valeur_france, valeur_region, valeurs

pytestmark = pytest.mark.sources

NORD_COTENTIN, HUISNE, SAINT_ANDRE, TOULON, ROISSY = "ti-2806", "ti-5213", "ti-0402", "ti-9307", "ti-1105"
TERRITOIRES = (NORD_COTENTIN, HUISNE, SAINT_ANDRE, TOULON, ROISSY)


@pytest.fixture(scope="module")
def bruts(sources):
    """Raw tables: communes and groupements of the TI, INSEE's figures, outlines, projects as points."""
    indicateurs = sources / "indicateurs"
    with zipfile.ZipFile(indicateurs / "base_cc_comparateur_csv.zip") as archive:
        comparateur = pd.read_csv(
            archive.open("base_cc_comparateur.CSV"), sep=";", dtype={"CODGEO": str}, index_col="CODGEO"
        )
    excel = {"header": 5, "dtype": str, "engine": "calamine"}
    zones = pd.read_excel(indicateurs / "table-appartenance-geo-communes-22.xlsx", sheet_name="COM", **excel)
    chomage = indicateurs / "chomage-zone-t1-2003-t3-2023.xlsx"
    taux = pd.concat(
        [
            pd.read_excel(chomage, sheet_name="txcho_ze", **excel).set_index("ZE2020"),
            pd.read_excel(chomage, sheet_name="txcho_parties reg", **excel | {"header": 7}).set_index(
                "ZER2020"
            ),
        ]
    )
    agregats = json.loads((indicateurs / "agg_epci_exdeco.json").read_text(encoding="utf-8"))
    projets = pd.read_csv(
        sources / "laureats/plan_relance_industrie_2022.tsv", sep="\t", quoting=3, dtype=str
    )
    points = gpd.points_from_xy(projets["longitude"].astype(float), projets["latitude"].astype(float))
    return {
        "communes": pd.read_csv(sources / "territoires/ti149_communes_2021.csv", dtype=str),
        "comparateur": comparateur,
        "zone": zones.set_index("CODGEO")["ZE2020"],
        "region": zones.set_index("CODGEO")["REG"],
        "taux": taux[["2019-T1", "2023-T3"]].astype(float),
        "part": {a["code"]: a["eco_sectindus_pct_22"] for a in agregats},
        "projets": gpd.GeoDataFrame(projets, geometry=points, crs=4326),
        "epci": gpd.read_parquet(sources / "geometries/epci_2021.parquet").set_index("siren").geometry,
        "contours": gpd.read_parquet(sources / "geometries/communes_2018.parquet").set_index("code").geometry,
    }


def communes_de(bruts, id_ti):
    """The communes of a TI with INSEE's figures, one row each."""
    communes = bruts["communes"][bruts["communes"]["id_ti"] == id_ti].set_index("insee_com")
    return communes.join(bruts["comparateur"])


def projets_de(bruts, id_ti):
    """Raw projects whose point is in the outlines of a TI: its EPCI, else its communes."""
    communes = communes_de(bruts, id_ti)
    epci = bruts["epci"][bruts["epci"].index.isin(communes["siren_groupement"])]
    autres = communes.index[~communes["siren_groupement"].isin(epci.index)]
    contour = pd.concat([epci, bruts["contours"].loc[autres]]).make_valid().union_all()
    return bruts["projets"][bruts["projets"].within(contour)]


def trouve(atlas, id_ti, cle):
    return territoire_reference(atlas, millesime=2021, id_ti=id_ti, cle=cle).valeur


@pytest.mark.parametrize("id_ti", TERRITOIRES)
def test_la_population_est_la_somme_des_communes(atlas, bruts, id_ti):
    assert trouve(atlas, id_ti, "population") == communes_de(bruts, id_ti)["P18_POP"].sum()


@pytest.mark.parametrize("id_ti", TERRITOIRES)
def test_les_etablissements_sont_la_somme_des_communes(atlas, bruts, id_ti):
    assert trouve(atlas, id_ti, "etablissements_industrie") == communes_de(bruts, id_ti)["ETBE18"].sum()


@pytest.mark.parametrize("id_ti", TERRITOIRES)
def test_les_projets_sont_ceux_dont_le_point_est_dans_le_territoire(atlas, bruts, id_ti):
    nombre = len(projets_de(bruts, id_ti))
    communes = communes_de(bruts, id_ti)
    assert nombre > 0
    assert trouve(atlas, id_ti, "projets") == nombre
    assert trouve(atlas, id_ti, "projets_pour_10000_hab") == pytest.approx(
        nombre / communes["P18_POP"].sum() * 1e4, abs=1e-6
    )
    assert trouve(atlas, id_ti, "projets_pour_1000_etab_ind") == pytest.approx(
        nombre / communes["ETBE18"].sum() * 1e3, abs=1e-6
    )


@pytest.mark.parametrize("id_ti", TERRITOIRES)
def test_les_emplois_annonces_sont_ceux_des_projets_du_territoire(atlas, bruts, id_ti):
    dits = projets_de(bruts, id_ti)["emplois"].dropna().astype(int)
    emplois = territoire_reference(atlas, millesime=2021, id_ti=id_ti, cle="emplois_annonces")
    assert (emplois.valeur, emplois.connus) == (dits.sum(), len(dits))
    assert emplois.total == len(projets_de(bruts, id_ti))


@pytest.mark.parametrize("id_ti", [NORD_COTENTIN, HUISNE, ROISSY])
def test_la_part_de_l_industrie_est_la_moyenne_des_groupements_ponderee_par_leurs_emplois(
    atlas, bruts, id_ti
):
    emplois = communes_de(bruts, id_ti).groupby("siren_groupement")["P18_EMPLT"].sum()
    parts = pd.Series({siren: bruts["part"][siren] for siren in emplois.index})
    attendu = (emplois * parts).sum() / emplois.sum()
    assert trouve(atlas, id_ti, "part_industrie") == pytest.approx(attendu, abs=1e-4)


def test_des_communes_seules_n_ont_pas_la_part_de_leur_intercommunalite(atlas, bruts):
    assert bruts["part"]["248300543"]
    assert pd.isna(trouve(atlas, TOULON, "part_industrie"))


def test_l_outre_mer_n_a_pas_de_part_de_l_industrie(atlas, bruts):
    assert set(communes_de(bruts, SAINT_ANDRE)["siren_groupement"]) & bruts["part"].keys() == set()
    assert pd.isna(trouve(atlas, SAINT_ANDRE, "part_industrie"))


@pytest.mark.parametrize("id_ti", TERRITOIRES)
def test_le_chomage_est_la_moyenne_des_zones_d_emploi_ponderee_par_les_actifs(atlas, bruts, id_ti):
    communes = communes_de(bruts, id_ti)
    regions = bruts["region"].loc[communes.index]
    zones = bruts["zone"].loc[communes.index]
    zones = zones.mask(zones.str.startswith("00"), regions + zones.str[2:])
    taux = bruts["taux"].loc[zones].set_index(communes.index)
    moyennes = taux.mul(communes["P18_ACT1564"], axis=0).sum() / communes["P18_ACT1564"].sum()
    assert trouve(atlas, id_ti, "chomage") == pytest.approx(moyennes["2023-T3"], abs=1e-4)
    evolution = moyennes["2023-T3"] - moyennes["2019-T1"]
    assert trouve(atlas, id_ti, "evolution_chomage") == pytest.approx(evolution, abs=1e-4)


@pytest.mark.parametrize("code_region", ["28", "94"])
def test_la_valeur_d_une_region_est_celle_de_toutes_ses_communes(atlas, bruts, code_region):
    departements = {"28": ("14", "27", "50", "61", "76"), "94": ("2A", "2B")}[code_region]
    communes = bruts["comparateur"][bruts["comparateur"].index.str[:2].isin(departements)]
    for cle, colonne in (("population", "P18_POP"), ("etablissements_industrie", "ETBE18")):
        assert valeur_region(atlas, code_region=code_region, cle=cle).valeur == communes[colonne].sum()


def test_la_france_se_compte_sans_les_arrondissements(atlas, bruts):
    codes = bruts["comparateur"].index
    arrondissements = codes.str.match(r"75(?!056)|132\d\d|6938\d")
    communes = bruts["comparateur"][~arrondissements]
    assert arrondissements.sum() == 45
    etablissements = valeur_france(atlas, cle="etablissements_industrie")
    assert etablissements.valeur == communes["ETBE18"].sum()


def test_les_valeurs_de_france_sont_proches_de_celles_que_l_insee_publie(atlas, bruts):
    assert valeur_france(atlas, cle="part_industrie").valeur == pytest.approx(bruts["part"]["00FR"], abs=0.2)
    assert valeur_france(atlas, cle="chomage").valeur == pytest.approx(7.4, abs=0.1)


def test_seuls_l_outre_mer_et_les_morceaux_d_intercommunalite_manquent_en_2021(atlas):
    for cle, attendus in {
        "part_industrie": {"01", "02", "03", "04", "84", "93"},
        "chomage": {"03"},
        "etablissements_industrie": set(),
    }.items():
        table = valeurs(atlas, millesime=2021, cle=cle)
        vides = table.loc[table["valeur"].isna(), "id_ti"]
        territoires = atlas.territoires_de(2021).set_index("id_ti")
        assert set(territoires.loc[vides, "regions"]) == attendus


@pytest.mark.parametrize("cle", INDICATEURS)
def test_hors_de_l_outre_mer_tout_est_connu_ou_presque(atlas, cle):
    table = valeurs(atlas, millesime=2021, cle=cle)
    metropole = table[table["id_ti"].str[3:5] > "06"]
    if INDICATEURS[cle].seuil:
        assert metropole["couverture"].min() > 0.98
        assert metropole.loc[metropole["emprunt"] <= 0.2, "valeur"].notna().all()
