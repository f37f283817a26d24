"""Ids that survive."""

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.projets.identifiants import CHAMPS_PUBLIES, identifiants
from tests.geo.monde_projets import bruts


def test_l_identifiant_a_la_forme_annoncee():
    assert re.fullmatch(r"p-[0-9a-f]{10}", identifiants(bruts({})).iloc[0])


def test_l_identifiant_ne_change_pas_d_une_version_a_l_autre():
    # a link in a reader's mail holds this id: a change here breaks it
    assert identifiants(bruts({})).iloc[0] == "p-22a22e9c3a"


def test_la_lecture_editoriale_ne_change_pas_l_identifiant():
    ids = identifiants(bruts({})), identifiants(bruts({"objet": "Autre lecture", "emplois": "3"}))
    assert ids[0].iloc[0] == ids[1].iloc[0]


@given(st.sampled_from(CHAMPS_PUBLIES))
def test_chaque_champ_publie_change_l_identifiant(champ):
    assert identifiants(bruts({})).iloc[0] != identifiants(bruts({champ: "autre"})).iloc[0]


def test_un_champ_vide_ne_se_confond_pas_avec_son_voisin():
    une = identifiants(bruts({"entreprise": "A", "type_entreprise": None}))
    autre = identifiants(bruts({"entreprise": None, "type_entreprise": "A"}))
    assert une.iloc[0] != autre.iloc[0]


def test_les_repetitions_prennent_un_rang():
    premier, deuxieme, troisieme = identifiants(bruts({}, {}, {}))
    assert (deuxieme, troisieme) == (f"{premier}-2", f"{premier}-3")


@given(st.permutations(range(6)))
def test_l_ordre_des_lignes_ne_change_aucun_identifiant(ordre):
    lignes = bruts(*({"objet": f"projet {i % 3}", "entreprise": f"e{i // 3}"} for i in range(6)))
    melange = lignes.iloc[ordre].reset_index(drop=True)
    attendus = dict(zip(lignes.entreprise + lignes.objet, identifiants(lignes), strict=True))
    trouves = dict(zip(melange.entreprise + melange.objet, identifiants(melange), strict=True))
    assert trouves == attendus
    assert len(set(trouves.values())) == 6


def test_l_index_est_celui_des_lignes():
    lignes = bruts({}, {}).set_axis([7, 3])
    pd.testing.assert_index_equal(identifiants(lignes).index, lignes.index)
