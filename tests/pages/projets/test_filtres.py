"""The filters in memory: what they believe of a browser, what they send with each run."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.statiques import fichiers
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


def test_une_execution_envoie_l_etat_les_comptes_et_les_puces():
    proto = envoye()
    assert json.loads(proto.json or proto.mixed.json) == {
        "rang": 0,
        "etat": {"filiere": ["Bois"]},
        "comptes": {"filiere": "1 2"},
        "puces": [["filiere", "Bois", "Bois"]],
        "vocabulaire": "./app/static/couches/vocabulaire.json",
        "ajouts": {},
    }


def test_la_coquille_du_composant_pese_moins_d_un_kilooctet():
    assert envoye().ByteSize() < 1_200


def test_un_etat_est_des_mots_et_leurs_valeurs():
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
def test_ce_que_notre_page_n_enverrait_pas_n_est_pas_lu(etat):
    assert demande_lue({"etat": etat}) is None


@given(N_IMPORTE_QUOI)
def test_quoi_qu_un_navigateur_envoie_ce_n_est_pas_une_erreur(envoi):
    lue = demande_lue(envoi)
    assert lue is None or all(isinstance(v, str) for valeurs in lue.values() for v in valeurs)
    assert isinstance(filtres._rang(envoi), int)


def test_le_script_est_une_adresse_a_nous_qui_change_avec_n_importe_lequel_de_ses_fichiers(
    monkeypatch, tmp_path
):
    avant = amorce("projets/filtres/filtres.js")
    atlas = shutil.copytree(fichiers.DOSSIER, tmp_path / "atlas")
    monkeypatch.setattr(fichiers, "DOSSIER", atlas)
    assert amorce("projets/filtres/filtres.js") == avant
    importe = atlas / "commun" / "textes.js"  # of the list of a facet, which the script imports
    importe.write_text(importe.read_text(encoding="utf-8") + "// autre\n", encoding="utf-8")
    assert "./app/static/atlas/projets/filtres/filtres.js?v=" in avant
    assert "://" not in avant
    assert amorce("projets/filtres/filtres.js") != avant


def test_la_feuille_est_une_adresse_a_nous():
    assert feuille("projets/filtres/filtres.css").startswith(
        '<link rel="stylesheet" href="./app/static/atlas/projets/filtres/filtres.css?v='
    )
