"""Rows of projects that stay text, and say what is known of them."""

from __future__ import annotations

import pandas as pd
import pytest

from components.laureats import liste
from tests.pages.regards import texte

HOSTILE = "<img src=x onerror=window.pirate=1>"


@pytest.fixture
def projets(atlas):
    """Those of Nord Cotentin in 2021."""
    return atlas.fiche("ti-2806", 2021).projets


def ecrire(projets: pd.DataFrame) -> list[list[str]]:
    return [[str(v) for v in liste._ligne(p)] for p in projets.to_dict("records")]


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
