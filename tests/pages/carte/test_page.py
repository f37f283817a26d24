"""« Carte » in memory: what an address shows, and what a choice writes into the address."""

from __future__ import annotations

import pytest
import streamlit as st

from components.adresses.carte import APPARTENANCE
from components.leaflet import elements
from geo.indicateurs.catalogue import INDICATEURS
from tests.pages.regards import adresse, avis, bloc, mots, ouvrir, texte


def panneau(essai) -> str:
    return texte(bloc(essai, "atlas-panneau"))


def message(essai) -> str:
    """What the page tells the frame."""
    return essai.get("component_instance")[0].proto.json_args


def test_the_page_opens_on_the_146_territories_of_2021():
    essai = ouvrir()
    assert not essai.exception
    assert panneau(essai).startswith("France ")
    assert "146 territoires d’industrie" in panneau(essai)


def test_the_usual_view_has_a_bare_address():
    assert adresse(ouvrir()) == {}


def test_a_link_opens_its_territory():
    essai = ouvrir(ti="ti-2806", millesime="2021")
    assert panneau(essai).startswith("Nord Cotentin ")
    assert '\\"choisi\\": \\"ti-2806\\"' in message(essai)


def test_a_link_is_rewritten_without_what_is_usual():
    usuel = {"millesime": "2021", "couches": "projets,regions", "couleur": "appartenance"}
    assert adresse(ouvrir(ti="ti-2806", **usuel)) == {"ti": "ti-2806"}


def test_a_link_to_a_region_frames_it_and_stays_as_it_is():
    essai = ouvrir(zone="region-53")
    assert '\\"zone\\": \\"region-53 0\\"' in message(essai)
    assert adresse(essai) == {"zone": "region-53"}
    assert panneau(essai).startswith("France ")


def test_an_unknown_territory_gives_a_french_notice_and_the_map():
    essai = ouvrir(ti="ti-9999")
    assert avis(essai) == ["Le territoire « ti-9999 » n’existe pas dans le millésime 2021."]
    assert panneau(essai).startswith("France ")
    assert len(essai.get("component_instance")) == 1


def test_a_hostile_address_is_said_without_becoming_markup():
    essai = ouvrir(ti="<img src=x onerror=alert(1)>", millesime="[ici](https://ailleurs.test)")
    assert not essai.exception
    assert len(essai.info) == 2
    assert all("](" not in a.value and "[ici" not in a.value.replace("\\[", "") for a in essai.info)
    assert any("<img src=x onerror=alert(1)>" in a for a in avis(essai))


def test_another_millesime_goes_into_the_address_and_the_panel():
    essai = ouvrir()
    essai.button_group(key="millesime").set_value(2023).run()
    assert adresse(essai) == {"millesime": "2023"}
    assert "183 territoires d’industrie" in panneau(essai)


def test_coming_back_to_the_usual_millesime_clears_the_address():
    essai = ouvrir(millesime="2023")
    essai.button_group(key="millesime").set_value(2021).run()
    assert adresse(essai) == {}


def test_switching_projects_off_goes_into_the_address_and_the_message():
    essai = ouvrir()
    essai.button_group(key="couches").set_value([]).run()
    assert adresse(essai) == {"couches": "aucune"}
    assert '\\"couches\\": []' in message(essai)


def test_another_layer_goes_into_the_address_and_the_message():
    essai = ouvrir()
    essai.button_group(key="couches").set_value(["epci", "projets"]).run()
    assert adresse(essai) == {"couches": "projets,epci"}
    assert '\\"couches\\": [\\"projets\\", \\"epci\\"]' in message(essai)


def test_a_link_restores_indicator_and_layers():
    essai = ouvrir(couleur="chomage", couches="acv,pvd")
    assert essai.selectbox(key="couleur").value == "chomage"
    assert essai.button_group(key="couches").value == ["acv", "pvd"]
    assert adresse(essai) == {"couleur": "chomage", "couches": "acv,pvd"}


@pytest.mark.parametrize("cle", INDICATEURS)
def test_every_indicator_colours_the_map_with_a_small_message(cle):
    essai = ouvrir()
    avant = len(message(essai))
    essai.selectbox(key="couleur").set_value(cle).run()
    assert not essai.exception
    assert adresse(essai) == {"couleur": cle}
    assert 500 < len(message(essai)) - avant < 10_000


def test_coming_back_to_membership_clears_the_address():
    essai = ouvrir(couleur="chomage")
    essai.selectbox(key="couleur").set_value(APPARTENANCE).run()
    assert adresse(essai) == {}
    assert '\\"couleur\\": null' in message(essai)


@pytest.mark.parametrize(("couches", "demandee"), [("projets", False), ("projets,ign", True)])
def test_the_host_of_the_ign_is_named_only_when_its_background_is_chosen(couches, demandee):
    assert ("data.geopf.fr" in message(ouvrir(couches=couches))) is demandee


def test_a_choice_goes_into_the_address():
    essai = ouvrir()
    essai.session_state["ti"] = "ti-2806"
    essai.run()
    assert adresse(essai) == {"ti": "ti-2806"}
    assert panneau(essai).startswith("Nord Cotentin ")


def test_a_territory_that_the_next_millesime_does_not_know_is_let_go(atlas):
    seul = min(set(atlas.territoires_de(2023)["id_ti"]) - set(atlas.territoires_de(2021)["id_ti"]))
    essai = ouvrir(ti=seul, millesime="2023")
    essai.button_group(key="millesime").set_value(2021).run()
    assert not essai.exception
    assert adresse(essai) == {}
    assert panneau(essai).startswith("France ")


def test_the_frame_keeps_its_key_through_every_change():
    essai = ouvrir()
    cles = {essai.get("component_instance")[0].proto.id}
    essai.button_group(key="millesime").set_value(2023).run()
    cles.add(essai.get("component_instance")[0].proto.id)
    essai.selectbox(key="couleur").set_value("population").run()
    cles.add(essai.get("component_instance")[0].proto.id)
    assert len(cles) == 1


@pytest.mark.parametrize("page", ["carte", "methode"])
def test_the_footer_cites_sources_licence_and_dates(page):
    pied = texte(bloc(ouvrir(page), "atlas-pied"))
    assert "ministère de l’Économie (DGE)" in pied
    assert "mise à jour 08/04/2022 – Licence Ouverte 2.0" in pied


def test_the_table_is_closed_and_costs_nothing_until_it_is_asked_for():
    essai = ouvrir()
    assert [repli.label for repli in essai.expander] == ["Tableau des 146 territoires de 2021"]
    assert len(essai.dataframe) == 0


def test_the_panel_says_the_rank_for_the_indicator_of_the_map():
    assert " sur 146" in panneau(ouvrir(ti="ti-2806", couleur="projets"))
    assert " sur 146" not in panneau(ouvrir(ti="ti-2806"))


@pytest.fixture
def sans_leaflet(monkeypatch):
    """A server whose set-up could not bring Leaflet."""
    monkeypatch.setattr(elements, "bibliotheques_locales", lambda: False)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.usefixtures("sans_leaflet")
def test_without_leaflet_a_sentence_gives_the_remedy_and_the_figures_stay():
    essai = ouvrir()
    assert not essai.exception
    (phrase,) = [alerte.value for alerte in essai.warning]
    assert "make run" in phrase
    assert "146 territoires d’industrie" in mots(essai)


def test_with_leaflet_nothing_is_said_of_it():
    assert [alerte.value for alerte in ouvrir().warning] == []
