"""What a rerun sends to the frame: the same map under the same key, and a small state."""

from __future__ import annotations

import json

import pytest
import streamlit_folium

from components.carte import carte
from components.carte.carte import EtatCarte

LOT = "../../app/static/couches/atlas-abc.js"


@pytest.fixture
def envois(monkeypatch):
    """What streamlit-folium hands to Streamlit at each run; the reader's answer is empty."""
    monkeypatch.setattr(carte.lot, "adresse", lambda: LOT)
    envois: list[dict[str, object]] = []
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **envoi: envois.append(envoi) or {})
    return envois


def afficher(**etat) -> dict[str, object]:
    return carte.afficher(EtatCarte(**{"millesime": 2021, **etat}), cle="carte", titre="Carte")


CHANGEMENTS = (
    {"millesime": 2023},
    {"choisi": "ti-2806"},
    {"couches": ()},
    {"couleur": {"classes": "123"}},
    {"groupements": ("200067205",)},
    {"zone": "region-53"},
    {"visibles": "AAAA"},
)


@pytest.mark.parametrize("changement", CHANGEMENTS)
def test_a_change_of_state_keeps_the_key_of_the_frame(envois, changement):
    afficher()
    afficher(**changement)
    assert envois[0]["key"] == envois[1]["key"]
    assert envois[0]["script"] == envois[1]["script"]


@pytest.mark.parametrize("changement", CHANGEMENTS)
def test_a_change_of_state_is_told_in_the_message(envois, changement):
    afficher()
    afficher(**changement)
    assert envois[0]["feature_group"] != envois[1]["feature_group"]


def test_a_place_asked_for_again_is_told_again(envois):
    afficher(zone="region-53", cadrages=1)
    afficher(zone="region-53", cadrages=2)
    assert envois[0]["feature_group"] != envois[1]["feature_group"]


def test_the_same_state_sends_the_same_message(envois):
    afficher(choisi="ti-2806")
    afficher(choisi="ti-2806")
    assert envois[0] == {**envois[1], "on_change": envois[0]["on_change"]}


def test_everything_sent_at_a_rerun_weighs_a_few_kilobytes(envois):
    afficher(choisi="ti-2806", visibles="A" * 514)
    assert len(json.dumps({**envois[0], "on_change": None})) < 2_500


def test_what_never_changes_is_in_a_file_that_is_named_and_not_sent(envois):
    afficher()
    assert LOT in envois[0]["js_links"]
    assert "couches/territoires" not in json.dumps({**envois[0], "on_change": None})


def test_the_script_holds_no_outside_address(envois):
    afficher()
    assert "://" not in str(envois[0]["script"])


def test_the_frame_sends_back_nothing_of_the_view(envois):
    afficher()
    assert envois[0]["returned_objects"] == []


def test_before_the_first_click_the_answer_is_empty(envois):
    assert afficher() == {}


def test_a_hostile_title_stays_inside_the_message(envois):
    carte.afficher(EtatCarte(millesime=2021), cle="carte", titre="</script><script>alert(1)</script>")
    assert "</script" not in str(envois[0]["feature_group"])


def test_the_script_is_the_same_whatever_the_map_is_called(envois):
    for titre in ("Carte du territoire Nord Cotentin", "Carte du territoire Lacq"):
        carte.afficher(EtatCarte(millesime=2021), cle="carte", titre=titre)
    assert str(envois[0]["script"]) == str(envois[1]["script"])


def test_a_hostile_choice_stays_inside_the_message(envois):
    afficher(choisi="</script><script>alert(1)</script>")
    assert "</script" not in str(envois[0]["feature_group"])
