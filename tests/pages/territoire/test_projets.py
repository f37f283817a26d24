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


def test_une_ligne_hostile_reste_du_texte(projets):
    hostiles = projets.assign(entreprise=HOSTILE, objet=HOSTILE, commune=HOSTILE, commune_publiee=HOSTILE)
    cellules = [c for ligne in ecrire(hostiles.assign(accord_commune=False)) for c in ligne[:3]]
    assert cellules
    assert not any("<img" in c for c in cellules)


def test_une_commune_qui_differe_de_celle_publiee_le_dit(projets):
    premier = projets.head(1).assign(commune="Mably", commune_publiee="ROANNE", accord_commune=False)
    assert texte(ecrire(premier)[0][2]) == "Mably publié : ROANNE"


def test_des_emplois_qui_ne_sont_pas_dits_ne_sont_pas_un_zero(projets):
    muet = projets.head(1).assign(emplois_prevus=pd.array([pd.NA], dtype="Int64"))
    assert ecrire(muet)[0][-1] == "non renseigné"


def test_une_date_s_ecrit_comme_en_francais(projets):
    assert ecrire(projets.head(1).assign(date=pd.Timestamp(2021, 3, 2)))[0][5] == "02/03/2021"


def test_une_ligne_qui_en_repete_une_autre_le_dit(projets):
    double = projets.head(1).assign(doublon_de="p-0000000000", doublon_nature="proche")
    assert "répétition : proche" in ecrire(double)[0][1]
