"""Each file read back by another reader: same projects, same figures, and what it says of itself."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
from python_calamine import CalamineWorkbook

from exports.tables import classeur as ecriture
from exports.tables.colonnes import COLONNES, ENTETES
from exports.tables.projets import FORMATS, exporter
from exports.tables.tableur import neutraliser_le_texte
from geo.projets.ensemble import TYPES

HOSTILES = (
    '=HYPERLINK("http://x";"clic")',
    "+33 1 23",
    "-1+1",
    "@SOMME(A1)",
    "\tx",
    "\r=1",
    "＝1+1",
    "<img src=x onerror=alert(1)>",
    'a;b\n"c"',
    "x" * 10_000,
)


def fichier(projets, contexte, format_, **options):
    return exporter(projets, format_, contexte, **options).octets


@pytest.fixture(scope="module")
def lu_csv(projets, contexte):
    texte = fichier(projets, contexte, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(texte), delimiter=";"))


@pytest.fixture(scope="module")
def classeur(projets, contexte):
    return CalamineWorkbook.from_filelike(io.BytesIO(fichier(projets, contexte, "xlsx")))


@pytest.fixture(scope="module")
def hostiles(projets):
    lignes = projets.iloc[: len(HOSTILES)].copy()
    return lignes.assign(entreprise=list(HOSTILES), objet=list(HOSTILES))


def test_chaque_colonne_des_projets_est_exportee_avec_son_sens():
    assert set(ENTETES) == set(TYPES)
    assert all(colonne.sens for colonne in COLONNES)


def test_le_csv_a_sa_marque_ses_entetes_et_chaque_projet(lu_csv, projets, contexte):
    assert fichier(projets, contexte, "csv").startswith(b"\xef\xbb\xbf")
    assert lu_csv[0] == list(ENTETES.values())
    rang = [c.nom for c in COLONNES].index("id_projet")
    assert [ligne[rang] for ligne in lu_csv[1 : len(projets) + 1]] == projets["id_projet"].tolist()


@pytest.mark.parametrize("nom", ["montant_meur", "latitude", "emplois_prevus", "ecart_km"])
def test_les_chiffres_du_csv_ont_la_virgule_decimale_et_les_vides_restent_vides(lu_csv, projets, nom):
    rang = [c.nom for c in COLONNES].index(nom)
    lus = [ligne[rang] for ligne in lu_csv[1 : len(projets) + 1]]
    assert not any("." in lu for lu in lus)
    nombres = [float(lu.replace(",", ".")) if lu else None for lu in lus]
    assert nombres == [None if pd.isna(v) else pytest.approx(float(v)) for v in projets[nom]]


def test_le_csv_finit_par_ses_filtres_ses_sources_et_son_lien(lu_csv, projets, contexte):
    fin = lu_csv[len(projets) + 1 :]
    assert fin[:2] == [[], ["Sources et filtres"]]
    dits = [texte for _, texte in fin[2:]]
    assert [contexte.lien, *contexte.filtres, *contexte.sources] == dits[2:]


@pytest.mark.parametrize("hostile", HOSTILES[:7])
def test_un_texte_qu_un_tableur_executerait_est_rendu_sans_danger(hostile):
    assert neutraliser_le_texte(hostile) == f"'{hostile}"


@pytest.mark.parametrize("texte", ["K-RYOLE", "3 080", "a=b", "", "é"])
def test_un_autre_texte_reste_tel_quel(texte):
    assert neutraliser_le_texte(texte) == texte


def test_aucune_cellule_hostile_du_csv_ne_commence_une_formule(hostiles, contexte):
    texte = fichier(hostiles, contexte, "csv").decode("utf-8-sig")
    cellules = [c for ligne in csv.reader(io.StringIO(texte, newline=""), delimiter=";") for c in ligne]
    assert [
        c
        for c in cellules
        if c[:1] in set("=+-@\t\r＝＋－＠") and not c.replace(",", "").lstrip("-").isdigit()
    ] == []


def test_un_nombre_negatif_reste_un_nombre(projets, contexte):
    lignes = projets.head(1).assign(longitude=-1.5)
    texte = fichier(lignes, contexte, "csv").decode("utf-8-sig")
    assert ";-1,5;" in texte


def test_le_classeur_a_ses_trois_feuilles_et_chaque_projet(classeur, projets):
    assert classeur.sheet_names == ["Projets", "Sources et filtres", "Dictionnaire"]
    lignes = classeur.get_sheet_by_name("Projets").to_python()
    assert lignes[0] == list(ENTETES.values())
    assert len(lignes) == len(projets) + 1


def test_les_cases_du_classeur_ont_leurs_types(classeur, projets):
    lignes = classeur.get_sheet_by_name("Projets").to_python()
    lue = dict(zip([c.nom for c in COLONNES], lignes[1], strict=True))
    premier = projets.iloc[0]
    assert lue["date"] == premier["date"].date()
    assert lue["latitude"] == pytest.approx(premier["latitude"])
    assert lue["siren"] == premier["siren"]


def test_le_classeur_dit_d_ou_il_vient(classeur, contexte):
    dits = [ligne[1] for ligne in classeur.get_sheet_by_name("Sources et filtres").to_python()]
    assert {contexte.lien, *contexte.filtres, *contexte.sources} <= set(dits)


def test_une_cellule_hostile_du_classeur_reste_du_texte(hostiles, contexte):
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(fichier(hostiles, contexte, "xlsx")))
    lues = [ligne[1] for ligne in lignes.get_sheet_by_name("Projets").to_python()[1:]]
    assert [lue.replace("\r", "") for lue in lues] == [texte.replace("\r", "") for texte in HOSTILES]


def test_le_geojson_a_chaque_projet_et_aucune_geometrie_pour_les_non_places(projets, contexte):
    lu = json.loads(fichier(projets, contexte, "geojson"))
    assert [e["properties"]["id_projet"] for e in lu["features"]] == projets["id_projet"].tolist()
    assert [e["geometry"] is None for e in lu["features"]] == projets["latitude"].isna().tolist()
    assert (lu["filtres"], lu["sources"]) == (list(contexte.filtres), list(contexte.sources))


def test_le_geopackage_a_sa_couche_et_ses_sources(projets, contexte, tmp_path):
    chemin = tmp_path / "projets.gpkg"
    chemin.write_bytes(fichier(projets, contexte, "gpkg"))
    lu = pyogrio.read_dataframe(chemin, layer="projets")
    assert lu["id_projet"].tolist() == projets["id_projet"].tolist()
    assert lu.crs.to_epsg() == 4326
    dits = pyogrio.read_dataframe(chemin, layer="sources_et_filtres")["texte"].tolist()
    assert {contexte.lien, *contexte.filtres, *contexte.sources} <= set(dits)
    sens = pyogrio.read_dataframe(chemin, layer="dictionnaire")["nom"].tolist()
    assert sens == [colonne.nom for colonne in COLONNES]


def test_le_parquet_a_sa_geometrie_ses_types_et_ses_sources(projets, contexte):
    octets = fichier(projets, contexte, "parquet")
    lu = gpd.read_parquet(io.BytesIO(octets))
    assert lu["id_projet"].tolist() == projets["id_projet"].tolist()
    assert lu.geometry.isna().sum() == projets["latitude"].isna().sum()
    metadonnees = pq.read_schema(io.BytesIO(octets)).metadata
    assert metadonnees[b"lien"].decode() == contexte.lien
    assert contexte.filtres[0] in metadonnees[b"filtres"].decode()


@pytest.mark.parametrize("format_", FORMATS)
def test_une_selection_vide_est_aussi_un_fichier(projets, contexte, format_):
    assert fichier(projets.head(0), contexte, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_le_fichier_a_le_nom_de_son_format(projets, contexte, format_):
    assert exporter(projets.head(1), format_, contexte).nom == f"projets.{format_}"


@pytest.mark.parametrize("en_memoire", [20_000, 0])
def test_un_oui_ou_non_du_classeur_en_est_un_meme_la_ou_il_peut_manquer(
    projets, contexte, en_memoire, monkeypatch
):
    monkeypatch.setattr(ecriture, "EN_MEMOIRE", en_memoire)
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(fichier(projets, contexte, "xlsx")))
    rang = [c.nom for c in COLONNES].index("accord_commune")
    lues = [ligne[rang] for ligne in lignes.get_sheet_by_name("Projets").to_python()[1:]]
    attendus = ["" if pd.isna(v) else bool(v) for v in projets["accord_commune"]]
    assert [(type(lue), lue) for lue in lues] == [(type(v), v) for v in attendus]


@pytest.mark.parametrize("en_memoire", [20_000, 0])
def test_les_caracteres_de_controle_du_classeur_se_relisent(projets, contexte, en_memoire, monkeypatch):
    monkeypatch.setattr(ecriture, "EN_MEMOIRE", en_memoire)
    textes = ["\x01\x0b\x1f", "]]>&<a>", "_x0041_"]
    lignes = projets.head(3).assign(entreprise=textes)
    lu = CalamineWorkbook.from_filelike(io.BytesIO(fichier(lignes, contexte, "xlsx")))
    assert [ligne[1] for ligne in lu.get_sheet_by_name("Projets").to_python()[1:]] == textes


@pytest.mark.parametrize("format_", FORMATS)
def test_un_fichier_ne_porte_d_autre_date_que_celle_de_son_export(projets, contexte, format_):
    octets = fichier(projets, contexte, format_)
    aujourd_hui = f"{datetime.now(UTC):%Y-%m-%d}"
    autre = replace(contexte, jour="2001-02-03")
    assert octets == fichier(projets, contexte, format_)
    lisibles = b"".join(_deplie(fichier(projets, autre, format_), format_))
    assert aujourd_hui.encode() not in lisibles


def _deplie(octets, format_):
    if format_ != "xlsx":
        return [octets]
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        return [archive.read(nom) for nom in archive.namelist()]


@pytest.mark.parametrize("format_", FORMATS)
def test_l_avancement_finit_a_un(projets, contexte, format_):
    parts = []
    fichier(projets, contexte, format_, progres=parts.append)
    assert parts[-1] == 1.0
