"""The menu of a phone: it closes on a choice, on Escape, on a press outside, and stays closed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.acces import TELEPHONE, lire
from tests.navigateur.atelier import visiter

FACONS = {
    "un choix": lambda page: menu(page).get_by_role("link", name="France").tap(),
    "la page même": lambda page: menu(page).get_by_role("link", name="Méthode").tap(),
    "Échap": lambda page: page.keyboard.press("Escape"),
    "une pression à côté": lambda page: page.touchscreen.tap(360, 600),
}


@pytest.fixture(scope="module")
def telephone(navigateur, serveur):
    """« Méthode » on a phone."""
    with visiter(navigateur, serveur, viewport=TELEPHONE, has_touch=True, is_mobile=True) as visite:
        yield visite


def menu(page):
    return page.get_by_test_id("stSidebar")


def ouvrir(visite):
    page = lire(visite, "/methode")
    page.get_by_role("button", name="Ouvrir la navigation").tap()
    expect(menu(page)).to_have_attribute("data-collapsed", "false")
    return page


@pytest.mark.parametrize("facon", FACONS)
def test_le_menu_se_ferme_et_le_focus_revient_a_son_bouton(telephone, facon):
    page = ouvrir(telephone)
    FACONS[facon](page)
    expect(menu(page)).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_role("button", name="Ouvrir la navigation")).to_be_focused()


def test_une_pression_a_cote_n_ouvre_rien_sous_elle(telephone):
    page = ouvrir(telephone)
    lien = page.get_by_role("button", name="Copier le lien").bounding_box()
    page.touchscreen.tap(lien["x"] + lien["width"] / 2, lien["y"] + lien["height"] / 2)
    expect(menu(page)).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_text("Lien copié")).to_have_count(0)


def test_ouvert_quand_la_page_se_recharge_il_est_ferme_ensuite(telephone):
    page = ouvrir(telephone)
    page.reload()
    page.locator("footer.atlas-pied").wait_for()
    telephone.au_calme()
    expect(menu(page)).to_have_attribute("data-collapsed", "true")


@pytest.mark.parametrize("chemin", ["/methode", "/territoire?ti=ti-2806"])
def test_le_logo_a_un_nom_francais_et_mene_a_la_carte(visite, chemin):
    page = lire(visite, chemin)
    page.get_by_test_id("stHeader").get_by_label(re.compile(": revenir à la carte$")).click()
    page.wait_for_url(f"{visite.serveur}/")
    page.get_by_role("heading", level=1, name="Carte des Territoires d’industrie").wait_for()
