"""What a gesture takes from a séance is told with how much of it; an addition loses nothing."""

import pytest

from geo.seance.pertes import perte
from geo.seance.seance import Seance
from tests.geo.monde_filtre import monde

TROIS = ("france", "region-53", "ti-2806")


def seance(*mots):
    return Seance.lire({"vue": list(mots)}, monde().atlas, monde().vocab)[0]


def dite(avant, apres):
    return perte(seance(*avant), seance(*apres), monde().atlas, monde().vocab)


@pytest.mark.parametrize(
    ("apres", "phrase"),
    [
        (("region-24", "region-28"), "Séance de 3\u202fvues remplacée."),
        (("france", "region-53", "ti-2806_2020"), "Séance de 3\u202fvues remplacée."),
        ((), "Séance de 3\u202fvues vidée."),
        (("france", "ti-2806"), "Vue « Bretagne » retirée."),
        (("france",), "2\u202fvues retirées."),
        (("region-53", "france", "ti-2806"), "Ordre des vues changé."),
        ((*TROIS, "region-24"), ""),
        (TROIS, ""),
    ],
)
def test_ce_qui_est_perdu_est_dit(apres, phrase):
    assert dite(TROIS, apres) == phrase


def test_une_vue_unique_est_au_singulier():
    assert dite(("france",), ("region-53",)) == "Séance de 1\u202fvue remplacée."


def test_une_vue_qui_revient_deux_fois_compte_deux_fois():
    assert dite(("france", "region-53", "france"), ("france", "region-53")) == "Vue « France » retirée."
