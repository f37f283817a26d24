"""The six published figures are read the same way on the page, the sheet, the deck and in a séance."""

from __future__ import annotations

import math

import pytest

from francais import nombre
from geo.etape.ecriture import JOUR, NON_PUBLIE, dire, explication, face, phrase
from geo.etape.precision import Encadre
from geo.etape.regions import chiffres_de_region
from geo.territoires.regions import noms


def test_le_jour_est_celui_du_document():
    assert JOUR == "24/09/2021"


def test_chaque_region_dit_ses_six_chiffres(atlas):
    for code in noms(atlas):
        for chiffre in chiffres_de_region(atlas, code):
            dit = dire(chiffre)
            assert dit.connue is not math.isnan(chiffre.valeur)
            assert (dit.valeur == NON_PUBLIE) is not dit.connue
            assert (str(chiffre.classes) in dit.rang) is (dit.statut == "publié")


def test_un_montant_porte_son_unite(atlas):
    dits = {dire(c).libelle: dire(c).valeur for c in chiffres_de_region(atlas, "53")}
    assert dits["Investissements soutenus"].endswith("M€")
    assert dits["Lauréats du fonds d’accélération"].isdigit()


@pytest.mark.parametrize(("code", "debut"), [("53", "Publié au"), ("84", "Au"), ("01", "« Point d’étape »")])
def test_la_phrase_dit_ce_qui_est_publie_deduit_ou_absent(atlas, code, debut):
    dite = phrase(chiffres_de_region(atlas, code))
    assert dite.startswith(debut)
    assert ("(déduit)" in dite) is (code == "84")


def test_l_explication_nomme_les_financeurs_du_seul_chiffre_qui_en_a(atlas):
    dites = [explication(chiffre, "État") for chiffre in chiffres_de_region(atlas, "53")]
    assert sum("Financeurs\u00a0: État." in dite for dite in dites) == 1


def test_le_rapport_passe_avant_le_chiffre_de_la_reference(atlas):
    chiffre = next(c for c in chiffres_de_region(atlas, "53") if c.publie.cle == "investissements")
    cinq, inconnu = Encadre.exact(5.0), Encadre.exact(math.nan)
    ratio = (Encadre.exact(3.21), Encadre.exact(4.0))
    assert face(chiffre, cinq, ratio, "France") == (("€ pour 1 € public", "3,2"), ("France", "4,0"))
    assert face(chiffre, cinq, (inconnu, ratio[1]), "France") == (("France", nombre(5.0, 1)),)
    assert face(chiffre, inconnu, None, "France") == ()


def test_un_chiffre_deduit_porte_son_intervalle_et_pas_de_rang(atlas):
    dit = next(dire(c) for c in chiffres_de_region(atlas, "84") if c.publie.cle == "investissements")
    assert (dit.valeur, dit.intervalle, dit.rang) == ("environ 370\u202fM€", "entre 319 et 419", "")
    assert "entre 319 et 419 M€" in dit.absence


def test_un_chiffre_deduit_d_un_total_exact_est_exact(atlas):
    dit = next(dire(c) for c in chiffres_de_region(atlas, "84") if c.publie.cle == "laureats")
    assert (dit.valeur, dit.intervalle, dit.rang) == ("120", "", "")


def test_la_phrase_dit_l_intervalle_d_un_chiffre_deduit(atlas):
    dite = phrase(chiffres_de_region(atlas, "84"))
    assert "investissements soutenus\u00a0: environ 370\u202fM€, entre 319 et 419 (déduit)" in dite


def test_un_rapport_deduit_se_lit_entre_ses_bornes(atlas):
    rapport = Encadre(valeur=6.88, bas=5.89, haut=7.88, deduit=True)
    chiffre = next(c for c in chiffres_de_region(atlas, "84") if c.publie.cle == "investissements")
    lignes = face(chiffre, Encadre.exact(math.nan), (rapport, Encadre.exact(9.42)), "France")
    assert lignes == (("€ pour 1 € public", "5,9 à 7,9"), ("France", "9,4"))
