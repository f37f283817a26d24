"""Type, see, choose: by mouse, by keyboard, by thumb, on every page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.atelier import visiter

TELEPHONE = {"width": 390, "height": 844}
FICHE = "/territoire?"
IMAGE = "<img src=x onerror=window.pirate=1>"


class Champ:
    """The search field of a page, as a reader uses it."""

    def __init__(self, visite, chemin="/methode"):
        self.visite = visite
        self.page = visite.aller(chemin)
        self.saisie = self.page.get_by_role("combobox", name="Rechercher une commune")
        self.options = self.page.locator(".atlas-volet").get_by_role("option")
        self.phrase = self.page.locator(".atlas-phrase")
        self.page.locator("#atlas-saisie[data-prete]").wait_for()
        visite.au_calme()

    def taper(self, texte):
        self.saisie.click()
        self.saisie.press_sequentially(texte)
        return self

    def premiere(self, nom):
        """Wait until the first line bears a name."""
        self.page.locator("#atlas-reponse-0 b", has_text=re.compile(f"^{re.escape(nom)} ?$")).wait_for()
        return self

    def noms(self):
        return [nom.strip() for nom in self.options.locator("b").all_inner_texts()]

    def attendre(self, **parametres):
        """Wait for the address of a territory."""
        self.page.wait_for_url(
            lambda adresse: (
                FICHE in adresse and all(f"{cle}={valeur}" in adresse for cle, valeur in parametres.items())
            )
        )


@pytest.fixture
def champ(visite):
    """The field of the page « Méthode »."""
    return Champ(visite)


@pytest.fixture
def telephone(navigateur, serveur):
    """The field on a phone."""
    with visiter(navigateur, serveur, viewport=TELEPHONE, has_touch=True, is_mobile=True) as visite:
        yield Champ(visite)


def ti_de(atlas, code, millesime=2021):
    communes = atlas.communes.set_index("code")
    return communes.loc[code, f"id_ti_{millesime}"]


def test_brest_leads_to_the_territory_finistere(champ, atlas):
    champ.taper("brest").premiere("Brest")
    assert "Finistère" in champ.options.first.inner_text()
    champ.options.first.click()
    champ.attendre(ti=ti_de(atlas, "29019"))
    champ.page.get_by_role("heading", name="Finistère").first.wait_for()


def test_the_keyboard_is_enough(champ, atlas):
    champ.page.keyboard.press("Tab")
    champ.saisie.focus()
    champ.page.keyboard.type("brest")
    champ.premiere("Brest")
    champ.page.keyboard.press("ArrowDown")
    assert champ.saisie.get_attribute("aria-activedescendant") == "atlas-reponse-1"
    champ.page.keyboard.press("ArrowUp")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "29019"))
    expect(champ.saisie).to_have_value("")
    assert champ.saisie.get_attribute("aria-expanded") == "false"


def test_enter_pressed_faster_than_the_answer_opens_it(champ, atlas):
    champ.saisie.click()
    champ.page.keyboard.insert_text("cherbourg")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "50129"))


def test_two_spellings_give_the_same_answers(champ):
    champ.taper("Saint-Étienne").premiere("Saint-Étienne")
    avec = champ.noms()
    champ.saisie.fill("")
    champ.taper("st etienne").premiere("Saint-Étienne")
    assert champ.noms() == avec


def test_a_commune_outside_any_territory_says_so_and_leads_to_the_nearest(champ):
    champ.taper("paris").premiere("Paris")
    champ.page.keyboard.press("Enter")
    champ.premiere("Boucle Nord de la Seine")
    assert champ.phrase.inner_text() == "Paris n’est dans aucun territoire en 2021. Les plus proches :"
    assert champ.page.locator(".atlas-recherche [role=status]").inner_text().startswith("Paris n’est dans")
    champ.page.keyboard.press("ArrowDown")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti="ti-1101")


def test_after_a_sentence_a_second_enter_opens_nothing(champ):
    champ.taper("paris").premiere("Paris")
    champ.page.keyboard.press("Enter")
    champ.premiere("Boucle Nord de la Seine")
    champ.page.keyboard.press("Enter")
    assert champ.saisie.get_attribute("aria-activedescendant") is None
    assert champ.phrase.is_visible()


def test_a_region_lists_its_territories(champ):
    champ.taper("corse").premiere("Corse")
    champ.options.first.click()
    champ.premiere("Ajaccio")
    assert champ.phrase.inner_text().startswith("Corse : 2\u202fterritoires en 2021.")
    assert champ.options.count() == 2


def test_a_region_leads_to_its_page(champ):
    champ.taper("corse").premiere("Corse")
    champ.options.first.click()
    champ.premiere("Ajaccio")
    champ.phrase.get_by_role("link", name="Voir la page de la région").click()
    champ.page.get_by_role("heading", level=1, name="Corse").wait_for()
    assert champ.page.url.endswith("/region?code=94")


def test_an_overseas_commune_finds_its_territory(champ, atlas):
    champ.taper("cayenne").premiere("Cayenne")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "97302"))


def test_the_answers_are_in_the_millesime_of_the_page(visite, atlas):
    champ = Champ(visite, "/?millesime=2020")
    champ.taper("brest").premiere("Brest")
    assert "Pays de Brest" in champ.options.first.inner_text()
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "29019", 2020), millesime=2020)


def test_what_is_nowhere_is_said_and_what_was_typed_stays_text(champ):
    champ.taper(IMAGE)
    champ.page.get_by_text(f"Rien ne correspond à « {IMAGE} »").first.wait_for()
    assert champ.options.count() == 0
    assert champ.page.evaluate("window.pirate") is None
    assert champ.page.locator(".atlas-recherche img").count() == 0


def test_escape_closes_the_list_then_clears_the_field(champ):
    champ.taper("brest").premiere("Brest")
    champ.page.keyboard.press("Escape")
    assert not champ.options.first.is_visible()
    assert champ.saisie.input_value() == "brest"
    champ.page.keyboard.press("Escape")
    assert champ.saisie.input_value() == ""


def test_leaving_the_field_closes_the_list(champ):
    champ.taper("brest").premiere("Brest")
    champ.page.keyboard.press("Tab")
    assert not champ.options.first.is_visible()


def test_a_key_stroke_is_light_and_runs_nothing_of_the_page(visite):
    champ = Champ(visite, "/")
    cadre = visite.cadre()
    cadre.wait_for_function("document.body.dataset.version")
    visite.au_calme()
    champ.taper("ly").options.first.wait_for()
    visite.au_calme()
    version = cadre.evaluate("document.body.dataset.version")
    avant = visite.poids()
    champ.saisie.press_sequentially("on")
    champ.premiere("Lyon")
    visite.au_calme()
    assert visite.poids() - avant < 2 * 8_000
    assert cadre.evaluate("document.body.dataset.version") == version


def test_choosing_on_the_map_moves_it(visite):
    champ = Champ(visite, "/")
    visite.cadre().wait_for_function("document.body.dataset.version")
    champ.taper("nord cotentin").premiere("Nord Cotentin")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti="ti-2806")
    champ.page.get_by_role("heading", name="Nord Cotentin").first.wait_for()


def test_the_field_does_not_cover_the_navigation(champ):
    for largeur in (1400, 1024, 800):
        champ.page.set_viewport_size({"width": largeur, "height": 800})
        boite = champ.saisie.bounding_box()
        liens = champ.page.get_by_test_id("stTopNavLink")
        bords = [liens.nth(i).bounding_box() for i in range(liens.count())]
        assert all(b["x"] + b["width"] <= boite["x"] for b in bords if b)
        assert boite["y"] < 60
        assert boite["x"] + boite["width"] <= largeur


def test_on_a_phone_the_field_has_the_width_of_the_page_under_the_navigation(telephone):
    boite = telephone.saisie.bounding_box()
    assert boite["width"] > 0.9 * TELEPHONE["width"]
    assert boite["y"] >= 60
    titre = telephone.page.get_by_role("heading", name="Méthode").bounding_box()
    assert titre["y"] >= boite["y"] + boite["height"]


def test_on_a_phone_the_navigation_opens_above_the_field(telephone):
    telephone.page.get_by_role("button", name="Ouvrir la navigation").tap()
    telephone.page.get_by_test_id("stSidebar").get_by_role("link", name="Carte").tap()
    telephone.visite.cadre().wait_for_function("document.body.dataset.version")


def test_on_a_phone_the_list_stays_within_the_page_and_a_tap_chooses(telephone, atlas):
    telephone.saisie.tap()
    telephone.saisie.press_sequentially("brest")
    telephone.premiere("Brest")
    volet = telephone.page.locator(".atlas-volet").bounding_box()
    assert volet["x"] >= 0
    assert volet["x"] + volet["width"] <= TELEPHONE["width"]
    telephone.options.first.tap()
    telephone.attendre(ti=ti_de(atlas, "29019"))
    expect(telephone.saisie).not_to_be_focused()


def test_the_shell_names_itself_in_french(champ):
    page = champ.page
    page.get_by_role("link", name="Aller au contenu", exact=True).wait_for(state="attached")
    page.get_by_role("navigation", name="Pages de l’atlas", exact=True).wait_for()
    noms = page.locator("[aria-label]:visible").evaluate_all("e => e.map(x => x.ariaLabel)")
    assert not [nom for nom in noms if {"Open", "Close", "heading", "page", "Sidebar"} & set(nom.split())]


def test_nothing_is_asked_outside_and_nothing_complains(champ):
    champ.taper("brest").premiere("Brest")
    assert champ.visite.dehors == []
    assert champ.visite.scripts_en_echec == []
