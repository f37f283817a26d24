"""Reading the raw files as they are: codes stay texts, an empty cell is missing, nothing else is."""

import zipfile

import pytest

from data.fabrication import bruts, geographie


def ecrire(chemin, texte):
    chemin.write_text(texte, encoding="utf-8")
    return chemin


def test_un_code_garde_son_zero(tmp_path):
    table = bruts.csv(ecrire(tmp_path / "t.csv", "code,n\n01001,08\n"))
    assert table.iloc[0].tolist() == ["01001", "08"]


def test_une_cellule_vide_manque_et_un_texte_na_reste_un_texte(tmp_path):
    table = bruts.csv(ecrire(tmp_path / "t.csv", "a,b,c\nNA,,null\n"))
    assert table.isna().iloc[0].tolist() == [False, True, False]


def test_une_cellule_entre_guillemets_garde_sa_virgule(tmp_path):
    assert bruts.csv(ecrire(tmp_path / "t.csv", 'nom\n"Rumilly, Albens"\n'))["nom"][0] == "Rumilly, Albens"


def test_les_codes_postaux_se_lisent_comme_textes(tmp_path):
    table = bruts.postaux(ecrire(tmp_path / "t.csv", "Code INSEE,Code Postal\n01001,01400/01401\n"))
    assert table["Code Postal"][0] == "01400/01401"


@pytest.fixture
def comparateur(tmp_path):
    codes = [
        "01001",
        "2A004",
        "13055",
        "13201",
        "13216",
        "69123",
        "69381",
        "69389",
        "75056",
        "75101",
        "75120",
        "97101",
    ]
    lignes = "".join(f"{code};{i};1.5\n" for i, code in enumerate(codes))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("base_cc_comparateur.CSV", f"CODGEO;P18_POP;SUPERF\n{lignes}")
    return bruts.comparateur(tmp_path / "c.zip")


def test_le_comparateur_se_lit_tel_que_publie_arrondissements_compris(comparateur):
    assert len(comparateur) == 12


def test_les_arrondissements_de_paris_lyon_et_marseille_ne_sont_pas_des_communes(comparateur):
    entieres = geographie.communes_entieres(comparateur)
    assert entieres["CODGEO"].tolist() == ["01001", "2A004", "13055", "69123", "75056", "97101"]


def test_les_chiffres_du_comparateur_sont_des_nombres(comparateur):
    assert comparateur["SUPERF"].sum() == 18.0


@pytest.mark.sources
def test_le_classeur_des_epci_donne_une_ligne_par_commune_et_des_habitants(sources):
    table = bruts.epcicom(sources / "geometries/epcicom2021.xlsx")
    assert len(table) == table["insee"].nunique() == 34961
    assert table["siren"].nunique() == 1254
    assert table["pmun_2021"].dtype == "int64"
    assert table["insee"].str.len().eq(5).all()


@pytest.mark.sources
def test_le_classeur_d_appartenance_se_lit_apres_son_titre(sources):
    chemin = sources / "indicateurs/table-appartenance-geo-communes-22.xlsx"
    communes = bruts.appartenance_2022(chemin)
    zones = bruts.zones_supra_communales(chemin)
    assert {"CODGEO", "LIBGEO", "DEP", "REG", "EPCI", "NATURE_EPCI", "ZE2020"} <= set(communes.columns)
    assert communes.loc[communes["LIBGEO"] == "Bourg-en-Bresse", "CODGEO"].tolist() == ["01053"]
    assert (zones["NIVGEO"] == "REG").sum() == 18
    assert (zones["NIVGEO"] == "DEP").sum() == 101


@pytest.mark.sources
def test_les_contours_se_lisent_en_wgs84(sources):
    contours = bruts.contours(sources / "geometries/epci_2021.parquet")
    assert contours.crs == 4326
    assert contours["siren"].str.len().eq(9).all()


def test_les_agregats_par_epci_gardent_leurs_codes(tmp_path):
    chemin = ecrire(
        tmp_path / "a.json", '[{"code": "00FR", "part": 1.5}, {"code": "012345678", "part": null}]'
    )
    assert bruts.emploi_epci(chemin)["code"].tolist() == ["00FR", "012345678"]


def test_les_villes_se_lisent_comme_des_points_en_wgs84(tmp_path):
    texte = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"nom": "Agde"}, '
        '"geometry": {"type": "Point", "coordinates": [3.5, 43.3]}}]}'
    )
    villes = bruts.points(ecrire(tmp_path / "v.geojson", texte))
    assert (villes.geometry.x[0], villes.geometry.y[0]) == (3.5, 43.3)
    assert villes.crs.to_epsg() == 4326


@pytest.mark.sources
def test_le_classeur_du_chomage_donne_une_ligne_par_zone_ou_partie_et_une_colonne_par_trimestre(sources):
    table = bruts.chomage_zones(sources / "indicateurs/chomage-zone-t1-2003-t3-2023.xlsx")
    assert len(table) == table["ZE2020"].nunique() == 302 + 28
    assert table.columns[4] == "2003-T1"
    assert table.columns[-1] == "2023-T3"
    assert table[["2003-T1", "2023-T3"]].notna().sum().tolist() == [302 + 28 - 15, 302 + 28]
