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


def test_brest_mene_au_territoire_finistere(champ, atlas):
    champ.taper("brest").premiere("Brest")
    assert "Finistère" in champ.options.first.inner_text()
    champ.options.first.click()
    champ.attendre(ti=ti_de(atlas, "29019"))
    champ.page.get_by_role("heading", name="Finistère").first.wait_for()


def test_le_clavier_suffit(champ, atlas):
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


def test_entree_pressee_plus_vite_que_la_reponse_l_ouvre(champ, atlas):
    champ.saisie.click()
    champ.page.keyboard.insert_text("cherbourg")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "50129"))


def test_deux_ecritures_donnent_les_memes_reponses(champ):
    champ.taper("Saint-Étienne").premiere("Saint-Étienne")
    champ.visite.au_calme()
    avec = champ.noms()
    champ.saisie.fill("")
    champ.taper("st etienne").premiere("Saint-Étienne")
    champ.visite.au_calme()
    assert champ.noms() == avec


def test_une_commune_hors_de_tout_territoire_mene_a_sa_page(champ):
    champ.taper("paris 13e").premiere("Paris 13e arrondissement")
    champ.page.keyboard.press("Enter")
    champ.page.wait_for_url("**/commune?code=75056*")
    champ.page.get_by_role("heading", level=1, name="Paris").wait_for()


def test_un_epci_hors_de_tout_territoire_le_dit_et_mene_au_plus_proche(champ, atlas):
    champ.taper("rennes metropole").premiere("Rennes Métropole")
    champ.page.keyboard.press("Enter")
    champ.premiere("Fougères - Vitré")
    phrase = "Rennes Métropole n’est dans aucun territoire en 2021. Les plus proches :"
    assert champ.phrase.inner_text() == phrase
    assert champ.page.locator(".atlas-recherche [role=status]").inner_text().startswith(phrase)
    champ.page.keyboard.press("ArrowDown")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "35115"))


def test_apres_une_phrase_une_seconde_entree_n_ouvre_rien(champ):
    champ.taper("rennes metropole").premiere("Rennes Métropole")
    champ.page.keyboard.press("Enter")
    champ.premiere("Fougères - Vitré")
    champ.page.keyboard.press("Enter")
    assert champ.saisie.get_attribute("aria-activedescendant") is None
    assert champ.phrase.is_visible()


def test_un_code_postal_enumere_ses_communes_sous_un_titre_que_l_on_entend(champ, atlas):
    champ.taper("22300").premiere("Lannion")
    groupe = champ.page.locator(".atlas-volet").get_by_role(
        "group", name="Code postal 22300 · 9\u202fcommunes"
    )
    assert groupe.get_by_role("option").count() == 8
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "22113"), commune="22113")


def test_voir_la_suite_se_fait_au_clavier_et_reprend_a_la_neuvieme(champ):
    champ.taper("22300").premiere("Lannion")
    suite = champ.options.last  # nine communes, and the one whose former INSEE code this was
    assert suite.inner_text() == "Voir les 10 réponses"
    champ.page.keyboard.press("ArrowUp")
    assert champ.saisie.get_attribute("aria-activedescendant") == "atlas-reponse-8"
    champ.page.keyboard.press("Enter")
    expect(champ.options).to_have_count(10)
    assert champ.saisie.get_attribute("aria-activedescendant") == "atlas-reponse-8"
    assert champ.noms()[0] == "Lannion"
    assert champ.page.get_by_text("Voir les").count() == 0


def test_une_liste_trop_longue_se_deplie_et_dit_ou_elle_s_arrete(champ):
    champ.taper("saint").premiere("Le Saint")
    champ.options.last.click()
    expect(champ.options).to_have_count(80)
    assert re.match("80 réponses sur \\d\\s\\d{3} : précisez", champ.page.locator(".atlas-fin").inner_text())


def test_une_region_enumere_ses_territoires(champ):
    champ.taper("corse").premiere("Corse")
    champ.options.first.click()
    champ.premiere("Ajaccio")
    assert champ.phrase.inner_text().startswith("Corse : 2\u202fterritoires en 2021.")
    assert champ.options.count() == 2


def test_une_region_mene_a_sa_page(champ):
    champ.taper("corse").premiere("Corse")
    champ.options.first.click()
    champ.premiere("Ajaccio")
    champ.phrase.get_by_role("link", name="Voir la page de la région").click()
    champ.page.get_by_role("heading", level=1, name="Corse").wait_for()
    assert champ.page.url.endswith("/region?code=94")


def test_une_commune_d_outre_mer_trouve_son_territoire(champ, atlas):
    champ.taper("cayenne").premiere("Cayenne")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "97302"))


def test_les_reponses_sont_dans_le_millesime_de_la_page(visite, atlas):
    champ = Champ(visite, "/?millesime=2020")
    champ.taper("brest").premiere("Brest")
    assert "Pays de Brest" in champ.options.first.inner_text()
    champ.page.keyboard.press("Enter")
    champ.attendre(ti=ti_de(atlas, "29019", 2020), millesime=2020)


def test_ce_qui_n_est_nulle_part_est_dit_et_ce_qui_a_ete_tape_reste_du_texte(champ):
    champ.taper(IMAGE)
    champ.page.get_by_text(f"Rien ne correspond à « {IMAGE} »").first.wait_for()
    assert champ.options.count() == 0
    assert champ.page.evaluate("window.pirate") is None
    assert champ.page.locator(".atlas-recherche img").count() == 0


def test_echap_ferme_la_liste_puis_vide_le_champ(champ):
    champ.taper("brest").premiere("Brest")
    champ.page.keyboard.press("Escape")
    assert not champ.options.first.is_visible()
    assert champ.saisie.input_value() == "brest"
    champ.page.keyboard.press("Escape")
    assert champ.saisie.input_value() == ""


def test_quitter_le_champ_ferme_la_liste(champ):
    champ.taper("brest").premiere("Brest")
    champ.page.keyboard.press("Tab")
    assert not champ.options.first.is_visible()


def test_une_frappe_est_legere_et_n_execute_rien_de_la_page(visite):
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


def test_choisir_dans_le_champ_de_la_carte_la_deplace(visite):
    champ = Champ(visite, "/")
    visite.cadre().wait_for_function("document.body.dataset.version")
    champ.taper("nord cotentin").premiere("Nord Cotentin")
    champ.page.keyboard.press("Enter")
    champ.attendre(ti="ti-2806")
    champ.page.get_by_role("heading", name="Nord Cotentin").first.wait_for()


def test_le_champ_ne_couvre_pas_la_navigation(champ):
    for largeur in (1400, 1024, 800):
        champ.page.set_viewport_size({"width": largeur, "height": 800})
        boite = champ.saisie.bounding_box()
        liens = champ.page.get_by_test_id("stTopNavLink")
        bords = [liens.nth(i).bounding_box() for i in range(liens.count())]
        assert all(b["x"] + b["width"] <= boite["x"] for b in bords if b)
        assert boite["y"] < 60
        assert boite["x"] + boite["width"] <= largeur


def test_sur_un_telephone_le_champ_a_la_largeur_de_la_page_sous_la_navigation(telephone):
    boite = telephone.saisie.bounding_box()
    assert boite["width"] > 0.9 * TELEPHONE["width"]
    assert boite["y"] >= 60
    titre = telephone.page.get_by_role("heading", name="Méthode").bounding_box()
    assert titre["y"] >= boite["y"] + boite["height"]


def test_sur_un_telephone_la_navigation_s_ouvre_au_dessus_du_champ(telephone):
    telephone.page.get_by_role("button", name="Ouvrir la navigation").tap()
    telephone.page.get_by_test_id("stSidebar").get_by_role("link", name="Carte").tap()
    telephone.visite.cadre().wait_for_function("document.body.dataset.version")


def test_sur_un_telephone_la_liste_reste_dans_la_page_et_un_toucher_choisit(telephone, atlas):
    telephone.saisie.tap()
    telephone.saisie.press_sequentially("brest")
    telephone.premiere("Brest")
    volet = telephone.page.locator(".atlas-volet").bounding_box()
    assert volet["x"] >= 0
    assert volet["x"] + volet["width"] <= TELEPHONE["width"]
    telephone.options.first.tap()
    telephone.attendre(ti=ti_de(atlas, "29019"))
    expect(telephone.saisie).not_to_be_focused()


def test_la_coquille_se_nomme_en_francais(champ):
    page = champ.page
    page.get_by_role("link", name="Aller au contenu", exact=True).wait_for(state="attached")
    page.get_by_role("navigation", name="Pages de l’atlas", exact=True).wait_for()
    noms = page.locator("[aria-label]:visible").evaluate_all("e => e.map(x => x.ariaLabel)")
    assert not [nom for nom in noms if {"Open", "Close", "heading", "page", "Sidebar"} & set(nom.split())]


def test_rien_n_est_demande_au_dehors_et_rien_ne_se_plaint(champ):
    champ.taper("brest").premiere("Brest")
    assert champ.visite.dehors == []
    assert champ.visite.scripts_en_echec == []
