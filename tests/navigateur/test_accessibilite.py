"""axe-core finds nothing to say on any page; the keyboard, zoom and the colours of a system are respected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.atelier import visiter

AXE = (Path(__file__).resolve().parents[2] / "static" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
PASSER = """() => axe.run(document, {iframes: false, resultTypes: ['violations']}).then(r => ({
  regles: r.passes.length,
  defauts: r.violations.map(v => v.id + ' : ' + v.nodes.map(n => n.target.join(' ')).join(', ')),
}))"""
PAGES = (
    "/?ti=ti-2806",
    "/territoire?ti=ti-2806",
    "/projets",
    "/region?region=28",
    "/france",
    "/comparer?objets=ti-2806&objets=ti-9302",
    "/seance",
    "/methode",
    "/accessibilite",
)
AVEC_CARTE = ("/?", "/territoire", "/projets", "/france")
REGLES = 10
"""A page on which fewer rules passed was not drawn."""

DEBORD = """() => Math.max(...[document.scrollingElement,
  ...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth))"""
INVISIBLES = """() => [...document.querySelectorAll('button, a[href], input')]
  .filter(e => e.checkVisibility())
  .filter(e => getComputedStyle(e).color === getComputedStyle(document.body).backgroundColor)
  .map(e => e.outerHTML.slice(0, 80))"""


def lire(visite, chemin):
    """Open a page and wait until everything on it stands."""
    page = visite.aller(chemin)
    page.locator("footer.atlas-pied").wait_for()
    if chemin.startswith(AVEC_CARTE):
        visite.cadre().wait_for_function("document.body.dataset.version")
    visite.au_calme()
    return page


def examiner(page):
    """What axe-core says of the page and of the frames inside."""
    rapports = []
    for cadre in page.frames:
        if cadre.url.startswith("http"):
            cadre.evaluate(AXE)
            rapports.append(cadre.evaluate(PASSER))
    return rapports


@pytest.mark.parametrize("chemin", PAGES)
def test_axe_finds_no_defect_and_the_browser_refuses_nothing(visite, chemin):
    rapports = examiner(lire(visite, chemin))
    assert [defaut for rapport in rapports for defaut in rapport["defauts"]] == []
    assert rapports[0]["regles"] >= REGLES
    assert [plainte for plainte in visite.plaintes if "Content Security Policy" in plainte] == []
    assert visite.scripts_en_echec == []


def test_the_skip_link_comes_first_and_leads_to_the_content(visite):
    page = lire(visite, "/methode")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-testid=\"stMain\"]') !== null")


@pytest.mark.parametrize("chemin", ["/?ti=ti-2806", "/projets", "/comparer?objets=ti-2806", "/seance"])
def test_at_200_percent_nothing_is_wider_than_the_screen(navigateur, serveur, chemin):
    ecran = {"width": 640, "height": 400}
    with visiter(navigateur, serveur, viewport=ecran, device_scale_factor=2) as visite:
        assert lire(visite, chemin).evaluate(DEBORD) <= 0


def test_with_the_colours_of_the_system_every_button_and_link_is_seen(navigateur, serveur):
    with visiter(navigateur, serveur, forced_colors="active", color_scheme="dark") as visite:
        page = lire(visite, "/territoire?ti=ti-2806")
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(INVISIBLES) == []


def test_a_system_that_asks_for_dark_keeps_the_colours_whose_contrast_is_known(navigateur, serveur):
    with visiter(navigateur, serveur, color_scheme="dark") as visite:
        assert [d for r in examiner(lire(visite, "/?ti=ti-2806")) for d in r["defauts"]] == []


def test_the_footer_leads_to_the_statement(visite):
    page = lire(visite, "/methode")
    page.locator("footer.atlas-pied").get_by_role("link", name="Accessibilité").click()
    page.get_by_role("heading", name="Ce qui n’est pas conforme").wait_for()
    assert page.url.endswith("/accessibilite")
