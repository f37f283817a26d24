"""A typed text, taken to pieces."""

import pytest

from geo.recherche.lecture import lire, situer

LIEUX = {
    "ille et vilaine": frozenset({"35"}),
    "reunion": frozenset({"974"}),
    "la reunion": frozenset({"974"}),
    "lot": frozenset({"46"}),
    "bretagne": frozenset({"22", "35"}),
}


@pytest.mark.parametrize(
    ("tape", "postal", "nom"),
    [
        ("35300 Fougères", "35300", "fougeres"),
        ("Fougères (35300)", "35300", "fougeres"),
        ("F-35300 Fougères", "35300", "fougeres"),
        ("BP 12, 22022 SAINT-BRIEUC CEDEX 1", "22022", "saint brieuc"),
        ("1000 Bourg", "01000", "bourg"),
        ("35300", "", ""),
        ("Fougères", "", ""),
        ("Fougères 353", "", ""),
    ],
)
def test_un_code_postal_a_cote_d_un_nom_se_lit(tape, postal, nom):
    assert (lire(tape).postal, lire(tape).nom) == (postal, nom)


@pytest.mark.parametrize("tape", ["22000 cedex", "22000 CEDEX 1", "22000 cede"])
def test_un_code_suivi_de_cedex_est_un_code(tape):
    assert (lire(tape).chiffres, lire(tape).cedex) == ("22000", True)


@pytest.mark.parametrize("tape", ["732 829 320", "732829320", "SIREN 732 829 320", "n° siren : 732.829.320"])
def test_un_siren_se_lit_quelles_que_soient_ses_espaces(tape):
    assert (lire(tape).chiffres, lire(tape).numero) == ("732829320", "732829320")


def test_un_siret_garde_ses_chiffres_et_donne_son_siren():
    lue = lire("732 829 320 00074")
    assert (lue.chiffres, lue.numero) == ("73282932000074", "732829320")


@pytest.mark.parametrize(
    ("forme", "nom", "codes"),
    [
        ("fougeres 35", "fougeres", {"35"}),
        ("35 fougeres", "fougeres", {"35"}),
        ("ajaccio 2a", "ajaccio", {"2a"}),
        ("saint denis 974", "saint denis", {"974"}),
        ("fougeres ille et vilaine", "fougeres", {"35"}),
        ("fougeres ille", "fougeres", {"35"}),
        ("fougeres en bretagne", "fougeres", {"22", "35"}),
        ("saint denis de la reunion", "saint denis", {"974"}),
    ],
)
def test_un_nom_est_situe_par_ce_qui_est_a_cote(forme, nom, codes):
    assert list(situer(forme, LIEUX)) == [(nom, frozenset(codes))]


@pytest.mark.parametrize(
    "forme", ["villeneuve sur lot", "fougeres", "bretagne", "fougeres ill", "13e arrondissement", "paris"]
)
def test_ce_qui_est_un_nom_entier_n_est_pas_situe(forme):
    assert list(situer(forme, LIEUX)) == []
