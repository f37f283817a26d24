"""A link restores the view; what it gets wrong is said in French and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.carte import APPARTENANCE, AdresseCarte
from components.carte.couches import COUCHES
from data import chargement
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

ATLAS = chargement.atlas()
ZONES = [f"region-{c}" for c in ATLAS.regions["code"]] + [
    f"departement-{c}" for c in ATLAS.departements["code"]
]
TERRITOIRES = {m: sorted(ATLAS.territoires_de(m)["id_ti"]) for m in MILLESIMES}


@st.composite
def etats(draw):
    """Every state that the page can be in: a TI exists in its millésime."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    ti = draw(st.none() | st.sampled_from(TERRITOIRES[millesime]))
    couleur = draw(st.sampled_from([APPARTENANCE, *INDICATEURS]))
    allumees = draw(st.sets(st.sampled_from(sorted(COUCHES))))
    couches = tuple(couche for couche in COUCHES if couche in allumees)
    zone = "" if ti else draw(st.sampled_from(["", *ZONES]))
    return AdresseCarte(millesime=millesime, ti=ti, couleur=couleur, couches=couches, zone=zone)


@given(etats())
def test_a_state_written_and_read_again_is_the_same_without_a_notice(etat):
    assert AdresseCarte.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(
    st.dictionaries(
        st.sampled_from(["ti", "millesime", "couleur", "couches", "zone", "autre"]), st.text(max_size=12)
    )
)
def test_any_address_gives_a_state_that_its_own_address_restores(parametres):
    etat, _ = AdresseCarte.lire(parametres, ATLAS)
    assert AdresseCarte.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_the_usual_state_has_an_empty_address():
    assert AdresseCarte().ecrire() == {}


def test_an_empty_address_gives_the_usual_state():
    assert AdresseCarte.lire({}, ATLAS) == (AdresseCarte(), [])


@pytest.mark.parametrize("demande", ["2019", "", "²", "2021.0", "-2021", "deux mille"])
def test_an_unknown_millesime_gives_the_usual_one_and_says_so(demande):
    etat, avis = AdresseCarte.lire({"millesime": demande}, ATLAS)
    assert etat.millesime == MILLESIME_PAR_DEFAUT
    assert len(avis) == 1
    assert f"« {demande} »" in avis[0]


def test_an_unknown_territory_is_left_aside_and_the_rest_applies():
    etat, avis = AdresseCarte.lire({"ti": "ti-9999", "millesime": "2022", "couches": "aucune"}, ATLAS)
    assert etat == AdresseCarte(millesime=2022, couches=())
    assert avis == ["Le territoire « ti-9999 » n’existe pas dans le millésime 2022."]


def test_a_territory_is_looked_for_in_the_millesime_that_the_address_names():
    seul_en_2023 = min(set(TERRITOIRES[2023]) - set(TERRITOIRES[2021]))
    assert AdresseCarte.lire({"ti": seul_en_2023, "millesime": "2023"}, ATLAS)[0].ti == seul_en_2023
    assert AdresseCarte.lire({"ti": seul_en_2023}, ATLAS)[0].ti is None


def test_an_unknown_layer_is_left_aside_and_the_others_are_shown():
    etat, avis = AdresseCarte.lire({"couches": "epci,lune,projets"}, ATLAS)
    assert etat.couches == ("projets", "epci")
    assert avis == ["La couche « lune » n’existe pas."]


def test_an_unknown_indicator_gives_the_plain_map_and_says_so():
    etat, avis = AdresseCarte.lire({"couleur": "bonheur"}, ATLAS)
    assert etat == AdresseCarte()
    assert len(avis) == 1
    assert "« bonheur »" in avis[0]


def test_every_layer_off_is_a_word_of_the_address():
    assert AdresseCarte(couches=()).ecrire() == {"couches": "aucune"}


@pytest.mark.parametrize("zone", ["region-53", "departement-2A"])
def test_a_region_or_departement_to_frame_comes_back_from_the_address(atlas, zone):
    assert AdresseCarte.lire(AdresseCarte(zone=zone).ecrire(), atlas) == (AdresseCarte(zone=zone), [])


@pytest.mark.parametrize("zone", ["region-99", "commune-29019", "<img>", "-"])
def test_a_place_that_the_map_does_not_know_is_told(atlas, zone):
    lue, avis = AdresseCarte.lire({"zone": zone}, atlas)
    assert lue.zone == ""
    assert len(avis) == 1


def test_a_chosen_territory_leaves_the_frame(atlas):
    lue, _ = AdresseCarte.lire({"zone": "region-53", "ti": "ti-2806"}, atlas)
    assert (lue.ti, lue.zone) == ("ti-2806", "")
