"""A place is called as French calls it."""

from __future__ import annotations

import pytest

from geo.indicateurs import Objet
from geo.sens.sujets import sujet

NOMS = {
    "02": "La Martinique",
    "04": "La Réunion",
    "06": "Mayotte",
    "11": "L’Île-de-France",
    "24": "Le Centre-Val de Loire",
    "32": "Les Hauts-de-France",
    "44": "Le Grand Est",
    "52": "Les Pays de la Loire",
    "53": "La Bretagne",
    "76": "L’Occitanie",
    "84": "Auvergne-Rhône-Alpes",
    "93": "Provence-Alpes-Côte d’Azur",
    "OM": "L’outre-mer",
}


@pytest.mark.parametrize(("code", "nom"), NOMS.items())
def test_une_region_a_l_article_de_son_nom(atlas, code, nom):
    assert sujet(atlas, Objet(sorte="region", code=code), 2021).nom == nom


def test_le_verbe_s_accorde_avec_un_nom_au_pluriel(atlas):
    place = sujet(atlas, Objet(sorte="region", code="52"), 2021)
    assert place.selon("est", "sont") == "sont"


def test_un_territoire_garde_son_nom_avec_une_apostrophe_francaise(atlas):
    place = sujet(atlas, Objet(sorte="ti", code="ti-2807"), 2021)
    assert place.nom == "Pays de l’Aigle"
    assert place.territoire
