"""Miniature processed tables for the map layers: two régions, one EPCI across both, three projects."""

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data.couches.contenus import TABLES_DES_COUCHES
from geo.contours.traces import COUCHES
from geo.millesimes import MILLESIMES, colonne_ti

EST, OUEST, LIMITE, SEULE = "200000001", "200000002", "200000003", "215800034"


def carre(colonne):
    return shapely.box(3 + colonne / 10, 47, 3.1 + colonne / 10, 47.1)


FORMES = {
    "epci": {EST: carre(0), LIMITE: shapely.union(carre(1), carre(2)), OUEST: carre(3)},
    "groupements": {SEULE: carre(1)},
    "departements": {"01": shapely.union(carre(0), carre(1)), "02": shapely.union(carre(2), carre(3))},
    "regions": {"84": shapely.union(carre(0), carre(1)), "27": shapely.union(carre(2), carre(3))},
    "ti_2021": {"ti-8401": carre(0)},
}

TOPOLOGIE = {
    "type": "Topology",
    "objects": {"communes": {"type": "GeometryCollection", "geometries": [{"id": "01001"}]}},
    "arcs": [],
}


def _contours():
    lignes = [(c, i, f) for c in COUCHES for i, f in sorted(FORMES.get(c, {}).items())]
    couches, ids, formes = zip(*lignes, strict=True)
    return gpd.GeoDataFrame({"couche": couches, "id": ids, "ecart_m": 0}, geometry=list(formes), crs=4326)


def projets():
    return pd.DataFrame(
        {
            "id_projet": ["p-aa", "p-bb", "p-cc", "p-dd"],
            "longitude": [3.05, np.nan, 3.04999, 3.25],
            "latitude": [47.05, np.nan, 47.05, 47.00001],
            "lieu_incertain": False,
            "filiere": pd.Series(["Santé", None, "Automobile", "Santé"], dtype="str"),
            "mesure_light": ["Matiere", "Matiere", "AAP", "Matiere"],
            "entreprise": pd.Series(["<b>Élan</b>", "Beta", None, "Delta"], dtype="str"),
            "code_commune": pd.Series(["01001", None, "01001", "02001"], dtype="str"),
            "commune": pd.Series(["Nevers", None, "Nevers", "Decize"], dtype="str"),
            "objet": ["…", "…", "…", "…"],
        }
    )


def villes():
    return pd.DataFrame(
        {
            "programme": ["ACV", "PVD", "PVD"],
            "id": ["acv-001", "pvd-9", "pvd-1"],
            "nom": ["Laon et alentours", "<b>Fère</b>", "Vervins"],
            "code_commune": ["02001", "02002", "02003"],
            "commune": ["Laon", "<b>Fère</b>", "Vervins"],
            "longitude": [3.62345, 3.5, 3.9],
            "latitude": [49.5612, 49.2, 49.8],
        }
    )


def tables():
    communes = pd.DataFrame(
        {
            "code": ["01001", "01002", "02001", "02002"],
            "siren": pd.Series(["210100001", SEULE, None, "210200002"], dtype="str"),
            "siren_epci": pd.Series([EST, LIMITE, LIMITE, OUEST], dtype="str"),
            "siren_ept": pd.Series([None] * 4, dtype="str"),
            "departement": ["01", "01", "02", "02"],
            "region": ["84", "84", "27", "27"],
            "nom": ["Bourg", "Ambérieu", "Laon", "Soissons"],
            "population": [41_000, 14_000, 24_000, 41_000],
            "longitude": [3.05, 3.15, 3.25, np.nan],
            "latitude": [47.05, 47.05, 47.05001, np.nan],
        }
    ).assign(**{colonne_ti(m): pd.Series([None] * 4, dtype="str") for m in MILLESIMES})
    communes["id_ti_2021"] = pd.Series(["ti-8401", None, None, None], dtype="str")
    monde = {
        "territoires": pd.DataFrame(
            {"millesime": [2021, 2022], "id_ti": ["ti-8401"] * 2, "lib_ti": ["Val d’Est", "Autre nom"]}
        ),
        "groupements": pd.DataFrame(
            {"millesime": [2023, 2021], "siren": [SEULE] * 2, "libelle": ["Nom de 2023", "Nom de 2021"]}
        ),
        "epci": pd.DataFrame({"siren": [EST, LIMITE, OUEST], "libelle": ["CC Est", "CC Limite", "CC Ouest"]}),
        "communes": communes,
        "regions": pd.DataFrame({"code": ["27", "84"], "nom": ["Bourgogne", "Auvergne"]}),
        "departements": pd.DataFrame({"code": ["01", "02"], "nom": ["Ain", "Aisne"]}),
        "contours": _contours(),
        "contours_fins": _contours(),
        "contours_communes": pd.DataFrame(
            {"departement": ["01"], "communes": [1], "topologie": [json.dumps(TOPOLOGIE)]}
        ),
        "projets": projets(),
        "villes": villes(),
    }
    assert set(monde) == set(TABLES_DES_COUCHES)
    return monde
