"""The link of a sheet restores it; an unknown id stays in it, so that the page can help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.territoire import FRANCE, REGION, REGION_ET_FRANCE, AdresseTerritoire
from data import chargement
from geo.fiche import rapprochements
from geo.millesimes import MILLESIMES

ATLAS = chargement.atlas()
TERRITOIRES = {m: sorted(ATLAS.territoires_de(m)["id_ti"]) for m in MILLESIMES}
USUELLES = [REGION_ET_FRANCE, REGION, FRANCE]


@st.composite
def etats(draw):
    """Every state that a sheet can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    ti = draw(st.none() | st.sampled_from(TERRITOIRES[millesime]))
    proches = rapprochements(ATLAS, ti or "", millesime)
    references = [*USUELLES, *proches, *ATLAS.nom_region, *TERRITOIRES[millesime]]
    reference = draw(st.sampled_from([r for r in references if r != ti]))
    return AdresseTerritoire(ti=ti, millesime=millesime, reference=reference)


@given(etats())
def test_un_etat_ecrit_puis_relu_est_le_meme_sans_avis(etat):
    assert AdresseTerritoire.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["ti", "millesime", "reference", "autre"]), st.text(max_size=12)))
def test_toute_adresse_donne_un_etat_que_sa_propre_adresse_retablit(parametres):
    etat, _ = AdresseTerritoire.lire(parametres, ATLAS)
    assert AdresseTerritoire.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_l_etat_usuel_a_une_adresse_vide():
    assert AdresseTerritoire().ecrire() == {}


def test_ce_qui_est_usuel_est_laisse_hors_de_l_adresse():
    assert AdresseTerritoire(ti="ti-2806").ecrire() == {"ti": "ti-2806"}


def test_un_identifiant_inconnu_reste_dans_l_adresse_sans_avis():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-9999"}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-9999")
    assert avis == []


def test_un_identifiant_se_lit_quels_que_soient_sa_casse_et_ses_blancs():
    assert AdresseTerritoire.lire({"ti": " TI-2806 "}, ATLAS)[0].ti == "ti-2806"


def test_un_millesime_inconnu_donne_l_habituel_et_le_dit():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "millesime": "2019"}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-2806")
    assert avis == ["Le millésime « 2019 » n’existe pas : voici celui de 2021."]


@pytest.mark.parametrize("demande", ["ti-9999", "99", "Normandie", "FRANCE"])
def test_une_reference_inconnue_donne_l_habituelle_et_le_dit(demande):
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "reference": demande}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-2806")
    assert avis == [f"La référence « {demande} » n’existe pas : voici la région et la France."]


def test_les_voisins_d_un_territoire_qui_n_en_a_pas_ne_sont_pas_une_reference():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "reference": "voisins"}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-2806")
    assert len(avis) == 1


def test_une_reference_se_cherche_dans_le_millesime_de_l_adresse():
    seul_en_2023 = min(set(TERRITOIRES[2023]) - set(TERRITOIRES[2021]))
    assert len(AdresseTerritoire.lire({"reference": seul_en_2023}, ATLAS)[1]) == 1
    assert AdresseTerritoire.lire({"reference": seul_en_2023, "millesime": "2023"}, ATLAS)[1] == []


def test_un_territoire_ne_se_compare_pas_a_lui_meme():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "reference": "ti-2806"}, ATLAS)
    assert etat.reference == REGION_ET_FRANCE
    assert avis == []


def test_un_lien_est_relatif_pour_tenir_sous_tout_chemin_de_base():
    assert AdresseTerritoire(ti="ti-2806", millesime=2020).lien() == "territoire?ti=ti-2806&millesime=2020"
    assert AdresseTerritoire().lien() == "territoire"


def test_un_identifiant_hostile_ne_peut_sortir_de_son_parametre():
    assert AdresseTerritoire(ti='"><a&millesime=1').lien() == "territoire?ti=%22%3E%3Ca%26millesime%3D1"
