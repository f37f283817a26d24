"""What a change of the filters takes away is told when the reader does not see it himself."""

import pytest

from geo.filtre.filtre import Filtre
from geo.filtre.pertes import perte
from tests.geo.monde_filtre import monde

BRETAGNE = Filtre(regions=("53",))
NORMANDIE = Filtre(regions=("28",))
DEUX = Filtre(regions=("53",), texte="acier")


def dite(avant, apres):
    return perte(avant, apres, monde().vocab)


def test_tout_effacer_dit_ce_qui_est_parti():
    assert dite(DEUX, Filtre()) == "2\u202ffiltres effacés\u00a0: Bretagne et texte : acier."


def test_une_valeur_qui_en_remplace_une_autre_est_dite():
    assert dite(BRETAGNE, NORMANDIE) == "1\u202ffiltre remplacé\u00a0: Bretagne."


def test_une_periode_qui_en_remplace_une_autre_est_dite():
    assert "remplacé" in dite(Filtre(du="2021-01", au="2021-03"), Filtre(du="2021-02", au="2021-02"))


def test_deux_filtres_retires_d_un_coup_sont_dits():
    assert dite(Filtre(regions=("53", "28"), texte="acier"), Filtre(texte="acier")).startswith(
        "2\u202ffiltres retirés"
    )


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        (BRETAGNE, DEUX),
        (DEUX, BRETAGNE),
        (Filtre(texte="ac"), Filtre(texte="acier")),
        (Filtre(emplois_min=1), Filtre(emplois_min=10)),
        (Filtre(dans_ti=True), Filtre(dans_ti=False)),
        (Filtre(), BRETAGNE),
        (BRETAGNE, BRETAGNE),
    ],
    ids=["ajout", "retrait", "frappe", "nombre", "bascule", "premier", "rien"],
)
def test_un_geste_qui_se_voit_ne_se_dit_pas(avant, apres):
    assert dite(avant, apres) == ""


def test_une_longue_liste_de_filtres_est_abregee():
    beaucoup = Filtre(regions=("11", "24", "27", "28", "32"))
    assert dite(beaucoup, Filtre()).endswith(" et 2\u202fautres.")


def test_un_filtre_retire_par_un_graphique_ou_la_carte_est_dit():
    avant = Filtre(regions=("53", "28"))
    assert perte(avant, BRETAGNE, monde().vocab, ailleurs=True) == "1\u202ffiltre retiré\u00a0: Normandie."
    assert dite(avant, BRETAGNE) == ""
