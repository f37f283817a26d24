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
    {"commune": ("15187", "Saint-Flour")},
    {"cadre": ((44.5, 2.5), (45.5, 3.5))},
    {"visibles": "AAAA"},
    {"miens": "AAAA"},
)


@pytest.mark.parametrize("changement", CHANGEMENTS)
def test_un_changement_d_etat_garde_la_cle_du_cadre(envois, changement):
    afficher()
    afficher(**changement)
    assert envois[0]["key"] == envois[1]["key"]
    assert envois[0]["script"] == envois[1]["script"]


@pytest.mark.parametrize("changement", CHANGEMENTS)
def test_un_changement_d_etat_est_dit_dans_le_message(envois, changement):
    afficher()
    afficher(**changement)
    assert envois[0]["feature_group"] != envois[1]["feature_group"]


def test_un_lieu_redemande_est_redit(envois):
    afficher(zone="region-53", cadrages=1)
    afficher(zone="region-53", cadrages=2)
    assert envois[0]["feature_group"] != envois[1]["feature_group"]


def test_le_meme_etat_envoie_le_meme_message(envois):
    afficher(choisi="ti-2806")
    afficher(choisi="ti-2806")
    assert envois[0] == {**envois[1], "on_change": envois[0]["on_change"]}


def test_tout_ce_qui_part_a_une_reexecution_pese_quelques_ko(envois):
    afficher(choisi="ti-2806", visibles="A" * 514)
    assert len(json.dumps({**envois[0], "on_change": None})) < 2_500


def test_ce_qui_ne_change_jamais_est_dans_un_fichier_qui_est_nomme_et_non_envoye(envois):
    afficher()
    assert LOT in envois[0]["js_links"]
    assert "couches/territoires" not in json.dumps({**envois[0], "on_change": None})


def test_le_script_ne_porte_aucune_adresse_exterieure(envois):
    afficher()
    assert "://" not in str(envois[0]["script"])


def test_le_cadre_ne_renvoie_rien_de_la_vue(envois):
    afficher()
    assert envois[0]["returned_objects"] == []


def test_avant_le_premier_clic_la_reponse_est_vide(envois):
    assert afficher() == {}


def test_un_titre_hostile_reste_dans_le_message(envois):
    carte.afficher(EtatCarte(millesime=2021), cle="carte", titre="</script><script>alert(1)</script>")
    assert "</script" not in str(envois[0]["feature_group"])


def test_le_script_est_le_meme_quel_que_soit_le_nom_de_la_carte(envois):
    for titre in ("Carte du territoire Nord Cotentin", "Carte du territoire Lacq"):
        carte.afficher(EtatCarte(millesime=2021), cle="carte", titre=titre)
    assert str(envois[0]["script"]) == str(envois[1]["script"])


def test_un_choix_hostile_reste_dans_le_message(envois):
    afficher(choisi="</script><script>alert(1)</script>")
    assert "</script" not in str(envois[0]["feature_group"])
