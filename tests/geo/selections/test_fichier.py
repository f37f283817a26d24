"""The file of selections: what is written comes back, a damaged one is a French sentence."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.filtre import Filtre
from geo.selections.fichier import OCTETS_MAX, ecrire_fichier, lire_fichier, nom_du_fichier
from geo.selections.selections import Nommee, Selections
from tests.geo.monde_filtre import filtres, monde


def selections(*filtres_):
    toutes = Selections()
    for rang, filtre in enumerate(filtres_):
        toutes = toutes.avec(Nommee.de(f"Sélection {rang}", filtre, monde().vocab.projets))
    return toutes


@settings(deadline=None, max_examples=40)
@given(st.lists(filtres(), max_size=3))
def test_un_fichier_ecrit_se_relit(suite):
    toutes = selections(*suite)
    assert lire_fichier(ecrire_fichier(toutes)) == (toutes, [])


ABIMES = {
    "vide": "",
    "du texte": "bonjour",
    "une liste": "[]",
    "une séance": json.dumps({"sorte": "séance de l’Atlas des Territoires d’industrie", "version": 1}),
    "coupé": ecrire_fichier(selections(Filtre()))[:-20],
    "profond": "[" * 100_000,
    "trop gros": "x" * (OCTETS_MAX + 1),
}


@pytest.mark.parametrize("texte", ABIMES.values(), ids=ABIMES)
def test_un_fichier_abime_est_une_phrase(texte):
    lues, avis = lire_fichier(texte)
    assert lues is None
    assert len(avis) == 1
    assert "fichier" in avis[0]


def test_un_fichier_plus_recent_est_dit():
    contenu = json.loads(ecrire_fichier(selections(Filtre()))) | {"version": 2}
    assert "plus récente" in lire_fichier(json.dumps(contenu))[1][0]


FAUSSES = [
    3,
    {},
    {"nom": "", "filtre": {}, "projets": []},
    {"nom": "A", "filtre": [], "projets": []},
    {"nom": "A", "filtre": {"region": "53"}, "projets": []},
    {"nom": "A", "filtre": {"region": [53]}, "projets": []},
    {"nom": "A", "filtre": {}, "projets": ["x" * 400]},
    {"nom": "A", "filtre": {}, "projets": None},
]


@pytest.mark.parametrize("fausse", FAUSSES, ids=range(len(FAUSSES)))
def test_une_selection_abimee_est_laissee_et_les_autres_gardees(fausse):
    contenu = json.loads(ecrire_fichier(selections(Filtre(regions=("53",)))))
    contenu["selections"].append(fausse)
    lues, avis = lire_fichier(json.dumps(contenu))
    assert len(lues) == 1
    assert avis == ["1\u202fsélection du fichier est abîmée ou de trop : laissée de côté."]


def test_le_nom_du_fichier_n_a_que_des_lettres():
    une = Selections(nommees=(Nommee(nom="Agro ../../ été", mots={}),))
    assert nom_du_fichier(une) == "selection-agro-t.json"
    assert nom_du_fichier(Selections()) == "selections.json"
