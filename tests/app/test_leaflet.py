"""The map's script names local files, and nothing that a file holds can leave its JSON."""

from __future__ import annotations

import json
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_map_string, generate_js_hash

from components import leaflet
from components.leaflet import CarteAtlas, Etat, Montage, adresses_exterieures, nouvelle_carte
from theme import COULEURS

CONFIG = {"couches": {"territoires": "../../app/static/couches/territoires.json"}, "titre": "Carte"}
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
    (tmp_path / "atlas").symlink_to(leaflet.STATIQUE / "atlas")
    monkeypatch.setattr(leaflet, "STATIQUE", tmp_path)
    leaflet._avertir.cache_clear()
    yield
    leaflet._avertir.cache_clear()


@pytest.fixture
def avec_leaflet(tmp_path, monkeypatch):
    """A project whose `static/vendor` is complete, whatever this clone holds."""
    (tmp_path / "atlas").symlink_to(leaflet.STATIQUE / "atlas")
    (tmp_path / "vendor").mkdir()
    for nom in leaflet.VENDOR:
        (tmp_path / "vendor" / nom).touch()
    monkeypatch.setattr(leaflet, "STATIQUE", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("avec_leaflet")
class TestAvecLeaflet:
    def test_no_address_of_the_frame_is_outside(self):
        assert adresses_exterieures() == []

    def test_the_page_of_the_map_holds_no_outside_address(self):
        sans_espaces_de_noms = page(nouvelle_carte(CONFIG)).replace("http://www.w3.org/", "")
        assert "://" not in sans_espaces_de_noms.replace("http-equiv", "")

    def test_every_script_and_sheet_is_under_static(self):
        carte = nouvelle_carte(CONFIG)
        assert all(a.startswith(f"{leaflet.ADRESSE}/") for _, a in [*carte.default_js, *carte.default_css])

    def test_leaflet_comes_before_the_script_that_loads_the_others(self):
        assert [fichier(a) for _, a in nouvelle_carte(CONFIG).default_js] == ["leaflet.js", leaflet.AMORCE]

    def test_topojson_comes_before_the_scripts_that_use_it(self):
        assert [fichier(a) for a in leaflet.scripts()] == ["topojson-client.min.js", *leaflet.SCRIPTS]

    def test_every_script_and_sheet_of_the_frame_is_there(self):
        noms = [a.removeprefix(f"{leaflet.ADRESSE}/").partition("?")[0] for a in leaflet.scripts_du_cadre()]
        assert len(noms) == 14
        assert [nom for nom in noms if not (leaflet.STATIQUE / nom).is_file()] == []

    @pytest.mark.parametrize("absent", leaflet.VENDOR)
    def test_one_missing_file_means_that_leaflet_is_not_installed(self, avec_leaflet, absent):
        (avec_leaflet / "vendor" / absent).unlink()
        assert not leaflet.bibliotheques_locales()


@pytest.mark.usefixtures("sans_leaflet")
class TestSansLeaflet:
    def test_the_map_asks_foliums_own_host_for_leaflet_and_topojson(self):
        adresses = adresses_exterieures()
        assert [a.rpartition("/")[2] for a in adresses] == [
            "leaflet.js",
            "topojson-client.min.js",
            "leaflet.css",
        ]
        assert len({a.split("/")[2] for a in adresses}) == 1

    def test_our_own_scripts_stay_local(self):
        notres = [a for a in leaflet.scripts_du_cadre() if "/atlas/" in a]
        assert len(notres) == len(leaflet.SCRIPTS) + 2
        assert all(a.startswith(f"{leaflet.ADRESSE}/") for a in notres)

    def test_the_log_says_it_once_with_the_remedy(self, caplog):
        with caplog.at_level(logging.WARNING, logger=leaflet.__name__):
            adresses_exterieures()
            nouvelle_carte(CONFIG)
        assert len(caplog.messages) == 1
        assert "static/vendor" in caplog.messages[0]
        assert "make run" in caplog.messages[0]


def test_none_of_foliums_own_scripts_is_kept():
    noms = {nom for nom, _ in nouvelle_carte(CONFIG).default_js}
    assert not noms & {"jquery", "bootstrap", "Leaflet.awesome-markers"}


def test_a_map_without_tiles_holds_no_background():
    assert "tileLayer" not in script(nouvelle_carte(CONFIG))


def test_the_configuration_reaches_the_script_whole():
    assert argument(script(nouvelle_carte(CONFIG)), "monter") == CONFIG


@pytest.mark.parametrize("hostile", HOSTILES)
def test_a_hostile_text_of_the_configuration_stays_inside_its_json(hostile):
    ecrit = script(nouvelle_carte({"titre": hostile, hostile: [hostile]}))
    assert argument(ecrit, "monter") == {"titre": hostile, hostile: [hostile]}


@given(CONTENU)
def test_whatever_the_state_holds_no_tag_can_open_or_close_in_its_script(contenu):
    ecrit = rendu({"choisi": contenu})
    assert not set("<>&'") & set(ecrit)
    assert argument(ecrit, "appliquer") == {"choisi": contenu}


@pytest.mark.parametrize("hostile", HOSTILES)
def test_a_hostile_state_stays_inside_its_json(hostile):
    assert argument(rendu({"choisi": hostile}), "appliquer") == {"choisi": hostile}


def test_a_script_has_no_tag_even_when_the_title_has_one():
    assert "</script" not in script(nouvelle_carte({"titre": HOSTILES[0]}))


def test_the_same_configuration_gives_the_same_script_and_the_same_key_of_the_frame():
    un, deux = script(nouvelle_carte(CONFIG)), script(nouvelle_carte(dict(reversed(CONFIG.items()))))
    assert un == deux
    assert generate_js_hash(un, "carte") == generate_js_hash(deux, "carte")


def test_another_configuration_gives_another_script():
    assert script(nouvelle_carte(CONFIG)) != script(nouvelle_carte({**CONFIG, "titre": "Autre"}))


def test_mounting_does_not_share_the_configuration_that_it_was_given():
    config = {"titre": "Carte"}
    carte = nouvelle_carte(config)
    config["titre"] = "Autre"
    assert next(e for e in carte._children.values() if isinstance(e, Montage)).config["titre"] == "Carte"


def test_every_colour_of_the_theme_reaches_the_frame():
    entete = page(nouvelle_carte(CONFIG))
    assert all(f"--{nom.replace('_', '-')}: {valeur};" in entete for nom, valeur in COULEURS.items())
