"""The vocabulary of the filters, and counts in its order."""

from hypothesis import given
from hypothesis import strategies as st

from data.couches.vocabulaire import comptes_compacts, vocabulaire_json


def relire(texte, n):
    """What `compter` of static/atlas/filtres.js reads."""
    nombres, i = [0] * n, 0
    for mot in texte.split():
        if mot.startswith("+"):
            i += int(mot)
        else:
            nombres[i] = int(mot)
            i += 1
    return nombres


def test_counts_skip_the_values_without_a_project():
    assert comptes_compacts({"a": 12, "b": 5, "e": 3, "inconnue": 9}, list("abcdef")) == "12 5 +2 3"


def test_no_project_at_all_is_an_empty_text():
    assert comptes_compacts({}, list("abc")) == ""


@given(st.lists(st.integers(0, 3)))
def test_counts_come_back_as_they_left(nombres):
    valeurs = [f"v{i}" for i in range(len(nombres))]
    texte = comptes_compacts(dict(zip(valeurs, nombres, strict=True)), valeurs)
    assert relire(texte, len(nombres)) == nombres


def test_values_that_read_as_they_are_written_are_said_once():
    contenu = vocabulaire_json(
        {"filiere": {"Bois": "Bois"}, "stade": {"laureat": "Lauréat"}},
        {"filiere": "Filière", "stade": "Stade"},
        mois=("2020-09", "2022-04"),
    )
    assert contenu == {
        "facettes": {
            "filiere": {"libelle": "Filière", "valeurs": ["Bois"], "libelles": None},
            "stade": {"libelle": "Stade", "valeurs": ["laureat"], "libelles": ["Lauréat"]},
        },
        "mois": ["2020-09", "2022-04"],
    }
