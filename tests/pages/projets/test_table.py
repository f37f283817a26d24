"""The table in memory: what it believes of a browser, what it sends with each run."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.projets.table import Gestes, gestes

N_IMPORTE_QUOI = st.dictionaries(
    st.sampled_from(["tri", "colonnes", "ouvrir"]),
    st.none()
    | st.integers()
    | st.text(max_size=90)
    | st.lists(st.text(max_size=5) | st.integers(), max_size=3),
)


def page():
    from pages.projets.table import EtatTable, table_projets  # noqa: PLC0415  AppTest runs this alone

    table_projets(
        EtatTable(adresses=["./app/static/couches/t.json"], visibles="Aw==", tri="-date"), cle="table"
    )


def envoye():
    """What the component of a page sends to the browser."""
    essai = AppTest.from_function(page).run()
    assert not essai.exception
    (element,) = essai.get("bidi_component")
    return element.proto


def test_a_run_sends_addresses_and_bits_but_no_row():
    proto = envoye()
    assert json.loads(proto.json or proto.mixed.json) == {
        "adresses": ["./app/static/couches/t.json"],
        "visibles": "Aw==",
        "tri": "-date",
        "colonnes": [],
        "titre": "Projets de la sélection",
        "marques": {"liste": "Ma liste"},
    }


def test_the_shell_of_the_component_weighs_less_than_a_kilobyte():
    assert envoye().ByteSize() < 1_200


@pytest.mark.parametrize(
    ("envoi", "attendu"),
    [
        ({"tri": "-mois"}, Gestes(tri="-mois")),
        ({"tri": ""}, Gestes(tri="")),
        ({"colonnes": ["objet", "mois"]}, Gestes(colonnes=("objet", "mois"))),
        ({"ouvrir": "l-000001"}, Gestes(ouvrir="l-000001")),
    ],
)
def test_a_gesture_is_read(envoi, attendu):
    assert gestes(envoi) == attendu


@pytest.mark.parametrize(
    "envoi",
    [
        {"tri": "--mois"},
        {"tri": "mois; drop"},
        {"colonnes": []},
        {"colonnes": ["objet", 3]},
        {"colonnes": ["objet"] * 61},
        {"ouvrir": "../ti"},
        {"ouvrir": "x" * 81},
    ],
)
def test_what_our_page_would_not_send_is_not_read(envoi):
    assert gestes(envoi) == Gestes()


@given(N_IMPORTE_QUOI)
def test_whatever_a_browser_sends_is_no_error(envoi):
    assert isinstance(gestes(envoi), Gestes)
