"""Bars that read as figures, rows that stay text."""

from __future__ import annotations

from html import unescape

import pandas as pd
import pytest

from geo.projets.doublons import emplois_annonces
from pages.territoire import projets as fiche_projets
from tests.pages.regards import texte

HOSTILE = "<img src=x onerror=window.pirate=1>"


@pytest.fixture
def projets(atlas):
    """Those of Nord Cotentin in 2021."""
    return atlas.fiche("ti-2806", 2021).projets


def ecrire(projets: pd.DataFrame) -> list[list[str]]:
    return [[str(v) for v in fiche_projets._ligne(p)] for p in projets.to_dict("records")]


def test_each_breakdown_adds_up_to_the_projects(projets):
    for tableau in fiche_projets.repartitions(projets).split("<tbody")[1:]:
        cellules = [c.split("</td>")[0] for c in tableau.split("<td>")[1:]]
        assert sum(int(c) for c in cellules[::2]) == len(projets)
        assert sum(int(c) for c in cellules[1::2] if c != "–") == emplois_annonces(projets)[0]


def test_the_longest_bar_is_the_largest_number():
    lignes = pd.DataFrame(
        {"valeur": ["a", "b"], "projets": [4, 1], "emplois": [None, 3], "renseignes": [0, 1]}
    )
    lu = fiche_projets.barres("Par lettre", lignes)
    assert lu.index("--l:100%") < lu.index("--l:25%")


def test_projects_without_a_filiere_are_not_renseigne():
    lignes = pd.DataFrame({"valeur": [None], "projets": [2], "emplois": [None], "renseignes": [0]})
    assert "Non renseigné 2 –" in unescape(texte(fiche_projets.barres("Par filière", lignes)))


def test_a_hostile_filiere_stays_text():
    lignes = pd.DataFrame({"valeur": [HOSTILE], "projets": [2], "emplois": [None], "renseignes": [0]})
    assert "<img" not in fiche_projets.barres("Par filière", lignes)


def test_a_hostile_row_stays_text(projets):
    hostiles = projets.assign(entreprise=HOSTILE, objet=HOSTILE, commune=HOSTILE, commune_publiee=HOSTILE)
    cellules = [c for ligne in ecrire(hostiles.assign(accord_commune=False)) for c in ligne[:3]]
    assert cellules
    assert not any("<img" in c for c in cellules)


def test_a_commune_that_differs_from_the_published_one_says_so(projets):
    premier = projets.head(1).assign(commune="Mably", commune_publiee="ROANNE", accord_commune=False)
    assert texte(ecrire(premier)[0][2]) == "Mably publié : ROANNE"


def test_jobs_that_are_not_told_are_not_a_zero(projets):
    muet = projets.head(1).assign(emplois_prevus=pd.array([pd.NA], dtype="Int64"))
    assert ecrire(muet)[0][-1] == "non renseigné"


def test_a_date_is_written_as_in_french(projets):
    assert ecrire(projets.head(1).assign(date=pd.Timestamp(2021, 3, 2)))[0][5] == "02/03/2021"


def test_a_row_that_repeats_another_says_so(projets):
    double = projets.head(1).assign(doublon_de="p-0000000000", doublon_nature="proche")
    assert "répétition : proche" in ecrire(double)[0][1]
