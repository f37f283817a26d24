"""« France » in a real browser: a link, a choice that runs a part alone, a phone."""

from __future__ import annotations

from tests.navigateur.atelier import visiter

TELEPHONE = {"width": 390, "height": 844}
LIMITE_OCTETS = 20_000
DEBORD = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth)"""


def ouvrir(visite, chemin="/france"):
    """Open the page and wait for its map and its last part."""
    cadre = visite.carte(chemin)
    visite.page.get_by_role("heading", level=2, name="Les étapes").wait_for()
    visite.au_calme()
    return cadre


def test_un_lien_retablit_le_classement_et_la_carte_comparee(visite):
    cadre = ouvrir(visite, "/france?millesime=2023&tri=levier&changements=2021")
    visite.page.get_by_text("Investissement pour 1 € public par région").wait_for()
    assert "ti_2023" in cadre.evaluate("document.body.dataset.couches")
    assert cadre.locator("text=Ce qui a changé par rapport à 2021").count()
    assert "tri=levier" in visite.page.url
    assert visite.dehors == []
    assert visite.scripts_en_echec == []


def test_un_autre_classement_laisse_la_carte_et_pese_moins_de_20_ko(visite):
    cadre = ouvrir(visite)
    dessins = cadre.evaluate("document.body.dataset.version")
    avant = visite.poids()
    visite.page.get_by_role("combobox", name="Classer les régions par").click()
    visite.page.get_by_role("option", name="Subvention par emploi prévu").click()
    visite.page.wait_for_url("**/france?tri=cout_emploi")
    visite.au_calme()
    assert 0 < visite.poids() - avant < LIMITE_OCTETS
    assert cadre.evaluate("document.body.dataset.version") == dessins


def test_la_phrase_suit_le_millesime_de_la_carte(visite):
    ouvrir(visite)
    phrase = visite.page.locator(".st-key-france-sens p")
    assert phrase.inner_text().startswith("Les 146 territoires de 2021 réunissent")
    visite.page.get_by_role("radio", name="2023").click()
    visite.page.locator(".st-key-france-sens p", has_text="Les 183 territoires de 2023").wait_for()
    assert phrase.count() == 1


def test_un_appui_sur_une_famille_de_filieres_montre_ses_projets(visite):
    ouvrir(visite)
    barres = visite.page.locator("[class*='st-key-france-filieres'] .js-plotly-plot").first
    barres.scroll_into_view_if_needed()
    barre = barres.locator(".points .point").first.bounding_box()
    visite.page.mouse.click(barre["x"] + barre["width"] / 2, barre["y"] + barre["height"] / 2)
    visite.page.wait_for_url("**/projets?filiere=Automobile")


def test_sur_un_telephone_rien_n_est_plus_large_que_la_page_et_les_chiffres_viennent_d_abord(
    navigateur, serveur
):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        ouvrir(visite)
        assert max(visite.page.evaluate(DEBORD)) <= 0
        hauts = [
            visite.page.locator(lieu).first.bounding_box()["y"]
            for lieu in (".atlas-nationaux", ".atlas-note-france", "iframe.stCustomComponentV1")
        ]
        assert hauts == sorted(hauts)
