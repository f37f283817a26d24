"""The vocabulary of the filters, and counts in its order."""

from hypothesis import given
from hypothesis import strategies as st

from data.couches.vocabulaire import comptes_compacts, vocabulaire_json


def relire(texte, n):
    """What `compter` of static/atlas/projets/filtres/comptes.js reads."""
    nombres, i = [0] * n, 0
    for mot in texte.split():
        if mot.startswith("+"):
            i += int(mot)
        else:
            nombres[i] = int(mot)
            i += 1
    return nombres


def test_les_comptes_passent_les_valeurs_sans_projet():
    assert comptes_compacts({"a": 12, "b": 5, "e": 3, "inconnue": 9}, list("abcdef")) == "12 5 +2 3"


def test_sans_aucun_projet_le_texte_est_vide():
    assert comptes_compacts({}, list("abc")) == ""


@given(st.lists(st.integers(0, 3)))
def test_les_comptes_reviennent_comme_ils_sont_partis(nombres):
    valeurs = [f"v{i}" for i in range(len(nombres))]
    texte = comptes_compacts(dict(zip(valeurs, nombres, strict=True)), valeurs)
    assert relire(texte, len(nombres)) == nombres


def test_les_valeurs_qui_se_lisent_comme_elles_s_ecrivent_sont_dites_une_fois():
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
