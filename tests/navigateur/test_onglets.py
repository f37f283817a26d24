"""Each view has its own name in the browser's tab; it follows the gestures, Back included."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.acces import lire

ATLAS = "Atlas des Territoires d’industrie"

VUES = {
    "/": "Carte",
    "/?ti=ti-2806&millesime=2023": "Dieppe Côte d'Albâtre · Carte 2023",
    "/?couleur=chomage": "Taux de chômage · Carte",
    "/territoire": "Territoire",
    "/territoire?ti=ti-2806": "Nord Cotentin · Territoire",
    "/territoire?ti=ti-2806&reference=53": "Nord Cotentin face à Bretagne · Territoire",
    "/projets": "Projets",
    "/region": "Région",
    "/region?code=28&reference=53": "Normandie face à Bretagne · Région",
    "/france": "France",
    "/france?changements=2020": "ce qui a changé depuis 2020 · France",
    "/comparer": "Comparer",
    "/comparer?objets=ti-2806,france": "Comparer : Nord Cotentin, France",
    "/seance": "Séance",
    "/seance?nom=Comité&vue=france": "Comité · Séance",
    "/methode": "Méthode",
    "/accessibilite": "Accessibilité",
}


@pytest.mark.parametrize("chemin", VUES)
def test_chaque_vue_a_son_titre(visite, chemin):
    expect(lire(visite, chemin)).to_have_title(f"{VUES[chemin]} · {ATLAS}")


def test_une_selection_dit_ses_filtres_et_son_nombre(visite):
    page = lire(visite, "/projets?region=53&filiere=Agroalimentaire")
    compte = str(page.locator(".atlas-projets").get_attribute("data-lignes"))
    expect(page).to_have_title(
        re.compile(
            rf"^Projets : (Agroalimentaire, Bretagne|Bretagne, Agroalimentaire) \({compte}\) · {ATLAS}$"
        )
    )


def test_le_titre_suit_un_geste_et_retour(visite):
    page = lire(visite, "/territoire?ti=ti-2806")
    page.locator(".st-key-entete").get_by_role("radio", name="2023").click()
    expect(page).to_have_title(f"Cotentin · Territoire 2023 · {ATLAS}")
    visite.au_calme()
    page.go_back()
    expect(page).to_have_title(f"Nord Cotentin · Territoire · {ATLAS}")


def test_une_adresse_inconnue_le_dit_jusque_dans_l_onglet(visite):
    page = visite.aller("/nimporte")
    fenetre = page.get_by_role("dialog")
    fenetre.get_by_text("Page introuvable").wait_for()
    visite.cadre().wait_for_selector("body[data-version]")
    visite.au_calme()
    expect(page).to_have_title(f"Page introuvable · {ATLAS}")
    page.keyboard.press("Escape")
    fenetre.wait_for(state="detached")
    expect(page).to_have_title(f"Carte · {ATLAS}")


def test_carte_est_une_adresse_qui_garde_ses_mots(visite):
    page = lire(visite, "/carte?ti=ti-2806")
    page.wait_for_url(f"{visite.serveur}/?ti=ti-2806")
    expect(page.get_by_role("dialog")).to_have_count(0)
