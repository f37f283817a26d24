"""How a figure is read: one rounding, one rank, one way to say how much is known."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
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
        ("evolution_chomage", -1.0, "\u22121,0\u202fpoint", ""),
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


@pytest.mark.parametrize(
    ("cle", "place", "ex_aequo", "dit"),
    [
        ("projets", 1, 0, "le plus haut des 146"),
        ("projets", 54, 0, "54e plus haut sur 146"),
        ("projets", 130, 7, "130e plus haut sur 146 (8 ex æquo)"),
        ("chomage", 69, 0, "69e taux le plus haut sur 146"),
        ("chomage", 133, 0, "14e taux le plus bas sur 146"),
        ("chomage", 145, 1, "taux le plus bas des 146 (2 ex æquo)"),
        ("part_industrie", 142, 0, "5e part la plus basse sur 146"),
        ("projets", None, 0, ""),
    ],
)
def test_un_rang_dit_ce_qu_il_veut_dire(cle, place, ex_aequo, dit):
    ici = dataclasses.replace(mesure(5), rang=place, classes=146, ex_aequo=ex_aequo)
    assert ecriture.rang(INDICATEURS[cle], ici) == dit


def test_un_taux_de_peu_de_projets_a_un_tiers_et_un_intervalle():
    peu = dataclasses.replace(mesure(2.5), classes=146, tiers="haut", effectif=5.0, unitaire=0.5)
    indicateur = INDICATEURS["projets_pour_10000_hab"]
    assert ecriture.rang(indicateur, peu) == "parmi les plus hauts"
    assert ecriture.intervalle(indicateur, peu) == (
        "5\u202fprojets seulement\u00a0: l’intervalle exact de Poisson à 95\u202f% va de 0,81 à 5,83."
    )


def test_un_taux_de_dix_projets_n_a_pas_d_intervalle():
    assez = dataclasses.replace(mesure(5), effectif=10.0, unitaire=0.5)
    assert ecriture.intervalle(INDICATEURS["projets_pour_10000_hab"], assez) == ""


@pytest.mark.parametrize(
    ("lue", "couverture", "dite"),
    [(12, 0.2, "au moins 12"), (12, 1.0, "12"), (0, math.nan, "0"), (math.nan, 0.0, "non renseigné")],
)
def test_des_emplois_que_peu_de_projets_disent_sont_un_minimum(lue, couverture, dite):
    assert ecriture.valeur(INDICATEURS["emplois_annonces"], lue, couverture) == dite


@pytest.mark.parametrize(
    ("place", "ex_aequo", "tiers", "dit"),
    [(3, 0, "", "3e"), (3, 2, "", "3e ex æquo"), (pd.NA, 0, "milieu", "tiers moyen"), (pd.NA, 0, "", "–")],
)
def test_un_rang_tient_dans_une_colonne_etroite(place, ex_aequo, tiers, dit):
    assert ecriture.rang_court(place, ex_aequo, tiers) == dit


@pytest.mark.parametrize(
    ("cle", "connus", "dit"),
    [
        ("chomage", 10, ""),
        ("chomage", 9.999, "connu pour 99\u202f% des habitants"),
        ("chomage", 0, "non publié ici"),
        ("emplois_annonces", 3, "dits par 3\u202fprojets sur 10"),
        ("emplois_annonces", 0, ""),
    ],
)
def test_ce_qui_est_connu_ne_s_arrondit_jamais_vers_le_haut(cle, connus, dit):
    assert ecriture.couverture(INDICATEURS[cle], mesure(5, connus)) == dit


@pytest.mark.parametrize(
    ("cle", "ici", "dit"),
    [
        ("population", 5, "dont 12,5\u202f% ici"),
        ("population", 0.001, "dont <\u202f0,1\u202f% ici"),
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
