import pytest

from components.coffre.coffre import CONTENU_MAX, Garde, Geste, _lues

LIRE = Geste(rang=3, quoi="lire", nom="liste:mes-projets")
LISTER = Geste(rang=4, quoi="lister", nom="selection:")


def lues(reponses):
    return [reponse for _, reponse in _lues(reponses, (LIRE, LISTER))]


def test_une_reponse_rend_ce_que_le_navigateur_garde_sous_le_nom_demande():
    (reponse,) = lues([{"rang": 3, "nom": "autre", "contenu": "{}", "date": "2026-11-30T08:00:00.000Z"}])
    assert (reponse.nom, reponse.contenu, reponse.date) == (LIRE.nom, "{}", "2026-11-30T08:00:00.000Z")


def test_rien_de_garde_n_est_pas_un_texte_vide():
    (reponse,) = lues([{"rang": 3, "contenu": ""}])
    assert reponse.contenu is None


def test_une_liste_dit_les_noms_gardes():
    (reponse,) = lues(
        [{"rang": 4, "gardes": [{"nom": "selection:Agro", "date": "d", "taille": 12}, {"nom": 3}, 5]}]
    )
    assert reponse.gardes == (Garde(nom="selection:Agro", date="d", taille=12),)


def test_une_reponse_ne_sert_qu_une_fois():
    assert len(lues([{"rang": 3}, {"rang": 3}])) == 1


@pytest.mark.parametrize(
    "reponses",
    [None, "x", {"rang": 3}, [None], [{"rang": "3"}], [{"rang": 9}], [{"rang": [3]}], [{}] * 101],
)
def test_ce_que_personne_n_a_demande_est_laisse(reponses):
    assert lues(reponses) == []


def test_un_contenu_demesure_est_laisse():
    (reponse,) = lues([{"rang": 3, "contenu": "x" * (CONTENU_MAX + 1)}])
    assert reponse.contenu is None
