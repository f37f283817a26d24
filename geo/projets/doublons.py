"""Rows that repeat a project, and jobs that are announced more than once.

Two questions, kept apart. *Is this row the same project as an earlier one?* Then it carries `doublon_de`:
nothing is dropped, a reader decides. *Are these the same jobs?* One project on three sites, or led by two
partners, is three or two rows that each state the jobs of the whole: they are not duplicates, but their
jobs count once.

The thresholds were set on the real list by reading every pair of one enterprise, one measure and one date.
At one site, a rewritten description scores from 91 up (Alcatel-Lucent, Souriau, MGB); three charging cables
of Raydiall, three projects, score 81 and less. Between partners, the one true case scores 91 (a laundry,
told twice); chance resemblances stop at 73.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from pyproj import Geod
from rapidfuzz import fuzz

from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

__all__ = ["EmploisAnnonces", "emplois_annonces", "marquer"]

RESSEMBLANCE = 85.0
"""Similarity (rapidfuzz token_sort_ratio, 0 to 100) from which two objects are one; see above."""

RESSEMBLANCE_POSSIBLE = 65.0
"""From here up to `RESSEMBLANCE`, at one site, the row may repeat the other: only its producer could tell.
Grand-Perret (79) and Société de peinture industrielle (66) read like one project told twice, the cables of
Raydiall (69 to 81) like three; the lines of Leroux, five projects, score 64 and less."""

MEME_SITE_KM = 1.0
"""Two points this close are one site: the repeated rows of the list stand 100 to 200 m apart."""

EXACT = "exact"
PROCHE = "proche"
POSSIBLE = "possible"

ELLIPSOIDE = Geod(ellps="WGS84")

_SYNONYMES = {"digitalisation": "numerisation", "digital": "numerique", "digitale": "numerique"}


class EmploisAnnonces(NamedTuple):
    """Jobs that a set of projects announces.

    Attributes:
        total: Jobs, each counted once.
        renseignes: Projects that state a number of jobs; the others are unknown, not zero.
    """

    total: int
    renseignes: int


class _Ligne(NamedTuple):
    """What two rows are compared by."""

    entreprise: str
    siren: str
    mesure: str
    date: pd.Timestamp
    latitude: float
    longitude: float
    emplois_prevus: float
    objet: str


def marquer(projets: pd.DataFrame) -> pd.DataFrame:
    """Columns doublon_de, doublon_nature (exact, proche, possible) and groupe_emplois, on `projets`' index.

    - exact: every column says the same as an earlier row.
    - proche: same enterprise (SIREN or name), same measure, same date, same site, same or nearly same object.
    - possible: the same, with an object that resembles less; its jobs are not merged for that reason alone.
    - groupe_emplois: id of the first row that states the same jobs: same measure, same date, same number, and
      the same enterprise or nearly the same object. Missing where no number is stated.

    Args:
        projets: Columns id_projet, entreprise, siren, mesure, date, latitude, longitude,
            emplois_prevus, objet, and any other that takes part in an exact repeat.
    """
    lignes = [_Ligne(*valeurs) for valeurs in projets[list(_Ligne._fields)].itertuples(index=False)]
    repetes = _exacts(projets)
    for i, j in _paires(lignes, _meme_decision):
        nature = None if j in repetes else _meme_projet(lignes[i], lignes[j])
        if nature:
            repetes[j] = (repetes.get(i, (i, ""))[0], nature)
    premiers = _memes_emplois(lignes, repetes)
    ids = projets["id_projet"].tolist()
    colonnes = {
        "doublon_de": [ids[repetes[j][0]] if j in repetes else None for j in range(len(ids))],
        "doublon_nature": [repetes[j][1] if j in repetes else None for j in range(len(ids))],
        "groupe_emplois": [ids[premiers[j]] if j in premiers else None for j in range(len(ids))],
    }
    return pd.DataFrame(colonnes, index=projets.index, dtype="str")


def emplois_annonces(projets: pd.DataFrame) -> EmploisAnnonces:
    """Jobs that some projects announce, the same jobs counted once, and how many projects state a number.

    When rows of one group state different numbers (an exact or near repeat), the largest counts.

    Args:
        projets: Any selection of the table `projets`: columns emplois_prevus, groupe_emplois.
    """
    dits = projets[projets["emplois_prevus"].notna()]
    groupes = dits.groupby("groupe_emplois")["emplois_prevus"].max()
    return EmploisAnnonces(total=int(groupes.sum()), renseignes=len(dits))


def _exacts(projets: pd.DataFrame) -> dict[int, tuple[int, str]]:
    """Rows that say the same as an earlier one in every column but the id."""
    contenu = projets.drop(columns="id_projet").astype("str").fillna("")
    premiers: dict[tuple[str, ...], int] = {}
    repetes = {}
    for j, valeurs in enumerate(contenu.itertuples(index=False, name=None)):
        i = premiers.setdefault(valeurs, j)
        if i != j:
            repetes[j] = (i, EXACT)
    return repetes


def _paires(lignes: list[_Ligne], decision: Callable[[_Ligne], Hashable | None]) -> Iterator[tuple[int, int]]:
    """Pairs of row numbers, the earlier one first, among the rows that share a decision (None: left out)."""
    groupes: dict[Hashable, list[int]] = {}
    for rang, ligne in enumerate(lignes):
        commun = decision(ligne)
        if commun is not None:
            groupes.setdefault(commun, []).append(rang)
    for rangs in groupes.values():
        yield from combinations(rangs, 2)


def _meme_decision(ligne: _Ligne) -> Hashable | None:
    return ligne.mesure, ligne.date


def _memes_chiffres(ligne: _Ligne) -> Hashable | None:
    return None if pd.isna(ligne.emplois_prevus) else (ligne.mesure, ligne.date, int(ligne.emplois_prevus))


def _meme_projet(une: _Ligne, autre: _Ligne) -> str | None:
    """How surely two rows of one decision are one project; None when they are two."""
    if not (_meme_entreprise(une, autre) and _meme_site(une, autre)):
        return None
    ressemblance = _ressemblance(une, autre)
    if ressemblance >= RESSEMBLANCE:
        return PROCHE
    return POSSIBLE if ressemblance >= RESSEMBLANCE_POSSIBLE else None


def _meme_entreprise(une: _Ligne, autre: _Ligne) -> bool:
    meme_siren = pd.notna(une.siren) and une.siren == autre.siren
    return meme_siren or (cle(une.entreprise) != "" and cle(une.entreprise) == cle(autre.entreprise))


def _meme_site(une: _Ligne, autre: _Ligne) -> bool:
    if math.isnan(une.latitude) or math.isnan(autre.latitude):
        return False
    metres = ELLIPSOIDE.inv(une.longitude, une.latitude, autre.longitude, autre.latitude)[2]
    return bool(metres <= MEME_SITE_KM * 1000)


def _ressemblance(une: _Ligne, autre: _Ligne) -> float:
    """Likeness of two objects, from 0 to 100; 0 when one is missing."""
    if pd.isna(une.objet) or pd.isna(autre.objet):
        return 0.0
    return float(fuzz.token_sort_ratio(_mots(une.objet), _mots(autre.objet)))


def _mots(objet: str) -> str:
    return " ".join(_SYNONYMES.get(mot, mot) for mot in cle(objet).split())


def _memes_emplois(lignes: list[_Ligne], repetes: dict[int, tuple[int, str]]) -> dict[int, int]:
    """First row of the group that shares its jobs, for each row that states a number."""
    premier = {rang: rang for rang, ligne in enumerate(lignes) if pd.notna(ligne.emplois_prevus)}
    sures = {j: i for j, (i, nature) in repetes.items() if nature != POSSIBLE}
    liens = [(i, j) for j, i in sures.items() if i in premier and j in premier]
    for i, j in _paires(lignes, _memes_chiffres):
        if _meme_entreprise(lignes[i], lignes[j]) or _ressemblance(lignes[i], lignes[j]) >= RESSEMBLANCE:
            liens.append((i, j))
    for i, j in liens:
        racines = sorted((premier[i], premier[j]))
        if racines[0] != racines[1]:
            premier = {k: racines[0] if r == racines[1] else r for k, r in premier.items()}
    return premier
