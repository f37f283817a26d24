"""What stands out, by declared rules: a quarter of the ranks, the right side of France, enough projects."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from geo.indicateurs import INDICATEURS, Objet
from geo.indicateurs.mesures import Mesure
from geo.sens.faits import ORDRE, faits, lire


def mesure(valeur, **reste):
    return Mesure(valeur=valeur, couverture=reste.pop("couverture", 1.0), connus=1, total=1, **reste)


FRANCE = mesure(7.4)


def cote(valeur, cle="chomage", france=FRANCE, **reste):
    return lire(INDICATEURS[cle], mesure(valeur, **reste), france).cote


@pytest.mark.parametrize(
    ("rang", "valeur", "attendu"),
    [
        (1, 9.9, "haut"),
        (25, 8.0, "haut"),
        (26, 8.0, "milieu"),
        (75, 6.0, "milieu"),
        (76, 6.0, "bas"),
        (100, 5.0, "bas"),
    ],
)
def test_le_premier_et_le_dernier_quart_ressortent(rang, valeur, attendu):
    assert cote(valeur, rang=rang, classes=100) == attendu


def test_des_ex_aequo_sont_la_ou_est_le_milieu_de_leurs_rangs():
    assert cote(8.0, rang=24, classes=100, ex_aequo=1) == "haut"
    assert cote(8.0, rang=24, classes=100, ex_aequo=9) == "milieu"


@pytest.mark.parametrize("valeur", [7.4, 7.0])
def test_un_chiffre_du_premier_quart_qui_n_est_pas_au_dessus_de_la_france_ne_se_dit_pas(valeur):
    assert cote(valeur, rang=1, classes=100) == "incertain"


def test_un_ecart_que_l_arrondi_efface_ne_se_dit_pas():
    assert cote(7.44, rang=1, classes=100) == "incertain"


@pytest.mark.parametrize(
    ("valeur", "reste"),
    [(math.nan, {}), (9.9, {"couverture": 0.94}), (9.9, {"hors": "Mayotte"})],
    ids=["vide", "en partie", "sans une région"],
)
def test_un_chiffre_inconnu_ou_connu_en_partie_ne_se_dit_pas(valeur, reste):
    assert cote(valeur, rang=1, classes=100, **reste) == "inconnu"


TAUX = {"cle": "projets_pour_10000_hab", "france": mesure(0.46)}


@pytest.mark.parametrize(
    ("valeur", "effectif", "unitaire", "tiers", "attendu"),
    [(0.15, 5, 0.03, "bas", "bas"), (0.2, 1, 0.2, "bas", "incertain"), (0.7, 7, 0.1, "haut", "incertain")],
)
def test_un_taux_de_peu_de_projets_ne_se_dit_que_si_son_intervalle_exclut_la_france(
    valeur, effectif, unitaire, tiers, attendu
):
    reste = {"effectif": effectif, "unitaire": unitaire, "tiers": tiers, "classes": 146}
    assert cote(valeur, **TAUX, **reste) == attendu


def test_aucun_projet_est_un_fait_quel_que_soit_l_intervalle():
    assert cote(0.0, **TAUX, effectif=0, unitaire=0.2, tiers="bas", classes=146) == "aucun"


@pytest.mark.parametrize(("valeur", "attendu"), [(9.3, "haut"), (8.0, "incertain"), (5.9, "bas")])
def test_un_lieu_seul_de_son_espece_se_compare_a_la_france(valeur, attendu):
    assert cote(valeur) == attendu


def test_une_evolution_n_a_pas_de_rapport_a_la_france():
    assert cote(-4.0, cle="evolution_chomage", france=mesure(-1.3)) == "incertain"


def test_plus_loin_du_milieu_est_plus_fort():
    fort, faible = (
        lire(INDICATEURS["chomage"], mesure(9.0, rang=rang, classes=100), FRANCE).force for rang in (1, 20)
    )
    assert fort > faible


def test_les_faits_viennent_dans_l_ordre_declare(atlas):
    assert tuple(fait.cle for fait in faits(atlas, Objet(sorte="ti", code="ti-2806"), 2021)) == ORDRE


def test_un_lieu_inconnu_n_a_pas_de_faits(atlas):
    with pytest.raises(KeyError):
        faits(atlas, Objet(sorte="ti", code="ti-0000"), 2021)


def test_un_fait_du_milieu_n_est_pas_marquant(atlas):
    fait = faits(atlas, Objet(sorte="ti", code="ti-2806"), 2021)[0]
    assert not replace(fait, cote="milieu").marquant
    assert replace(fait, cote="aucun").marquant
