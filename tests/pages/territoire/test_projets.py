"""Bars that read as figures."""

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


def test_chaque_repartition_fait_la_somme_des_projets(projets):
    for tableau in fiche_projets.repartitions(projets).split("<tbody")[1:]:
        cellules = [c.split("</td>")[0] for c in tableau.split("<td>")[1:]]
        assert sum(int(c) for c in cellules[::2]) == len(projets)
        assert sum(int(c) for c in cellules[1::2] if c != "–") == emplois_annonces(projets)[0]


def test_la_plus_longue_barre_est_le_plus_grand_nombre():
    lignes = pd.DataFrame(
        {"valeur": ["a", "b"], "projets": [4, 1], "emplois": [None, 3], "renseignes": [0, 1]}
    )
    lu = fiche_projets.barres("Par lettre", lignes)
    assert lu.count("--l:") == 1  # the longest one fills its place, as the sheet draws it
    assert lu.index("<th>a</th>") < lu.index("--l:25%")


def test_les_projets_sans_filiere_sont_dits_non_renseigne():
    lignes = pd.DataFrame({"valeur": [None], "projets": [2], "emplois": [None], "renseignes": [0]})
    assert "non renseigné 2 –" in unescape(texte(fiche_projets.barres("Par filière", lignes)))


def test_une_filiere_hostile_reste_du_texte():
    lignes = pd.DataFrame({"valeur": [HOSTILE], "projets": [2], "emplois": [None], "renseignes": [0]})
    assert "<img" not in fiche_projets.barres("Par filière", lignes)
