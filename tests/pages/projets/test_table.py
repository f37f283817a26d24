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


def test_une_execution_envoie_des_adresses_et_des_bits_mais_aucune_ligne():
    proto = envoye()
    assert json.loads(proto.json or proto.mixed.json) == {
        "adresses": ["./app/static/couches/t.json"],
        "visibles": "Aw==",
        "tri": "-date",
        "colonnes": [],
        "titre": "Projets de la sélection",
        "marques": {"liste": "Mes projets"},
        "coches": "",
        "rang": 0,
        "seules": False,
    }


def test_la_coquille_du_composant_pese_moins_d_un_kilooctet():
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
def test_un_geste_se_lit(envoi, attendu):
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
def test_ce_que_notre_page_n_enverrait_pas_n_est_pas_lu(envoi):
    assert gestes(envoi) == Gestes()


@given(N_IMPORTE_QUOI)
def test_quoi_qu_un_navigateur_envoie_ce_n_est_pas_une_erreur(envoi):
    assert isinstance(gestes(envoi), Gestes)
