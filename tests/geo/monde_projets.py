"""A miniature world for the projects: six square communes, three départements, one row that each test alters.

lat 45.1 ┌──────────┬──────────┬──────────┬──────────┐        2A004 Ajaccio  (8.7 to 8.8, 41.9 to 42)
         │  01001   │  01002   │  02001   │  02002   │        75056 Paris    (2.3 to 2.4, 48.8 to 48.9)
lat 45.0 └──────────┴──────────┴──────────┴──────────┘
       lon 0       0.1        0.2        0.3        0.4       a tenth of a degree here: 7.9 km by 11.1 km
"""

import geopandas as gpd
import pandas as pd
import shapely

from geo.millesimes import MILLESIMES, colonne_ti
from geo.projets.assemblage import COLONNES_BRUTES, placer

_COMMUNES = [
    ("01001", "Alba-la-Romaine", "01", "84", 0.0, 45.0, 100),
    ("01002", "Le Berre", "01", "84", 0.1, 45.0, 900),
    ("02001", "Cerny-Fontenay", "02", "32", 0.2, 45.0, 50),
    ("02002", "Saint-Dole", "02", "32", 0.3, 45.0, 10),
    ("2A004", "Ajaccio", "2A", "94", 8.7, 41.9, 70_000),
    ("75056", "Paris", "75", "11", 2.3, 48.8, 2_000_000),
]

CONTOURS = gpd.GeoDataFrame(
    {"code": [c[0] for c in _COMMUNES]},
    geometry=[shapely.box(c[4], c[5], c[4] + 0.1, c[5] + 0.1) for c in _COMMUNES],
    crs=4326,
)

COMMUNES = pd.DataFrame(
    {
        "code": [c[0] for c in _COMMUNES],
        "nom": [c[1] for c in _COMMUNES],
        "siren_epci": ["200000001", "200000001", "200000002", None, "200000003", "200000004"],
        "departement": [c[2] for c in _COMMUNES],
        "region": [c[3] for c in _COMMUNES],
        **{colonne_ti(m): [f"ti-{m}", None, None, None, None, None] for m in MILLESIMES},
        "latitude": [c[5] + 0.05 for c in _COMMUNES],
        "longitude": [c[4] + 0.05 for c in _COMMUNES],
        "population": [c[6] for c in _COMMUNES],
    }
)

POSTAUX = pd.DataFrame(
    {
        "Code INSEE": ["01001", "01002", "02001", "02002", "2A004", "75101", "75102", "02999"],
        "Code Postal": ["01000", "01000/01010", "02000", "02000", "20000", "75001", "75002", "02900"],
    }
)

PASSAGE = pd.DataFrame({"code_2018": ["02999"], "code": ["02002"]})

LIGNE = {
    "entreprise": "FORGES DU MONDE",
    "type_entreprise": "TPE / PME",
    "siren": "842959249",
    "mesure": "Modernisation de la filière automobile",
    "mesure_light": "Automobile",
    "code_departement": "01",
    "code_postal": "01010",
    "nom_commune": "LE BERRE",
    "latitude": "45.05000",
    "longitude": "0.15000",
    "date": "2021-02-10",
    "filiere": "Automobile",
    "tco2": None,
    "emplois": None,
    "nature": "modernisation",
    "objet": "Robots de soudage pour châssis",
}
"""A row in which everything agrees: it stands in the middle of 01002."""


def bruts(*changements):
    """One row per dictionary of changes to `LIGNE`, all text."""
    lignes = [{**LIGNE, **changement} for changement in changements]
    return pd.DataFrame(lignes, columns=list(COLONNES_BRUTES), dtype="str")


def place(*changements):
    """The table `projets` of these rows, in the miniature world."""
    return placer(
        bruts(*changements),
        communes=COMMUNES,
        contours_communes=CONTOURS,
        postaux=POSTAUX,
        passage=PASSAGE,
    )


def projet(**changement):
    """The only project of a row."""
    return place(changement).iloc[0]
