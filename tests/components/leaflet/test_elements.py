"""The map's script names local files, and nothing that a file holds can leave its JSON."""

from __future__ import annotations

import json
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_header, _get_map_string, generate_js_hash

from components.leaflet import elements
from components.leaflet.elements import CarteAtlas, Etat, Montage, adresses_exterieures, nouvelle_carte
from theme import COULEURS

LOT = f"{elements.ADRESSE}/couches/atlas-abc.js"
DEPART = {"titre": "Carte"}
HOSTILES = (
    "</script><script>window.pirate=1</script>",
    "<!--<script>",
    "${window.pirate=1}",
    "`+window.pirate+`",
    "'; window.pirate=1; '",
    '"; window.pirate=1; "',
    "\\",
    "\u2028window.pirate=1\u2029",
    "{{ 7*7 }}{% macro script(this) %}",
)
CONTENU = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda enfants: st.lists(enfants, max_size=3) | st.dictionaries(st.text(), enfants, max_size=3),
    max_leaves=8,
)


def script(carte: CarteAtlas) -> str:
    """The script that streamlit-folium sends to the frame."""
    carte.get_root().render()
    return str(_get_map_string(carte))


def page(carte: CarteAtlas) -> str:
    """The whole page that folium would write."""
    return str(carte.get_root().render())


def argument(texte: str, fonction: str) -> object:
    """The JSON that a function of the atlas is called with in a script."""
    debut = re.search(rf"atlas\.{fonction}\((?:\w+, )?", texte)
    assert debut is not None
    return json.JSONDecoder().raw_decode(texte, debut.end())[0]


def fichier(adresse: str) -> str:
    """Name of the file at an address."""
    return adresse.partition("?")[0].rpartition("/")[2]


def rendu(etat: dict[str, object]) -> str:
    """The script of a state."""
    groupe = Etat(etat)
    return str(groupe._template.module.script(groupe, {}))


@pytest.fixture
def sans_leaflet(tmp_path, monkeypatch):
    """A project whose `static/vendor` is not there."""
    (tmp_path / "atlas").symlink_to(elements.STATIQUE / "atlas")
    monkeypatch.setattr(elements, "STATIQUE", tmp_path)
    elements._avertir.cache_clear()
    yield
    elements._avertir.cache_clear()


@pytest.fixture
def avec_leaflet(tmp_path, monkeypatch):
    """A project whose `static/vendor` is complete, whatever this clone holds."""
    (tmp_path / "atlas").symlink_to(elements.STATIQUE / "atlas")
    (tmp_path / "vendor").mkdir()
    for nom in elements.VENDOR:
        (tmp_path / "vendor" / nom).write_text(nom, encoding="utf-8")
    monkeypatch.setattr(elements, "STATIQUE", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("avec_leaflet")
class TestAvecLeaflet:
    def test_no_address_of_the_frame_is_outside(self):
        assert adresses_exterieures() == []

    def test_the_page_of_the_map_holds_no_outside_address(self):
        sans_espaces_de_noms = page(nouvelle_carte(LOT, DEPART)).replace("http://www.w3.org/", "")
        assert "://" not in sans_espaces_de_noms.replace("http-equiv", "")

    def test_the_frame_loads_one_script_and_no_sheet(self):
        carte = nouvelle_carte(LOT, DEPART)
        assert [a for _, a in carte.default_js] == [LOT]
        assert carte.default_css == []

    def test_the_layers_are_asked_for_first_then_come_the_libraries_then_the_scripts_that_use_them(self):
        vendor = [nom for nom in elements.VENDOR if nom.endswith(".js")]
        notres = [(elements.STATIQUE / "atlas" / nom).read_text(encoding="utf-8") for nom in elements.SCRIPTS]
        amorce = (elements.STATIQUE / "atlas" / elements.AMORCE).read_text(encoding="utf-8")
        assert elements.textes_des_scripts() == [amorce, *vendor, *notres]

    def test_the_sheet_of_leaflet_comes_before_ours_which_may_correct_it(self):
        feuille = elements.feuille()
        notre = (elements.STATIQUE / "atlas" / elements.FEUILLE).read_text(encoding="utf-8")
        assert 0 < feuille.index("leaflet.css") < feuille.index(notre)

    def test_an_image_of_leaflets_sheet_is_asked_for_where_it_is(self, avec_leaflet):
        (avec_leaflet / "vendor" / "leaflet.css").write_text(
            "a { b: url(images/layers.png) }", encoding="utf-8"
        )
        assert f"url({elements.ADRESSE}/vendor/images/layers.png)" in elements.feuille()

    @pytest.mark.parametrize("absent", elements.VENDOR)
    def test_one_missing_file_means_that_leaflet_is_not_installed(self, avec_leaflet, absent):
        (avec_leaflet / "vendor" / absent).unlink()
        assert not elements.bibliotheques_locales()


@pytest.mark.usefixtures("sans_leaflet")
class TestSansLeaflet:
    def test_the_map_asks_foliums_own_host_for_leaflet_and_its_companions(self):
        adresses = adresses_exterieures()
        assert [a.rpartition("/")[2] for a in adresses] == [
            "leaflet.js",
            "topojson-client.min.js",
            "supercluster.min.js",
            "leaflet.css",
        ]
        assert len({a.split("/")[2] for a in adresses}) == 1

    def test_they_are_loaded_before_our_own_script(self):
        carte = nouvelle_carte(LOT, DEPART)
        *dehors, dernier = [a for _, a in carte.default_js]
        assert [*dehors, *(a for _, a in carte.default_css)] == adresses_exterieures()
        assert dernier == LOT

    def test_our_own_scripts_and_sheet_stay_local(self):
        assert len(elements.textes_des_scripts()) == len(elements.SCRIPTS) + 1
        assert (elements.STATIQUE / "atlas" / elements.FEUILLE).read_text(
            encoding="utf-8"
        ) in elements.feuille()

    def test_the_log_says_it_once_with_the_remedy(self, caplog):
        with caplog.at_level(logging.WARNING, logger=elements.__name__):
            adresses_exterieures()
            nouvelle_carte(LOT, DEPART)
        assert len(caplog.messages) == 1
        assert "static/vendor" in caplog.messages[0]
        assert "make run" in caplog.messages[0]


def test_a_map_without_tiles_holds_no_background():
    assert "tileLayer" not in script(nouvelle_carte(LOT, DEPART))


def test_what_a_map_is_told_reaches_its_script_whole_with_the_name_of_the_file_that_it_runs():
    assert argument(script(nouvelle_carte(LOT, DEPART)), "monter") == {**DEPART, "lot": LOT}


def test_leaflets_options_reach_the_script():
    assert '"zoomSnap": 0.1' in script(nouvelle_carte(LOT, DEPART))


@pytest.mark.parametrize("hostile", HOSTILES)
def test_a_hostile_text_stays_inside_its_json(hostile):
    ecrit = script(nouvelle_carte(LOT, {"titre": hostile, hostile: [hostile]}))
    assert argument(ecrit, "monter") == {"titre": hostile, hostile: [hostile], "lot": LOT}


@given(CONTENU)
def test_whatever_the_state_holds_no_tag_can_open_or_close_in_its_script(contenu):
    ecrit = rendu({"choisi": contenu})
    assert not set("<>&'") & set(ecrit)
    assert argument(ecrit, "appliquer") == {"choisi": contenu}


@pytest.mark.parametrize("hostile", HOSTILES)
def test_a_hostile_state_stays_inside_its_json(hostile):
    assert argument(rendu({"choisi": hostile}), "appliquer") == {"choisi": hostile}


def test_a_script_has_no_tag_even_when_the_title_has_one():
    assert "</script" not in script(nouvelle_carte(LOT, {"titre": HOSTILES[0]}))


def test_the_same_arguments_give_the_same_script_and_the_same_key_of_the_frame():
    depart = {**DEPART, "autre": 1}
    un, deux = (script(nouvelle_carte(LOT, d)) for d in (depart, dict(reversed(depart.items()))))
    assert un == deux
    assert generate_js_hash(un, "carte") == generate_js_hash(deux, "carte")


def test_another_title_gives_another_script():
    assert script(nouvelle_carte(LOT, DEPART)) != script(nouvelle_carte(LOT, {"titre": "Autre"}))


def test_another_version_of_the_file_mounts_the_frame_anew():
    un, deux = (script(nouvelle_carte(lot, DEPART)) for lot in (LOT, LOT.replace("abc", "def")))
    assert generate_js_hash(un, "carte") != generate_js_hash(deux, "carte")


def test_mounting_does_not_share_what_it_was_given():
    depart = {"titre": "Carte"}
    carte = nouvelle_carte(LOT, depart)
    depart["titre"] = "Autre"
    assert next(e for e in carte._children.values() if isinstance(e, Montage)).config["titre"] == "Carte"


def test_every_colour_of_the_theme_reaches_the_sheet_of_the_frame():
    feuille = elements.feuille()
    assert all(f"--{nom.replace('_', '-')}: {valeur};" in feuille for nom, valeur in COULEURS.items())


def test_what_is_sent_beside_the_script_is_next_to_nothing():
    carte = nouvelle_carte(LOT, DEPART)
    carte.get_root().render()
    assert len(_get_header(carte).strip()) < 100
