"""On every page of an atlas of hostile names, without any policy: nothing runs, nothing leaves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import atlas_hostile
from tests.navigateur.atelier import copier_projet, servir, visiter

PAGES = {
    "Carte": f"/?ti={atlas_hostile.TI}&couches=projets,acv,pvd",
    "Territoire": f"/territoire?ti={atlas_hostile.TI}",
    "Projets": f"/projets?region={atlas_hostile.REGION}",
    "Région": f"/region?code={atlas_hostile.REGION}",
    "France": "/france",
    "Comparer": f"/comparer?objets=ti-2801,{atlas_hostile.TI},region-{atlas_hostile.REGION}",
    "Séance": f"/seance?vue={atlas_hostile.TI}&vue=region-{atlas_hostile.REGION}",
}
DANS_LA_PAGE = re.compile("pirate")
APPORTES = """() => [...document.querySelectorAll(
    '[onerror], [onfocus], [src*="pirate"], [href*="pirate"], [href^="javascript:"], base')]
  .map(e => e.outerHTML.slice(0, 200))"""
"""What a name would have brought into a page."""

RETOURNES = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility())
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /[\u202a-\u202e\u2066-\u2069]/.test(n.data)))
  .filter(e => e.nextSibling && getComputedStyle(e).display === 'inline')
  .filter(e => !/isolate|plaintext/.test(getComputedStyle(e).unicodeBidi))
  .map(e => e.outerHTML.slice(0, 150))"""
"""Words that turn round those that follow them on their line."""


@pytest.fixture(scope="module")
def adresse(navigateur, tmp_path_factory):
    """The server of such an atlas."""
    racine = copier_projet(tmp_path_factory.mktemp("atlas-hostile") / "atlas")
    dossier = atlas_hostile.ecrire(racine / "hostile")
    with servir(racine, ATLAS_DONNEES=str(dossier)) as serveur:
        yield serveur


@pytest.fixture
def visite(navigateur, adresse):
    """A reader whose browser obeys no policy: what is escaped must be enough."""
    with visiter(navigateur, adresse, bypass_csp=True) as visite:
        visite.boites = []
        visite.jetable = True
        visite.page.on("dialog", lambda d: (visite.boites.append(d.message), d.dismiss()))
        yield visite


def ouvrir_tout(visite):
    """Open what the page keeps folded."""
    page = visite.page
    for repli in page.locator('[data-testid="stExpander"] summary').all()[:8]:
        repli.click()
        visite.au_calme()


@pytest.mark.parametrize("nom", PAGES)
def test_rien_d_un_nom_hostile_ne_s_execute_ni_ne_sort(visite, nom):
    page = visite.aller(PAGES[nom])
    expect(page.locator("footer")).to_be_visible()
    visite.au_calme()
    expect(page.locator("body")).to_contain_text(DANS_LA_PAGE)
    ouvrir_tout(visite)
    for cadre in page.frames:
        assert cadre.evaluate("window.pirate === undefined")
        assert cadre.evaluate(APPORTES) == []
        assert cadre.evaluate(RETOURNES) == []
    assert visite.boites == []
    assert visite.dehors == []
    assert visite.scripts_en_echec == []
