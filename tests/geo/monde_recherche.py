"""A miniature world for the search: a dozen communes and their other names, three TI, as many enterprises.

Val-d'Or keeps its name and changes id in 2023, when ti-9901 becomes « Haute Plaine »;
« Vieux Pays » is of 2020 only.
"""

from types import SimpleNamespace

import pandas as pd

from geo.millesimes import MILLESIMES, colonne_ti

VAL, PLAINE, VIEUX = "Val-d'Or", "Haute Plaine", "Vieux Pays"

TERRITOIRES = pd.DataFrame(
    [
        (2020, "ti-9901", VAL, "98", 900),
        (2020, "ti-9909", VIEUX, "98", 50),
        (2021, "ti-9901", VAL, "98", 900),
        (2022, "ti-9901", VAL, "98", 900),
        (2023, "ti-9901", PLAINE, "98,99", 400),
        (2023, "ti-9902", VAL, "98", 900),
    ],
    columns=["millesime", "id_ti", "lib_ti", "regions", "population"],
)

VAL_PARTOUT = ("ti-9901", "ti-9901", "ti-9901", "ti-9902")
HORS = (None, None, None, None)

_COMMUNES = [
    # code, nom, siren, siren_epci, departement, region, population, latitude, longitude, TI
    ("01001", "Saint-Aubry", "210100011", "200000001", "01", "98", 500, 47.0, 2.0, VAL_PARTOUT),
    ("01002", "Saint-Aubry-la-Forêt", "210100022", "200000001", "01", "98", 90, 47.1, 2.0, VAL_PARTOUT),
    ("01003", "La Gourdière", "210100033", "200000002", "01", "98", 300, 47.2, 2.0, HORS),
    ("01004", "L'Orme", None, "200000002", "01", "98", 80, 47.3, 2.0, HORS),
    ("02001", "Saint-Aubry", "210200011", "200000003", "02", "98", 700, 48.0, 2.0, HORS),
    ("02002", "Montvert", "210200022", "200000003", "02", "98", 40, 48.1, 2.0, HORS),
    ("02003", "Grand-Montvert", "210200033", "200000003", "02", "98", 4000, 48.2, 2.0, HORS),
    ("02004", "Bémontverte", "210200044", "200000003", "02", "98", 9000, 48.3, 2.0, HORS),
    ("02005", "Montvert-lès-Eaux", "210200055", "200000003", "02", "98", 10, 48.4, 2.0, HORS),
    ("02006", "U", "210200066", "200000003", "02", "98", 5, 48.5, 2.0, HORS),
    ("02007", "Strasac", "210200077", "200000003", "02", "98", 60, 48.6, 2.0, (None, None, None, "ti-9901")),
]

COMMUNES = pd.DataFrame(
    {
        "code": [c[0] for c in _COMMUNES],
        "nom": [c[1] for c in _COMMUNES],
        "siren": [c[2] for c in _COMMUNES],
        "siren_epci": [c[3] for c in _COMMUNES],
        "departement": [c[4] for c in _COMMUNES],
        "region": [c[5] for c in _COMMUNES],
        "population": [c[6] for c in _COMMUNES],
        "latitude": [c[7] for c in _COMMUNES],
        "longitude": [c[8] for c in _COMMUNES],
        **{colonne_ti(m): [c[9][rang] for c in _COMMUNES] for rang, m in enumerate(MILLESIMES)},
    }
)

EPCI = pd.DataFrame(
    [
        ("200000001", "CC du Pays de Saint-Aubry", "01", 590),
        ("200000002", "CA de la Gourdière", "01", 380),
        ("200000003", "CU Montvert Métropole", "02", 13815),
    ],
    columns=["siren", "libelle", "departement", "population"],
)

GROUPEMENTS = pd.DataFrame(
    [
        *((m, ti, "200000001", EPCI["libelle"][0], "EPCI", "01", 590)
          for m, ti in zip(MILLESIMES, VAL_PARTOUT, strict=True)),
        (2021, "ti-9901", "200000009", "EPT Boucle Ouest (T5)", "EPT", "02", 900),
    ],
    columns=["millesime", "id_ti", "siren", "libelle", "type", "departement", "population"],
)  # fmt: skip

DEPARTEMENTS = pd.DataFrame({"code": ["01", "02"], "nom": ["Amont", "Aval"], "region": ["98", "98"]})

_PROJETS = [
    # id, entreprise, siren, valide, commune, departement, doublon, TI
    ("p-1", "TOLES REUNIES", "732829320", True, "Saint-Aubry", "01", None, VAL_PARTOUT),
    ("p-2", "Tôles Réunies SAS", "732829320", True, "Saint-Aubry", "01", None, VAL_PARTOUT),
    ("p-3", "TOLES REUNIES", "732829320", True, "Saint-Aubry", "01", "p-1", VAL_PARTOUT),
    ("p-4", "Fonderie Montvert", "404417000", False, "Montvert", "02", None, HORS),
    ("p-5", "Fonderie Montvert", "404417000", False, "Grand-Montvert", "02", None, HORS),
    ("p-6", "Atelier Nu", None, False, None, None, None, HORS),
    ("p-7", None, None, False, None, None, None, HORS),
]

PROJETS = pd.DataFrame(
    {
        "id_projet": [p[0] for p in _PROJETS],
        "entreprise": [p[1] for p in _PROJETS],
        "siren": [p[2] for p in _PROJETS],
        "siren_valide": [p[3] for p in _PROJETS],
        "commune": [p[4] for p in _PROJETS],
        "code_departement": [p[5] for p in _PROJETS],
        "doublon_de": [p[6] for p in _PROJETS],
        **{colonne_ti(m): [p[7][rang] for p in _PROJETS] for rang, m in enumerate(MILLESIMES)},
    }
)

CODES_POSTAUX = pd.DataFrame(
    [
        ("01100", "01001", "01001"),
        ("01100", "01002", "01002"),
        ("02200", "02001", "02001"),
        ("02300", "02002", "02002"),
        ("02300", "02009", "02002"),
    ],
    columns=["code_postal", "insee", "commune"],
)

AUTRES_NOMS = pd.DataFrame(
    [
        ("ancienne commune", "02009", "Petit-Vallon", 1972, "02002"),
        ("ancien nom", "02007", "Strasac-le-Vieux", 1950, "02007"),
        ("commune plus récente", "01010", "Val d'Aubry", 2024, "01001"),
        ("commune plus récente", "01010", "Val d'Aubry", 2024, "01002"),
    ],
    columns=["sorte", "code", "nom", "annee", "commune"],
)

MONDE = SimpleNamespace(
    codes_postaux=CODES_POSTAUX,
    autres_noms=AUTRES_NOMS,
    territoires=TERRITOIRES,
    communes=COMMUNES,
    epci=EPCI,
    groupements=GROUPEMENTS,
    departements=DEPARTEMENTS,
    nom_region={"98": "Grande Région", "99": "Petite Région"},
    projets=PROJETS,
    territoires_de=lambda millesime: TERRITOIRES[TERRITOIRES["millesime"] == millesime],
)
