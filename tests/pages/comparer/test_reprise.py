"""A comparison that a gesture replaces is told with its number of places."""

from components.adresses import AdresseComparer
from pages.comparer.reprise import perte


def lieux(*objets, **plus):
    return AdresseComparer(objets=objets, **plus)


def test_une_comparaison_remplacee_dit_combien_de_lieux():
    avant = lieux("ti-2806", "region-28", "france")
    assert perte(avant, lieux("region-53", "france")) == "Comparaison de 3\u202flieux remplacée."
    assert perte(avant, lieux()) == "Comparaison de 3\u202flieux vidée."


def test_un_lieu_retire_par_sa_croix_ou_ajoute_ne_se_dit_pas():
    deux = lieux("region-53", "france")
    assert perte(deux, lieux("france")) == ""
    assert perte(deux, lieux("region-53", "france", "ti-2806")) == ""


def test_un_lieu_perdu_par_un_changement_de_millesime_est_dit():
    avant = lieux("ti-2806", "france")
    assert perte(avant, lieux("france", millesime=2023)) == "1\u202flieu retiré de la comparaison."
