"""A phone and a keyboard are enough."""

from __future__ import annotations

import pytest

from tests.navigateur.atelier import visiter

TELEPHONE = {"width": 390, "height": 844}
DEBORD = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
DEBORD_INTERIEUR = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth)"""
FOYER = """() => {
  const nom = e => e.getAttribute('aria-label') || e.title || e.innerText || '';
  const e = document.activeElement;
  const etiquette = e.labels && e.labels[0] ? e.labels[0].innerText : '';
  if (e.tagName !== 'IFRAME') return (nom(e) || etiquette).trim();
  return 'carte > ' + nom(e.contentDocument.activeElement).trim();
}"""
PAS = 28


@pytest.fixture
def telephone(navigateur, serveur):
    """A reader with a phone."""
    with visiter(navigateur, serveur, viewport=TELEPHONE, has_touch=True, is_mobile=True) as visite:
        yield visite


def parcourir(visite):
    """Names of what the key Tab reaches, one after the other."""
    noms = []
    for _ in range(PAS):
        visite.page.keyboard.press("Tab")
        noms.append(visite.page.evaluate(FOYER))
    return noms


@pytest.mark.parametrize("chemin", ["/", "/?ti=ti-2806", "/methode"])
def test_rien_n_est_plus_large_qu_un_telephone(telephone, chemin):
    if chemin == "/methode":
        telephone.aller(chemin).get_by_role("heading", name="Dictionnaire").wait_for()
        telephone.au_calme()
    else:
        telephone.carte(chemin)
    assert telephone.page.evaluate(DEBORD) <= 0
    assert max(telephone.page.evaluate(DEBORD_INTERIEUR)) <= 0


def test_sur_un_telephone_la_carte_precede_les_chiffres(telephone):
    telephone.carte("/?ti=ti-2806")
    carte = telephone.page.locator("iframe.stCustomComponentV1").bounding_box()
    panneau = telephone.page.locator(".atlas-panneau").bounding_box()
    assert carte["y"] + carte["height"] <= panneau["y"]
    assert carte["width"] > 0.85 * TELEPHONE["width"]


def test_sur_un_telephone_un_toucher_choisit_un_territoire(telephone):
    telephone.carte("/?couches=aucune")
    telephone.placer(49.5, -1.6, 8)
    telephone.page.touchscreen.tap(*telephone.pixel(49.5, -1.6))
    telephone.page.locator(".atlas-panneau").get_by_role("heading", name="Nord Cotentin").wait_for()


def test_la_touche_tab_atteint_le_millesime_la_carte_et_ses_boutons(visite):
    visite.carte()
    noms = parcourir(visite)
    assert any("2021" in nom for nom in noms)
    assert any("Colorer par" in nom for nom in noms)
    assert any(nom == "Projets" for nom in noms)
    carte = [nom.removeprefix("carte > ") for nom in noms if nom.startswith("carte > ")]
    assert any("Territoires d’industrie" in nom for nom in carte)
    assert any("Aller à : Guadeloupe" in nom for nom in carte)


def test_la_touche_tab_sort_de_la_carte(visite):
    visite.carte()
    noms = parcourir(visite)
    dernier = max(rang for rang, nom in enumerate(noms) if nom.startswith("carte > Aller à"))
    assert any(not nom.startswith("carte > ") for nom in noms[dernier + 1 :])


def test_les_fleches_choisissent_un_millesime(visite):
    cadre = visite.carte()
    visite.page.get_by_role("radio", name="2021").focus()
    visite.page.keyboard.press("ArrowRight")
    visite.page.keyboard.press("Space")
    cadre.wait_for_function("document.body.dataset.couches.startsWith('ti_2022')")


def test_les_fleches_deplacent_la_carte(visite):
    cadre = visite.carte()
    avant = cadre.evaluate("window.map.getCenter().lng")
    cadre.locator("#map_div").focus()
    visite.page.keyboard.press("ArrowRight")
    cadre.wait_for_function("avant => window.map.getCenter().lng > avant", arg=avant)
