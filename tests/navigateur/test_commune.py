"""A commune in a real browser: on the sheet of its territory, on its own page, on the map, in the list."""

from __future__ import annotations

import pytest

from tests.navigateur.atelier import visiter

TELEPHONE = {"width": 390, "height": 844}
LIMITE_OCTETS = 20_000
DEBORD = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth)"""


def dessinee(visite, code):
    """Wait until the map has announced the outline of a commune."""
    cadre = visite.cadre()
    cadre.wait_for_function("code => document.body.dataset.commune === code", arg=code)
    visite.au_calme()
    return cadre


def chercher(visite, texte, ligne):
    """Type in the search, and press the line that bears these words."""
    visite.page.locator("#atlas-saisie[data-prete]").fill(texte)
    visite.page.get_by_role("option").filter(has_text=ligne).first.click()


def titre(visite, nom):
    visite.page.get_by_role("heading", level=1, name=nom, exact=True).wait_for()
    visite.au_calme()


@pytest.fixture
def telephone(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        yield visite


def test_sur_un_telephone_la_commune_cherchee_est_dite_et_dessinee_sur_la_fiche(telephone):
    telephone.aller("/methode")
    chercher(telephone, "saint-flour", "Cantal")
    titre(telephone, "Aurillac - Figeac - Rodez")
    telephone.page.get_by_text("Votre commune\u00a0: Saint-Flour, CC de Saint-Flour").wait_for()
    telephone.page.wait_for_url("**/territoire?ti=ti-7601&commune=15187")
    cadre = dessinee(telephone, "15187")
    assert cadre.locator(".atlas-commune").inner_text() == "Saint-Flour"
    assert cadre.locator(".atlas-legende", has_text="Saint-Flour").count() == 1


def test_sur_un_telephone_une_commune_hors_de_tout_territoire_tient_dans_sa_page(telephone):
    telephone.aller("/methode")
    chercher(telephone, "bréhat", "Côtes-d")
    telephone.page.wait_for_url("**/commune?code=22016")
    titre(telephone, "Île-de-Bréhat")
    dessinee(telephone, "22016")
    assert max(telephone.page.evaluate(DEBORD)) <= 0
    assert telephone.scripts_en_echec == []
    telephone.page.get_by_role("link", name="Lannion-Trégor").click()
    titre(telephone, "Lannion-Trégor")


def test_la_page_d_une_commune_mene_a_la_fiche_qui_dit_la_commune(visite):
    visite.aller("/commune?code=15187")
    dessinee(visite, "15187")
    visite.page.get_by_role("link", name="Ouvrir la fiche du territoire").click()
    visite.page.get_by_text("Votre commune\u00a0: Saint-Flour").wait_for()
    assert "commune=15187" in visite.page.url
    visite.page.go_back()
    titre(visite, "Saint-Flour")


def test_les_contours_ne_sont_demandes_que_pour_une_commune_et_une_fois(visite):
    visite.carte("/territoire?ti=ti-7601")
    assert not any("/communes-" in demande for demande in visite.demandes)
    visite.carte("/territoire?ti=ti-7601&commune=15187")
    dessinee(visite, "15187")
    assert sum("/communes-15." in demande for demande in visite.demandes) == 1
    assert visite.dehors == []


def test_la_liste_des_communes_se_filtre_et_une_commune_choisie_est_dite(visite):
    cadre = visite.carte("/territoire?ti=ti-7601")
    cadre.evaluate("window.temoin = true")
    visite.page.get_by_text("Les 431\u202fcommunes du territoire").click()
    repli = visite.page.locator(".atlas-communes")
    repli.get_by_text("431\u202fcommunes", exact=True).wait_for()
    repli.get_by_role("searchbox").fill("saint flour")
    lignes = repli.locator("tbody tr:visible")
    assert lignes.count() == repli.locator("tbody tr:not([hidden])").count() > 1
    assert all("Flour" in ligne for ligne in lignes.all_inner_texts())
    repli.get_by_role("link", name="Saint-Flour", exact=True).click()
    visite.page.get_by_text("Votre commune\u00a0: Saint-Flour").wait_for()
    dessinee(visite, "15187")
    assert repli.locator("tr[aria-current=true]").inner_text().startswith("Saint-Flour")
    assert cadre.evaluate("window.temoin")  # the frame was told a commune, not made anew


def test_un_autre_millesime_de_la_fiche_d_une_commune_coute_moins_de_20_ko_liste_ouverte(visite):
    visite.carte("/territoire?ti=ti-9301&commune=13001")
    dessinee(visite, "13001")
    visite.page.get_by_text("communes du territoire").first.click()
    visite.page.locator(".atlas-communes tbody tr").first.wait_for()
    avant = sum(visite.recus)
    visite.page.get_by_role("radio", name="2022").click()
    visite.page.wait_for_url("**millesime=2022**")
    visite.au_calme()
    assert 0 < sum(visite.recus) - avant < LIMITE_OCTETS


def test_une_liste_sans_reponse_le_dit(visite):
    visite.carte("/territoire?ti=ti-5313")
    visite.deplier("communes du territoire")
    champ = visite.page.locator(".atlas-communes").get_by_role("searchbox")
    champ.fill("zzz")
    visite.page.get_by_text("Aucune commune du territoire ne contient « zzz ».").wait_for()
