"""No figure has more digits than its sources allow."""

import math

import pytest

from geo.etape.precision import Encadre

DEDUIT = Encadre(valeur=368.7, bas=318.7, haut=418.7, deduit=True)


def lu(texte):
    return texte.replace("\u202f", " ")


def test_un_chiffre_deduit_s_arrondit_au_premier_chiffre_de_son_incertitude():
    assert lu(DEDUIT.dite(1, "M€")) == "environ 370 M€"
    assert lu(DEDUIT.entre(1)) == "entre 319 et 419"


def test_un_chiffre_exact_n_est_pas_approche():
    exact = Encadre(valeur=120.0, bas=120.0, haut=120.0, deduit=True)
    assert (exact.dite(0), exact.entre(0), exact.courte(0)) == ("120", "", "120")


@pytest.mark.parametrize(
    ("valeur", "demi", "lue"), [(5400, 50, "5 400"), (573, 0.5, "573"), (285.5, 0.05, "285,5")]
)
def test_un_chiffre_arrondi_garde_le_chiffre_auquel_il_le_fut(valeur, demi, lue):
    assert lu(Encadre(valeur=valeur, bas=valeur - demi, haut=valeur + demi).lue(1)) == lue


def test_un_rapport_de_chiffres_arrondis_perd_les_chiffres_qu_ils_n_ont_pas():
    assert lu(Encadre(valeur=46_903, bas=46_792, haut=47_013).lue(0)) == "46 900"


def test_des_bornes_que_rien_ne_distingue_ne_se_disent_pas():
    assert Encadre(valeur=1.0, bas=0.999, haut=1.001, deduit=True).bornes(1) is None


def test_un_chiffre_inconnu_reste_non_renseigne():
    assert Encadre.exact(math.nan).dite(1, "M€") == "non renseigné"
