"""A word names one object, and an object has one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import chargement
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, OM, TOUS_LES_TI, Objet, lire_objet

ATLAS = chargement.atlas()
MOTS = [
    *(objet.mot for objet in (LA_FRANCE, TOUS_LES_TI, HORS_TI)),
    *(Objet(sorte="region", code=code).mot for code in (*ATLAS.nom_region, OM)),
    *(Objet(sorte="departement", code=code).mot for code in ATLAS.nom_departement),
    *(Objet(sorte="epci", code=code).mot for code in ATLAS.nom_epci),
    *ATLAS.territoires_de(2021)["id_ti"],
]


@given(st.sampled_from(MOTS))
def test_un_mot_lu_puis_recrit_est_le_meme(mot):
    assert lire_objet(mot, ATLAS, millesime=2021).mot == mot


@pytest.mark.parametrize(
    "mot", ["", "region-", "region-99", "departement-99", "epci-1", "ti-0000", "france-53", "FRANCE"]
)
def test_un_mot_qui_ne_nomme_rien_n_en_donne_aucun(mot):
    assert lire_objet(mot, ATLAS, millesime=2021) is None
