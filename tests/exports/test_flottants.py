"""No file tells a figure by the leftovers of a sum: 0,07 is never 0,07000000000000001."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from data.couches.colonnes import table
from exports.diaporama.planche import Serie
from exports.tables.colonnes import COLONNES
from exports.tables.comparaison import ecrire
from exports.tables.projets import FORMATS, exporter
from geo.filtre.vocabulaires import vocabulaires
from geo.indicateurs import LA_FRANCE, Objet, comparer
from tests.service.test_ouvertes_contenu import PAR_FICHIER, contenu

RESTE = 7 * 0.01
"""0.07 and a leftover."""

TROP = re.compile(r"\d[.,]\d{7,}")


@pytest.fixture(scope="module")
def reste(projets):
    """Projects whose every measure ends in a leftover."""
    reels = projets.select_dtypes("float").columns
    return projets.assign(**dict.fromkeys(reels, RESTE))


def lire_csv(octets):
    return [c for ligne in csv.reader(io.StringIO(octets.decode("utf-8-sig")), delimiter=";") for c in ligne]


def lire_xlsx(octets):
    feuille = CalamineWorkbook.from_filelike(io.BytesIO(octets)).get_sheet_by_name("Projets")
    return [cellule for ligne in feuille.to_python() for cellule in ligne]


def lire_geojson(octets):
    elements = json.loads(octets)["features"]
    return [
        v
        for e in elements
        for v in (*e["properties"].values(), *(e["geometry"] or {}).get("coordinates", ()))
    ]


def lire_gpkg(octets):
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(octets)
        colonnes = ", ".join(colonne.nom for colonne in COLONNES)
        return [v for ligne in base.execute(f"SELECT {colonnes} FROM projets") for v in ligne]


def lire_parquet(octets):
    lus = pq.read_table(io.BytesIO(octets)).drop_columns("geometry").to_pydict()
    points = gpd.read_parquet(io.BytesIO(octets)).geometry.dropna()
    return [*(v for valeurs in lus.values() for v in valeurs), *points.x]


LECTURES = {
    "csv": lire_csv,
    "xlsx": lire_xlsx,
    "geojson": lire_geojson,
    "gpkg": lire_gpkg,
    "parquet": lire_parquet,
}


def test_chaque_format_des_projets_est_verifie():
    assert LECTURES.keys() == FORMATS.keys()


@pytest.mark.parametrize("format_", LECTURES)
def test_aucun_format_ne_laisse_le_reste_d_un_calcul(reste, contexte, format_):
    valeurs = [str(v) for v in LECTURES[format_](exporter(reste, format_, contexte).octets)]
    assert "0.07" in valeurs or "0,07" in valeurs
    assert [v for v in valeurs if TROP.search(v)] == []


def test_le_tableau_de_la_page_non_plus(atlas, reste):
    colonnes = table(reste, vocabulaires(atlas, reste), 2021)["colonnes"]
    assert {v for c in colonnes if c["nom"] == "montant" for v in c["valeurs"]} == {0.07}


def test_un_euro_reste_un_euro():
    (montant,) = (c for c in COLONNES if c.nom == "montant_meur")
    assert round(1_234.567891, montant.decimales) == 1_234.567891


def test_un_graphique_de_diaporama_non_plus():
    assert Serie(nom="", valeurs=(RESTE, None, 3), couleur="").valeurs == (0.07, None, 3)


def test_une_comparaison_non_plus(atlas, contexte):
    objets = [LA_FRANCE, Objet(sorte="region", code="53")]
    lignes = comparer(atlas, objets=objets, millesime=2021)
    assert TROP.findall(ecrire(lignes, ["France", "Bretagne"], contexte).decode()) == []


@pytest.mark.parametrize("nom", [nom for nom in PAR_FICHIER if nom.endswith(".csv")])
def test_un_fichier_des_donnees_ouvertes_non_plus(nom):
    assert TROP.findall(contenu(nom).octets.decode()) == []


@pytest.mark.parametrize("nom", ["territoires.geojson", "epci.geojson"])
def test_les_proprietes_des_contours_non_plus(nom):
    elements = json.loads(contenu(nom, "region=53").octets)["features"]
    assert TROP.findall(json.dumps([e["properties"] for e in elements])) == []
