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

from exports.tables import classeur
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


def test_every_column_of_the_projects_is_exported_with_its_meaning():
    assert set(ENTETES) == set(TYPES)
    assert all(colonne.sens for colonne in COLONNES)


def test_the_csv_has_its_mark_its_headers_and_every_project(lu_csv, projets, contexte):
    assert fichier(projets, contexte, "csv").startswith(b"\xef\xbb\xbf")
    assert lu_csv[0] == list(ENTETES.values())
    rang = [c.nom for c in COLONNES].index("id_projet")
    assert [ligne[rang] for ligne in lu_csv[1 : len(projets) + 1]] == projets["id_projet"].tolist()


@pytest.mark.parametrize("nom", ["montant_meur", "latitude", "emplois_prevus", "ecart_km"])
def test_the_figures_of_the_csv_have_decimal_commas_and_empties_stay_empty(lu_csv, projets, nom):
    rang = [c.nom for c in COLONNES].index(nom)
    lus = [ligne[rang] for ligne in lu_csv[1 : len(projets) + 1]]
    assert not any("." in lu for lu in lus)
    nombres = [float(lu.replace(",", ".")) if lu else None for lu in lus]
    assert nombres == [None if pd.isna(v) else pytest.approx(float(v)) for v in projets[nom]]


def test_the_csv_ends_with_its_filters_its_sources_and_its_link(lu_csv, projets, contexte):
    fin = lu_csv[len(projets) + 1 :]
    assert fin[:2] == [[], ["Sources et filtres"]]
    dits = [texte for _, texte in fin[2:]]
    assert [contexte.lien, *contexte.filtres, *contexte.sources] == dits[2:]


@pytest.mark.parametrize("hostile", HOSTILES[:7])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(hostile):
    assert neutraliser_le_texte(hostile) == f"'{hostile}"


@pytest.mark.parametrize("texte", ["K-RYOLE", "3 080", "a=b", "", "é"])
def test_another_text_stays_as_it_is(texte):
    assert neutraliser_le_texte(texte) == texte


def test_no_hostile_cell_of_the_csv_begins_a_formula(hostiles, contexte):
    texte = fichier(hostiles, contexte, "csv").decode("utf-8-sig")
    cellules = [c for ligne in csv.reader(io.StringIO(texte, newline=""), delimiter=";") for c in ligne]
    assert [
        c
        for c in cellules
        if c[:1] in set("=+-@\t\r＝＋－＠") and not c.replace(",", "").lstrip("-").isdigit()
    ] == []


def test_a_negative_number_stays_a_number(projets, contexte):
    lignes = projets.head(1).assign(longitude=-1.5)
    texte = fichier(lignes, contexte, "csv").decode("utf-8-sig")
    assert ";-1,5;" in texte


def test_the_workbook_has_its_three_sheets_and_every_project(classeur, projets):
    assert classeur.sheet_names == ["Projets", "Sources et filtres", "Dictionnaire"]
    lignes = classeur.get_sheet_by_name("Projets").to_python()
    assert lignes[0] == list(ENTETES.values())
    assert len(lignes) == len(projets) + 1


def test_the_cells_of_the_workbook_have_their_types(classeur, projets):
    lignes = classeur.get_sheet_by_name("Projets").to_python()
    lue = dict(zip([c.nom for c in COLONNES], lignes[1], strict=True))
    premier = projets.iloc[0]
    assert lue["date"] == premier["date"].date()
    assert lue["latitude"] == pytest.approx(premier["latitude"])
    assert lue["siren"] == premier["siren"]


def test_the_workbook_says_where_it_comes_from(classeur, contexte):
    dits = [ligne[1] for ligne in classeur.get_sheet_by_name("Sources et filtres").to_python()]
    assert {contexte.lien, *contexte.filtres, *contexte.sources} <= set(dits)


def test_a_hostile_cell_of_the_workbook_stays_text(hostiles, contexte):
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(fichier(hostiles, contexte, "xlsx")))
    lues = [ligne[1] for ligne in lignes.get_sheet_by_name("Projets").to_python()[1:]]
    assert [lue.replace("\r", "") for lue in lues] == [texte.replace("\r", "") for texte in HOSTILES]


def test_the_geojson_has_every_project_and_no_geometry_for_the_unplaced(projets, contexte):
    lu = json.loads(fichier(projets, contexte, "geojson"))
    assert [e["properties"]["id_projet"] for e in lu["features"]] == projets["id_projet"].tolist()
    assert [e["geometry"] is None for e in lu["features"]] == projets["latitude"].isna().tolist()
    assert (lu["filtres"], lu["sources"]) == (list(contexte.filtres), list(contexte.sources))


def test_the_geopackage_has_its_layer_and_its_sources(projets, contexte, tmp_path):
    chemin = tmp_path / "projets.gpkg"
    chemin.write_bytes(fichier(projets, contexte, "gpkg"))
    lu = pyogrio.read_dataframe(chemin, layer="projets")
    assert lu["id_projet"].tolist() == projets["id_projet"].tolist()
    assert lu.crs.to_epsg() == 4326
    dits = pyogrio.read_dataframe(chemin, layer="sources_et_filtres")["texte"].tolist()
    assert {contexte.lien, *contexte.filtres, *contexte.sources} <= set(dits)
    sens = pyogrio.read_dataframe(chemin, layer="dictionnaire")["nom"].tolist()
    assert sens == [colonne.nom for colonne in COLONNES]


def test_the_parquet_has_its_geometry_its_types_and_its_sources(projets, contexte):
    octets = fichier(projets, contexte, "parquet")
    lu = gpd.read_parquet(io.BytesIO(octets))
    assert lu["id_projet"].tolist() == projets["id_projet"].tolist()
    assert lu.geometry.isna().sum() == projets["latitude"].isna().sum()
    metadonnees = pq.read_schema(io.BytesIO(octets)).metadata
    assert metadonnees[b"lien"].decode() == contexte.lien
    assert contexte.filtres[0] in metadonnees[b"filtres"].decode()


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_selection_is_a_file_too(projets, contexte, format_):
    assert fichier(projets.head(0), contexte, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_file_has_the_name_of_its_format(projets, contexte, format_):
    assert exporter(projets.head(1), format_, contexte).nom == f"projets.{format_}"


@pytest.mark.parametrize("en_memoire", [20_000, 0])
def test_a_yes_or_no_of_the_workbook_is_one_even_where_it_may_be_missing(
    projets, contexte, en_memoire, monkeypatch
):
    monkeypatch.setattr(classeur, "EN_MEMOIRE", en_memoire)
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(fichier(projets, contexte, "xlsx")))
    rang = [c.nom for c in COLONNES].index("accord_commune")
    lues = [ligne[rang] for ligne in lignes.get_sheet_by_name("Projets").to_python()[1:]]
    attendus = ["" if pd.isna(v) else bool(v) for v in projets["accord_commune"]]
    assert [(type(lue), lue) for lue in lues] == [(type(v), v) for v in attendus]


@pytest.mark.parametrize("en_memoire", [20_000, 0])
def test_control_characters_of_the_workbook_are_read_back(projets, contexte, en_memoire, monkeypatch):
    monkeypatch.setattr(classeur, "EN_MEMOIRE", en_memoire)
    textes = ["\x01\x0b\x1f", "]]>&<a>", "_x0041_"]
    lignes = projets.head(3).assign(entreprise=textes)
    lu = CalamineWorkbook.from_filelike(io.BytesIO(fichier(lignes, contexte, "xlsx")))
    assert [ligne[1] for ligne in lu.get_sheet_by_name("Projets").to_python()[1:]] == textes


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_holds_no_date_but_that_of_its_export(projets, contexte, format_):
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
def test_progress_ends_at_one(projets, contexte, format_):
    parts = []
    fichier(projets, contexte, format_, progres=parts.append)
    assert parts[-1] == 1.0
