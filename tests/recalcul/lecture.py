"""The raw files as they are: read, and nothing else. Codes stay text, an empty cell is missing."""

import csv
import json
import zipfile

import geopandas as gpd
import pandas as pd


def texte(chemin, **options):
    return pd.read_csv(chemin, dtype=str, keep_default_na=False, na_values=[""], **options)


def feuille(chemin, nom, entete):
    return pd.read_excel(chemin, sheet_name=nom, header=entete, dtype=str, engine="calamine")


def laureats(dossier):
    chemin = dossier / "laureats" / "plan_relance_industrie_2022.tsv"
    return texte(chemin, sep="\t", quoting=csv.QUOTE_NONE)


def comparateur(dossier):
    """Communes and arrondissements of 2021: census and establishments of 2018, NaN where INSEE is silent."""
    chemin = dossier / "indicateurs" / "base_cc_comparateur_csv.zip"
    with zipfile.ZipFile(chemin) as archive, archive.open("base_cc_comparateur.CSV") as flux:
        return pd.read_csv(flux, sep=";", dtype={"CODGEO": str}).set_index("CODGEO")


def composition_epci(dossier):
    return feuille(dossier / "geometries" / "epcicom2021.xlsx", 0, 0).set_index("insee")


def appartenance(dossier):
    chemin = dossier / "indicateurs" / "table-appartenance-geo-communes-22.xlsx"
    return feuille(chemin, "COM", 5).set_index("CODGEO")


def taux_de_chomage(dossier):
    """Rates in % by code of zone d'emploi or of regional part (RRXX), one column a quarter."""
    chemin = dossier / "indicateurs" / "chomage-zone-t1-2003-t3-2023.xlsx"
    zones = feuille(chemin, "txcho_ze", 5).set_index("ZE2020")
    parties = feuille(chemin, "txcho_parties reg", 7).set_index("ZER2020")
    trimestres = [colonne for colonne in zones.columns if colonne[:2] == "20"]
    tous = pd.concat([zones[trimestres], parties[trimestres]])
    return tous[tous.index.notna()].astype("float64")


def parts_industrielles(dossier):
    """libelle, n_communes and share of industry (%) of each EPCI, EPT and Paris, by code."""
    lignes = json.loads((dossier / "indicateurs" / "agg_epci_exdeco.json").read_text(encoding="utf-8"))
    table = pd.DataFrame(lignes).set_index("code")
    return table[["libelle", "type_epci", "n_communes", "eco_sectindus_pct_22"]]


def mouvements(dossier):
    return texte(dossier / "cog" / "mouvements_communes_1943_2026.csv")


def cog(dossier):
    return texte(dossier / "cog" / "communes_2026.csv")


def postaux(dossier):
    return texte(dossier / "geometries" / "correspondance-code-insee-code-postal.csv")


def contours(dossier):
    return gpd.read_parquet(dossier / "geometries" / "communes_2018.parquet")
