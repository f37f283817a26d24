import numpy as np
import pytest

from geo.filtre import Filtre, Miens, Montant, selectionner
from tests.geo.monde_filtre import monde

MIENS = Miens(
    masque=np.array([True, True, True, False]),
    montants=np.array([1.5, np.nan, 1.5, np.nan]),
    repetes=np.array([False, False, True, False]),
)


def montant(*gardes):
    return MIENS.montant(np.array(gardes, dtype=np.bool_))


def test_un_montant_repete_mot_pour_mot_compte_une_fois():
    assert montant(1, 1, 1, 1).total == pytest.approx(1.5)


def test_un_montant_absent_n_est_pas_zero():
    dit = montant(1, 1, 0, 1)
    assert (dit.renseignes, dit.projets) == (1, 2)


def test_aucun_montant_connu_n_est_pas_une_somme_nulle():
    assert montant(0, 1, 0, 1).total is None


def test_choisir_parmi_les_siens_ne_garde_que_les_siens():
    parmi = np.zeros(len(monde().preparee), dtype=np.bool_)
    parmi[[3, 40, 77]] = True
    selection = selectionner(monde().preparee, Filtre(), parmi)
    assert np.flatnonzero(selection.masque).tolist() == [3, 40, 77]


def test_les_comptes_des_filtres_suivent_ce_choix():
    parmi = np.zeros(len(monde().preparee), dtype=np.bool_)
    parmi[[3, 40, 77]] = True
    assert sum(selectionner(monde().preparee, Filtre(), parmi).comptes["dans_ti"].values()) <= 3
    assert sum(selectionner(monde().preparee, Filtre(), parmi).comptes["source"].values()) == 3


@pytest.mark.parametrize(
    ("total", "dit"),
    [
        (None, "non renseigné"),
        (12.0, "12 M€"),
        (1.5, "1,5 M€"),
        (0.1 + 0.7 - 0.73, "0,07 M€"),
        (1.005, "1 M€"),
    ],
)
def test_une_somme_de_montants_se_dit_avec_son_unite_et_sans_decimales_inutiles(total, dit):
    ecrit = Montant(total=total, renseignes=1, projets=2).dit
    assert ecrit.replace("\u202f", " ") == dit


def test_une_somme_de_montants_dit_combien_de_projets_la_font():
    assert montant(1, 1, 0, 1).precision.startswith("dits par 1\u202fprojet sur 2")
