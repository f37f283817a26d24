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
    elements._avertir.oublier()
    yield
    elements._avertir.oublier()


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
    def test_aucune_adresse_du_cadre_n_est_au_dehors(self):
        assert adresses_exterieures() == []

    def test_la_page_de_la_carte_ne_porte_aucune_adresse_exterieure(self):
        sans_espaces_de_noms = page(nouvelle_carte(LOT, DEPART)).replace("http://www.w3.org/", "")
        assert "://" not in sans_espaces_de_noms.replace("http-equiv", "")

    def test_le_cadre_charge_un_script_et_aucune_feuille(self):
        carte = nouvelle_carte(LOT, DEPART)
        assert [a for _, a in carte.default_js] == [LOT]
        assert carte.default_css == []

    def test_les_bibliotheques_viennent_dans_l_ordre_de_leur_execution(self):
        assert elements.bibliotheques() == [nom for nom in elements.VENDOR if nom.endswith(".js")]

    def test_la_feuille_de_leaflet_vient_avant_la_notre_qui_peut_la_corriger(self):
        feuille = elements.feuille()
        notre = (elements.STATIQUE / "atlas" / elements.FEUILLE).read_text(encoding="utf-8")
        assert 0 < feuille.index("leaflet.css") < feuille.index(notre)

    def test_une_image_de_la_feuille_de_leaflet_est_demandee_la_ou_elle_est(self, avec_leaflet):
        (avec_leaflet / "vendor" / "leaflet.css").write_text(
            "a { b: url(images/layers.png) }", encoding="utf-8"
        )
        assert f"url({elements.ADRESSE}/vendor/images/layers.png)" in elements.feuille()

    @pytest.mark.parametrize("absent", elements.VENDOR)
    def test_un_fichier_manquant_veut_dire_que_leaflet_n_est_pas_installe(self, avec_leaflet, absent):
        (avec_leaflet / "vendor" / absent).unlink()
        assert not elements.bibliotheques_locales()


@pytest.mark.usefixtures("sans_leaflet")
class TestSansLeaflet:
    def test_la_carte_demande_leaflet_et_ses_compagnons_a_l_hote_de_folium(self):
        adresses = adresses_exterieures()
        assert [a.rpartition("/")[2] for a in adresses] == [
            "leaflet.js",
            "topojson-client.min.js",
            "supercluster.min.js",
            "leaflet.css",
        ]
        assert len({a.split("/")[2] for a in adresses}) == 1

    def test_elles_sont_chargees_avant_notre_propre_script(self):
        carte = nouvelle_carte(LOT, DEPART)
        *dehors, dernier = [a for _, a in carte.default_js]
        assert [*dehors, *(a for _, a in carte.default_css)] == adresses_exterieures()
        assert dernier == LOT

    def test_nos_propres_scripts_et_notre_feuille_restent_locaux(self):
        assert elements.bibliotheques() == []
        assert (elements.STATIQUE / "atlas" / elements.FEUILLE).read_text(
            encoding="utf-8"
        ) in elements.feuille()

    def test_le_journal_le_dit_une_fois_avec_le_remede(self, caplog):
        with caplog.at_level(logging.WARNING, logger=elements.__name__):
            adresses_exterieures()
            nouvelle_carte(LOT, DEPART)
        assert len(caplog.messages) == 1
        assert "static/vendor" in caplog.messages[0]
        assert "make run" in caplog.messages[0]


def test_une_carte_sans_tuiles_n_a_aucun_fond():
    assert "tileLayer" not in script(nouvelle_carte(LOT, DEPART))


def test_ce_qu_on_dit_a_une_carte_atteint_son_script_entier_avec_le_nom_du_fichier_lance():
    assert argument(script(nouvelle_carte(LOT, DEPART)), "monter") == {**DEPART, "lot": LOT}


def test_les_options_de_leaflet_atteignent_le_script():
    assert '"zoomSnap": 0' in script(nouvelle_carte(LOT, DEPART))


@pytest.mark.parametrize("hostile", HOSTILES)
def test_un_texte_hostile_reste_dans_son_json(hostile):
    ecrit = script(nouvelle_carte(LOT, {"titre": hostile, hostile: [hostile]}))
    assert argument(ecrit, "monter") == {"titre": hostile, hostile: [hostile], "lot": LOT}


@given(CONTENU)
def test_quoi_que_l_etat_contienne_aucune_balise_ne_s_ouvre_ni_ne_se_ferme_dans_son_script(contenu):
    ecrit = rendu({"choisi": contenu})
    assert not set("<>&'") & set(ecrit)
    assert argument(ecrit, "appliquer") == {"choisi": contenu}


@pytest.mark.parametrize("hostile", HOSTILES)
def test_un_etat_hostile_reste_dans_son_json(hostile):
    assert argument(rendu({"choisi": hostile}), "appliquer") == {"choisi": hostile}


def test_un_script_n_a_pas_de_balise_meme_quand_le_titre_en_a_une():
    assert "</script" not in script(nouvelle_carte(LOT, {"titre": HOSTILES[0]}))


def test_les_memes_arguments_donnent_le_meme_script_et_la_meme_cle_du_cadre():
    depart = {**DEPART, "autre": 1}
    un, deux = (script(nouvelle_carte(LOT, d)) for d in (depart, dict(reversed(depart.items()))))
    assert un == deux
    assert generate_js_hash(un, "carte") == generate_js_hash(deux, "carte")


def test_un_autre_titre_donne_un_autre_script():
    assert script(nouvelle_carte(LOT, DEPART)) != script(nouvelle_carte(LOT, {"titre": "Autre"}))


def test_une_autre_version_du_fichier_remonte_le_cadre_a_neuf():
    un, deux = (script(nouvelle_carte(lot, DEPART)) for lot in (LOT, LOT.replace("abc", "def")))
    assert generate_js_hash(un, "carte") != generate_js_hash(deux, "carte")


def test_le_montage_ne_partage_pas_ce_qu_on_lui_a_donne():
    depart = {"titre": "Carte"}
    carte = nouvelle_carte(LOT, depart)
    depart["titre"] = "Autre"
    assert next(e for e in carte._children.values() if isinstance(e, Montage)).config["titre"] == "Carte"


def test_chaque_couleur_du_theme_atteint_la_feuille_du_cadre():
    feuille = elements.feuille()
    assert all(f"--{nom.replace('_', '-')}: {valeur};" in feuille for nom, valeur in COULEURS.items())


def test_ce_qui_est_envoye_a_cote_du_script_n_est_presque_rien():
    carte = nouvelle_carte(LOT, DEPART)
    carte.get_root().render()
    assert len(_get_header(carte).strip()) < 100
