"""The link of « France » restores it; what it gets wrong is said in French and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.france import TRI, AdresseFrance
from geo.etape.formules import FORMULES
from geo.millesimes import MILLESIMES


@st.composite
def etats(draw):
    """Every state that the page can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    autres = [annee for annee in MILLESIMES if annee != millesime]
    return AdresseFrance(
        millesime=millesime,
        tri=draw(st.sampled_from(sorted(FORMULES))),
        changements=draw(st.none() | st.sampled_from(autres)),
    )


@given(etats())
def test_a_state_written_and_read_again_is_the_same_without_a_notice(etat):
    assert AdresseFrance.lire(etat.ecrire()) == (etat, [])


@given(st.dictionaries(st.sampled_from(["millesime", "tri", "changements", "autre"]), st.text(max_size=12)))
def test_any_address_gives_a_state_that_its_own_address_restores(parametres):
    etat, _ = AdresseFrance.lire(parametres)
    assert AdresseFrance.lire(etat.ecrire()) == (etat, [])


def test_the_usual_state_has_an_empty_address():
    assert AdresseFrance().ecrire() == {}


def test_the_regions_are_first_ranked_by_their_laureates():
    assert TRI == "laureats"


def test_an_unknown_figure_is_said_and_the_rest_applies():
    etat, avis = AdresseFrance.lire({"tri": "pib", "millesime": "2023"})
    assert etat == AdresseFrance(millesime=2023)
    assert avis == ["Le chiffre « pib » n’existe pas : les régions sont classées par leurs lauréats."]


def test_a_long_wrong_value_is_cut_in_its_notice():
    _, avis = AdresseFrance.lire({"tri": "x" * 5_000})
    assert len(avis[0]) < 150


@pytest.mark.parametrize("demande", ["2021", "2019", "oui"])
def test_a_map_is_not_compared_with_itself_nor_with_what_does_not_exist(demande):
    etat, avis = AdresseFrance.lire({"changements": demande})
    assert etat == AdresseFrance()
    assert avis == [f"La carte de 2021 ne se compare pas à « {demande} » : la voici seule."]


def test_an_unknown_millesime_is_said_and_the_comparison_is_read_with_the_usual_one():
    etat, avis = AdresseFrance.lire({"millesime": "1999", "changements": "2020"})
    assert etat == AdresseFrance(changements=2020)
    assert avis == ["Le millésime « 1999 » n’existe pas : voici celui de 2021."]
