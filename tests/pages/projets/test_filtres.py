"""The filters in memory: what they believe of a browser, what they send with each run."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.statiques.amorce import amorce, feuille
from pages.projets import filtres
from pages.projets.filtres import demande_lue

N_IMPORTE_QUOI = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda enfants: (
        st.lists(enfants, max_size=2)
        | st.dictionaries(st.sampled_from(["etat", "rang", "filiere", "q"]), enfants, max_size=3)
    ),
    max_leaves=8,
)


def page():
    from pages.projets.filtres import EtatFiltres, filtres  # noqa: PLC0415  AppTest runs this text alone

    filtres(
        EtatFiltres(
            etat={"filiere": ("Bois",)},
            comptes={"filiere": "1 2"},
            puces=[("filiere", "Bois", "Bois")],
            vocabulaire="./app/static/couches/vocabulaire.json",
        ),
        cle="filtres",
    )


def envoye():
    """What the component of a page sends to the browser."""
    essai = AppTest.from_function(page).run()
    assert not essai.exception
    (element,) = essai.get("bidi_component")
    return element.proto


def test_a_run_sends_the_state_the_counts_and_the_chips():
    proto = envoye()
    assert json.loads(proto.json or proto.mixed.json) == {
        "rang": 0,
        "etat": {"filiere": ["Bois"]},
        "comptes": {"filiere": "1 2"},
        "puces": [["filiere", "Bois", "Bois"]],
        "vocabulaire": "./app/static/couches/vocabulaire.json",
        "ajouts": {},
    }


def test_the_shell_of_the_component_weighs_less_than_a_kilobyte():
    assert envoye().ByteSize() < 1_200


def test_a_state_is_words_and_their_values():
    assert demande_lue({"etat": {"filiere": ["Bois", "Santé"]}, "rang": 3}) == {"filiere": ["Bois", "Santé"]}


@pytest.mark.parametrize(
    "etat",
    [
        None,
        [],
        {"filiere": "Bois"},
        {"filiere": [1]},
        {"filiere": ["x" * 301]},
        {"filiere": ["x"] * 3_001},
        {f"mot{i}": [] for i in range(41)},
    ],
    ids=["rien", "liste", "texte", "nombre", "valeur trop longue", "trop de valeurs", "trop de mots"],
)
def test_what_our_page_would_not_send_is_not_read(etat):
    assert demande_lue({"etat": etat}) is None


@given(N_IMPORTE_QUOI)
def test_whatever_a_browser_sends_is_no_error(envoi):
    lue = demande_lue(envoi)
    assert lue is None or all(isinstance(v, str) for valeurs in lue.values() for v in valeurs)
    assert isinstance(filtres._rang(envoi), int)


def test_the_script_is_an_address_of_ours_that_changes_with_any_of_its_files():
    seule, avec = amorce("filtres.js"), amorce("filtres.js", "pieces.js")
    assert "./app/static/atlas/filtres.js?v=" in seule
    assert "://" not in seule
    assert seule != avec


def test_the_sheet_is_an_address_of_ours():
    assert feuille("filtres.css").startswith('<link rel="stylesheet" href="./app/static/atlas/filtres.css?v=')
