import pytest

from data.liste import CELLULE_MAX
from pages.projets.corrections import CELLULES_MAX, changees


def test_les_cellules_changees_se_lisent_par_ligne_et_colonne():
    assert changees([[3, "Commune", "Brest"], [3, "Montant", ""]]) == {
        (3, "Commune"): "Brest",
        (3, "Montant"): "",
    }


@pytest.mark.parametrize(
    "demande",
    [
        None,
        "x",
        {"a": 1},
        [[3, "Commune"]],
        [["3", "Commune", "Brest"]],
        [[True, "Commune", "Brest"]],
        [[3, "Commune", "Brest"], [3, None, "x"]],
        [[3, "Commune", "x" * (CELLULE_MAX + 1)]],
        [[3, "Commune", "x"]] * (CELLULES_MAX + 1),
    ],
    ids=["rien", "texte", "objet", "court", "rang", "booleen", "une fausse", "trop long", "trop de cellules"],
)
def test_ce_qui_ne_ressemble_pas_a_des_cellules_ne_corrige_rien(demande):
    assert changees(demande) == {}
