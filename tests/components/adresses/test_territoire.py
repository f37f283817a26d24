"""The link of a sheet restores it; an unknown id stays in it, so that the page can help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.territoire import FRANCE, REGION, REGION_ET_FRANCE, AdresseTerritoire
from data import chargement
from geo.millesimes import MILLESIMES

ATLAS = chargement.atlas()
TERRITOIRES = {m: sorted(ATLAS.territoires_de(m)["id_ti"]) for m in MILLESIMES}
USUELLES = [REGION_ET_FRANCE, REGION, FRANCE]


@st.composite
def etats(draw):
    """Every state that a sheet can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    ti = draw(st.none() | st.sampled_from(TERRITOIRES[millesime]))
    references = [*USUELLES, *ATLAS.nom_region, *TERRITOIRES[millesime]]
    reference = draw(st.sampled_from([r for r in references if r != ti]))
    return AdresseTerritoire(ti=ti, millesime=millesime, reference=reference)


@given(etats())
def test_a_state_written_and_read_again_is_the_same_without_a_notice(etat):
    assert AdresseTerritoire.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["ti", "millesime", "reference", "autre"]), st.text(max_size=12)))
def test_any_address_gives_a_state_that_its_own_address_restores(parametres):
    etat, _ = AdresseTerritoire.lire(parametres, ATLAS)
    assert AdresseTerritoire.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_the_usual_state_has_an_empty_address():
    assert AdresseTerritoire().ecrire() == {}


def test_what_is_as_usual_is_left_out_of_the_address():
    assert AdresseTerritoire(ti="ti-2806").ecrire() == {"ti": "ti-2806"}


def test_an_unknown_id_stays_in_the_address_without_a_notice():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-9999"}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-9999")
    assert avis == []


def test_an_id_is_read_whatever_its_case_and_blanks():
    assert AdresseTerritoire.lire({"ti": " TI-2806 "}, ATLAS)[0].ti == "ti-2806"


def test_an_unknown_millesime_gives_the_usual_one_and_says_so():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "millesime": "2019"}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-2806")
    assert avis == ["Le millésime « 2019 » n’existe pas : voici celui de 2021."]


@pytest.mark.parametrize("demande", ["ti-9999", "99", "Normandie", "FRANCE"])
def test_an_unknown_reference_gives_the_usual_one_and_says_so(demande):
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "reference": demande}, ATLAS)
    assert etat == AdresseTerritoire(ti="ti-2806")
    assert avis == [f"La référence « {demande} » n’existe pas : voici la région et la France."]


def test_a_reference_is_looked_for_in_the_millesime_of_the_address():
    seul_en_2023 = min(set(TERRITOIRES[2023]) - set(TERRITOIRES[2021]))
    assert len(AdresseTerritoire.lire({"reference": seul_en_2023}, ATLAS)[1]) == 1
    assert AdresseTerritoire.lire({"reference": seul_en_2023, "millesime": "2023"}, ATLAS)[1] == []


def test_a_territory_is_not_compared_with_itself():
    etat, avis = AdresseTerritoire.lire({"ti": "ti-2806", "reference": "ti-2806"}, ATLAS)
    assert etat.reference == REGION_ET_FRANCE
    assert avis == []


def test_a_link_is_relative_so_that_it_holds_under_any_base_path():
    assert AdresseTerritoire(ti="ti-2806", millesime=2020).lien() == "territoire?ti=ti-2806&millesime=2020"
    assert AdresseTerritoire().lien() == "territoire"


def test_a_hostile_id_cannot_leave_its_parameter():
    assert AdresseTerritoire(ti='"><a&millesime=1').lien() == "territoire?ti=%22%3E%3Ca%26millesime%3D1"
