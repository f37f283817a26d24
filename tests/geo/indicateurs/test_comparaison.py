"""Figures, ranks and distances of objects of several kinds, in a world small enough to do by hand."""

from __future__ import annotations

import math

import pytest

from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.comparaison import comparer, ecart_a_la_france
from geo.indicateurs.objets import LA_FRANCE, TOUS_LES_TI, Objet
from tests.geo.monde_indicateurs import monde

TI = Objet(sorte="ti", code="ti-1101")
MUET = Objet(sorte="ti", code="ti-0601")
REGION = Objet(sorte="region", code="24")
INCONNU = Objet(sorte="epci", code="999999999")


@pytest.fixture(scope="module")
def lignes():
    """The four objects of the world side by side, by indicator."""
    objets = (TI, MUET, REGION, LA_FRANCE, INCONNU, TOUS_LES_TI)
    return {ligne.indicateur.cle: ligne.cases for ligne in comparer(monde(), objets=objets, millesime=2021)}


def test_une_quantite_est_dite_comme_sa_part_de_la_france(lignes):
    ti, _, _, france, *_ = lignes["population"]
    assert ti.mesure.valeur == 10_000
    assert ti.ecart == pytest.approx(10_000 / 19_500 * 100)
    assert france.ecart == 100


def test_un_rang_est_parmi_les_objets_de_meme_sorte(lignes):
    ti, _, region, france, _, tous = lignes["population"]
    assert (ti.mesure.rang, ti.mesure.classes) == (1, 3)
    assert (region.mesure.rang, region.mesure.classes) == (1, 3)
    assert france.mesure.rang is None
    assert tous.mesure.rang is None


def test_un_chiffre_manquant_dit_pourquoi_et_n_est_pas_zero(lignes):
    muet = lignes["chomage"][1]
    assert muet.mesure.etat == "absent"
    assert math.isnan(muet.ecart)
    assert muet.raison == "le chômage de la Guyane et de Mayotte n’est pas publié"


def test_un_objet_sans_commune_le_dit_pour_chaque_indicateur(lignes):
    assert {cases[4].raison for cases in lignes.values()} == {"cet objet n’a aucune commune dans les données"}


def test_les_emplois_annonces_n_ont_pas_de_part_de_la_france(lignes):
    assert lignes["emplois_annonces"][0].sans_ecart
    assert not lignes["emplois_annonces"][0].raison


@pytest.mark.parametrize(
    ("cle", "attendu"), [("chomage", 2.0), ("projets_pour_10000_hab", 1.5), ("population", 150.0)]
)
def test_un_ecart_est_en_points_en_fois_ou_en_pour_cent(cle, attendu):
    assert ecart_a_la_france(INDICATEURS[cle], 6.0, 4.0) == pytest.approx(attendu)


def test_il_n_y_a_pas_d_ecart_a_une_france_nulle():
    assert math.isnan(ecart_a_la_france(INDICATEURS["population"], 6.0, 0.0))
