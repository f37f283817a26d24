"""What the tests of accessibility share: every page once it stands, and what axe-core says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.navigateur.atelier import Visite

AXE = (Path(__file__).resolve().parents[2] / "static" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
DU_HAUT = ("landmark-one-main", "page-has-heading-one")
"""Rules of a whole page, which axe-core itself asks of the document at the top alone."""

PASSER = """(sans) => axe.run(document, {iframes: false, resultTypes: ['violations'],
  rules: Object.fromEntries(sans.map(regle => [regle, {enabled: false}]))}).then(r => ({
  regles: r.passes.length,
  defauts: r.violations.map(v => v.id + ' : ' + v.nodes.map(n => n.target.join(' ')).join(', ')),
}))"""

PAGES = {
    "Carte": "/?ti=ti-2806",
    "Territoire": "/territoire?ti=ti-2806",
    "Commune": "/commune?code=22016",
    "Projets": "/projets",
    "Région": "/region?code=28",
    "France": "/france",
    "Comparer": "/comparer?objets=ti-2806,ti-9302,france",
    "Séance": "/seance?vue=france&vue=region-53.filieres",
    "Méthode": "/methode",
    "Accessibilité": "/accessibilite",
}
"""Every page of `app.py`, each with something to show."""

TITRES = {"Territoire": "Nord Cotentin", "Commune": "Île-de-Bréhat", "Région": "Normandie"}
"""Titles of the pages that bear the name of what they show; the others have their own in theirs."""

SALLE = "/seance?vue=region-53&vue=region-53.filieres&ecran=oui&fond="
"""A séance on its screen, on one of its grounds."""

ORDINATEUR = {"width": 1280, "height": 800}
TELEPHONE = {"width": 390, "height": 844}
AGRANDI = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
"""A screen of 1280 × 800 whose page is enlarged to 200 %."""

REGLES = 10
"""A page on which fewer rules passed was not drawn."""

DEBORD = """() => Math.max(...[document.scrollingElement,
  ...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth))"""


@dataclass(frozen=True, kw_only=True)
class Rapport:
    """What axe-core said of a page and of the frames inside.

    Attributes:
        regles: Rules that the page itself passed.
        defauts: Each rule that is broken, with the places.
    """

    regles: int
    defauts: list[str]

    def noter(
        self, record_property: Callable[[str, object], None], *, page: str, largeur: int, theme: str
    ) -> None:
        """Leave the figures in the report of the tests, for `make mesures`."""
        mesure = {
            "page": page,
            "largeur": largeur,
            "theme": theme,
            "regles": self.regles,
            "defauts": len(self.defauts),
        }
        record_property("axe", json.dumps(mesure, ensure_ascii=False))


def lire(visite: Visite, chemin: str) -> Page:
    """Open a page and wait until everything on it stands."""
    page = visite.aller(chemin)
    if "ecran=oui" in chemin:
        page.locator('.atlas-seance[data-montree="1"]').wait_for()
    else:
        page.locator("footer.atlas-pied").wait_for()
    visite.au_calme()
    if page.locator("iframe.stCustomComponentV1").count():
        visite.cadre().wait_for_selector("body[data-version]")
    if chemin.startswith("/projets"):
        page.locator(".atlas-projets[data-lignes]").wait_for()
    visite.au_calme()
    return page


def comprise(page: Page, nom: str) -> None:
    """The address of a page was understood: it shows what was asked for, and has no notice."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITRES.get(nom, nom))
    expect(page.get_by_test_id("stAlertContentInfo")).to_have_count(0)


def examiner(page: Page) -> Rapport:
    """Run axe-core in the page and in each frame of it."""
    rapports = []
    for cadre in page.frames:
        if cadre.url.startswith("http"):
            cadre.evaluate(AXE)
            rapports.append(cadre.evaluate(PASSER, list(DU_HAUT if cadre.parent_frame else ())))
    return Rapport(regles=rapports[0]["regles"], defauts=[d for r in rapports for d in r["defauts"]])
