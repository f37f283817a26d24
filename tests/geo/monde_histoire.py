"""A miniature atlas of one commune per letter, whose territories each test draws in 2020 and in 2021."""

import pandas as pd

from geo.atlas.atlas import TABLES_DE_L_ATLAS, Atlas
from geo.millesimes import MILLESIMES, colonne_ti

_EPCI = {"a": "A", "b": "A", "c": "C", "d": "C", "e": "E", "f": "F"}
HABITANTS = {"a": 60, "b": 40, "c": 30, "d": 70, "e": 100, "f": 100}
"""EPCI A holds a and b, EPCI C holds c and d; e and f are EPCI of one commune."""


def siren(lettre):
    return f"20000000{'ABCDEF'.index(lettre)}"


def siren_commune(lettre):
    return f"21000000{'abcdef'.index(lettre)}"


def monde(avant, apres, *, noms=None, seules=()):
    """An atlas of these territories: id → letters of its communes, in 2020 and from 2021 on.

    Names are the ids unless told by (millésime, id); the communes of `seules` take part on their own.
    """
    return Atlas(
        **dict.fromkeys(TABLES_DE_L_ATLAS)
        | {
            "communes": _communes(avant, apres),
            "groupements": _groupements(seules),
            "epci": pd.DataFrame(
                {"siren": [siren(e) for e in "ACEF"], "libelle": [f"CC {e}" for e in "ACEF"]}
            ),
            "territoires": _territoires(avant, apres, noms or {}),
        }
    )


def _ti(perimetre):
    ids = {lettre: id_ti for id_ti, lettres in perimetre.items() for lettre in lettres}
    return [ids.get(lettre) for lettre in _EPCI]


def _communes(avant, apres):
    table = {
        "code": [f"0100{lettre}" for lettre in _EPCI],
        "nom": [f"Commune {lettre}" for lettre in _EPCI],
        "siren": [siren_commune(lettre) for lettre in _EPCI],
        "siren_epci": [siren(e) for e in _EPCI.values()],
        "siren_ept": [None] * len(_EPCI),
    }
    table |= {colonne_ti(m): _ti(avant if m == 2020 else apres) for m in MILLESIMES}
    return pd.DataFrame(table, dtype="str").assign(population=list(HABITANTS.values()))


def _groupements(seules):
    return pd.DataFrame(
        {
            "millesime": 2020,
            "siren": [siren_commune(lettre) for lettre in seules],
            "libelle": [f"Ville {lettre}" for lettre in seules],
            "type": "commune",
        }
    )


def _territoires(avant, apres, noms):
    lignes = [
        {"millesime": m, "id_ti": id_ti, "lib_ti": noms.get((m, id_ti), id_ti)}
        for m in MILLESIMES
        for id_ti in (avant if m == 2020 else apres)
    ]
    return pd.DataFrame(lignes, columns=["millesime", "id_ti", "lib_ti"])
