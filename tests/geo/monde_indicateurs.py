"""A miniature world for the indicators: six communes in two régions, three TI, one of them interregional.

région 11                         région 24                 région 06
A1 (ti-1101)  A2 (ti-1101)        B1 (ti-1101)  B2 (ti-2401)  C1 (ti-0601), of which nothing is published
A3 (no TI)

"""

from types import SimpleNamespace

import pandas as pd

from geo.atlas.assiettes import assiettes
from geo.millesimes import MILLESIMES, colonne_ti

_COMMUNES = [
    # code, région, TI, population, zone, siren_emploi, emplois, actifs, établissements
    ("11001", "11", "ti-1101", 1000, "1101", "100000001", 400.0, 300.0, 10),
    ("11002", "11", "ti-1101", 3000, "1102", "100000001", 600.0, 100.0, 30),
    ("11003", "11", None, 500, "1102", "100000001", 100.0, 100.0, 0),
    ("24001", "24", "ti-1101", 6000, "1102", "100000002", 1000.0, 600.0, 10),
    ("24002", "24", "ti-2401", 2000, "1101", None, 50.0, 500.0, 40),
    ("97601", "06", "ti-0601", 7000, "0601", None, None, None, None),
]

EPCI = {
    "11001": "200000001",
    "11002": "200000001",
    "11003": "200000002",
    "24001": "200000002",
    "97601": "200000006",
}
"""EPCI of each commune; 24002 has none."""

COMMUNES = pd.DataFrame(
    {
        "code": [c[0] for c in _COMMUNES],
        "region": [c[1] for c in _COMMUNES],
        "departement": [c[0][:3] if c[0].startswith("97") else c[0][:2] for c in _COMMUNES],
        "siren_epci": [EPCI.get(c[0]) for c in _COMMUNES],
        **{colonne_ti(m): [c[2] for c in _COMMUNES] for m in MILLESIMES},
        "population": [c[3] for c in _COMMUNES],
    }
)

INDICATEURS_COMMUNES = pd.DataFrame(
    {
        "code": [c[0] for c in _COMMUNES],
        "zone_emploi": [c[4] for c in _COMMUNES],
        "siren_emploi": [c[5] for c in _COMMUNES],
        "emplois_2018": [c[6] for c in _COMMUNES],
        "actifs_1564_2018": [c[7] for c in _COMMUNES],
        "etablissements_industrie_2018": pd.array([c[8] for c in _COMMUNES], dtype="Int64"),
    }
)

NOMS_DES_REGIONS = {"11": "Île-de-France", "24": "Centre-Val de Loire", "06": "Mayotte"}

CHOMAGE = pd.DataFrame(
    {
        "zone_emploi": ["1101", "1101", "1101", "1102", "1102", "1102"],
        "trimestre": ["2019-T1", "2021-T1", "2023-T3"] * 2,
        "taux": [8.0, 50.0, 6.0, 10.0, 60.0, 11.0],
    }
)

PARTS = pd.DataFrame({"siren": ["100000001", "100000002"], "part_industrie_2022": [10.0, 30.0]})

_PROJETS = [
    # id, commune, région, emplois, groupe
    ("p-1", "11001", "11", 5, "p-1"),
    ("p-2", "11002", "11", 5, "p-1"),
    ("p-3", "24001", "24", None, None),
    ("p-4", "24002", "24", None, None),
    ("p-5", "11003", "11", 7, "p-5"),
    ("p-6", "97601", "06", 5, "p-1"),
    ("p-7", None, "24", 2, "p-7"),
    ("p-8", None, None, 9, "p-8"),
]


def _ti(code):
    return COMMUNES.set_index("code")[colonne_ti(2021)].get(code)


PROJETS = pd.DataFrame(
    {
        "id_projet": [p[0] for p in _PROJETS],
        "code_commune": [p[1] for p in _PROJETS],
        "code_region": [p[2] for p in _PROJETS],
        "code_departement": [p[1] and COMMUNES.set_index("code")["departement"][p[1]] for p in _PROJETS],
        "siren_epci": [EPCI.get(p[1]) for p in _PROJETS],
        **{colonne_ti(m): [_ti(p[1]) for p in _PROJETS] for m in MILLESIMES},
        "emplois_prevus": pd.array([p[3] for p in _PROJETS], dtype="Int64"),
        "groupe_emplois": [p[4] for p in _PROJETS],
    }
)


def tables(**changements):
    """The tables of the world, some of them changed."""
    return {
        "communes": COMMUNES,
        "projets": PROJETS,
        "indicateurs_communes": INDICATEURS_COMMUNES,
        "chomage": CHOMAGE,
        "emploi_industriel_epci": PARTS,
        **changements,
    }


class Monde(SimpleNamespace):
    """Equals itself alone, like an atlas."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


def monde(**changements):
    """What an indicator needs of an atlas, in this world."""
    ids = pd.DataFrame({"id_ti": ["ti-0601", "ti-1101", "ti-2401"]})
    return Monde(
        assiettes=assiettes(**tables(**changements)),
        territoires_de=lambda _: ids,
        nom_region=NOMS_DES_REGIONS,
    )
