"""How a figure is read: one rounding, one rank, one way to say how much is known."""

from __future__ import annotations

import math

import pytest

from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import Mesure


def mesure(valeur, connus=10, total=10):
    couverture = connus / total if total else math.nan
    return Mesure(valeur=valeur, couverture=couverture, connus=connus, total=total)


@pytest.mark.parametrize(
    ("cle", "lue", "valeur", "unite"),
    [
        ("chomage", 7.26, "7,3\u202f%", ""),
        ("evolution_chomage", -1.0, "\u22121,0\u202fpoints", ""),
        ("projets", 1.0, "1", "projet"),
        ("projets", 2.0, "2", "projets"),
        ("projets_pour_10000_hab", 0.5, "0,50", "pour 10 000 hab."),
        ("chomage", math.nan, "non renseigné", ""),
        ("projets", math.nan, "non renseigné", ""),
    ],
)
def test_une_unite_colle_ou_se_tient_a_cote(cle, lue, valeur, unite):
    assert ecriture.valeur(INDICATEURS[cle], lue) == valeur
    assert ecriture.unite(INDICATEURS[cle], lue) == unite


@pytest.mark.parametrize(("place", "dit"), [(1, "1er sur 146"), (54, "54e sur 146"), (None, "")])
def test_un_rang_se_dit_sur_combien(place, dit):
    assert ecriture.rang(place, 146) == dit


@pytest.mark.parametrize(
    ("cle", "connus", "dit"),
    [
        ("chomage", 10, ""),
        ("chomage", 9.999, "connu pour 99\u202f% des habitants"),
        ("chomage", 0, "non publié ici"),
        ("emplois_annonces", 3, "3 sur 10\u202fprojets le disent"),
        ("emplois_annonces", 0, ""),
    ],
)
def test_ce_qui_est_connu_ne_s_arrondit_jamais_vers_le_haut(cle, connus, dit):
    assert ecriture.couverture(INDICATEURS[cle], mesure(5, connus)) == dit


@pytest.mark.parametrize(
    ("cle", "ici", "dit"),
    [
        ("population", 5, "dont 12,5\u202f% ici"),
        ("population", 0.001, "dont moins de 0,1\u202f% ici"),
        ("population", 0, "dont 0,0\u202f% ici"),
        ("emplois_annonces", 5, ""),
        ("chomage", 5, ""),
    ],
)
def test_la_part_d_un_montant_se_dit_et_celle_d_un_rapport_non(cle, ici, dit):
    assert ecriture.part(INDICATEURS[cle], mesure(ici), mesure(40)) == dit


def test_un_montant_est_une_somme_et_un_rapport_un_calcul():
    dits = {ecriture.origine(indicateur) for indicateur in INDICATEURS.values()}
    assert dits == {"somme", "calculé"}
    assert ecriture.origine(INDICATEURS["population"]) == "somme"
