"""A page goes to paper whole: its figures, its source, nothing wider than the sheet."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

LARGEUR = 703
"""Pixels between the margins of an A4 sheet: 186 mm."""

TROP_LARGES = """(largeur) => [...document.querySelectorAll(
    `.atlas-chiffre, .atlas-figures, .atlas-comparer, .atlas-table,
     .stPlotlyChart svg.main-svg, iframe, .atlas-pied`)]
  .filter(e => e.getClientRects().length && e.getBoundingClientRect().width > largeur + 1)
  .map(e => `${e.className.baseVal ?? e.className} ${e.getBoundingClientRect().width}`)"""


PAGES = {
    "/": ["146"],
    "/projets": ["projets", "Filières et stades"],
    "/projets?region=53&filiere=Agroalimentaire": ["Filtres :", "Agroalimentaire", "Bretagne"],
    "/territoire?ti=ti-2806": ["Nord Cotentin", "152 communes"],
    "/region?code=53": ["Bretagne", "Lauréats"],
    "/france": ["France", "1 934"],
    "/comparer?objets=ti-2806,region-28,france": ["Nord Cotentin", "Normandie"],
}
"""Addresses, and what their sheets must say."""


def ouvrir(visite, chemin):
    if "comparer" in chemin:
        visite.aller(chemin)
    else:
        visite.carte(chemin)
    visite.page.locator(".atlas-pied").wait_for()
    visite.au_calme()


@pytest.mark.parametrize(("chemin", "attendus"), PAGES.items(), ids=PAGES)
def test_les_chiffres_et_la_source_sont_sur_le_papier(visite, chemin, attendus):
    ouvrir(visite, chemin)
    feuilles = visite.page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    texte = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(feuilles)).pages)
    lu = re.sub(r"\s", " ", texte)
    for attendu in [*attendus, "Licence Ouverte 2.0"]:
        assert attendu in lu
    assert "Commune, territoire, entreprise" not in lu


@pytest.mark.parametrize("chemin", PAGES)
def test_rien_n_est_plus_large_que_la_feuille(visite, chemin):
    ouvrir(visite, chemin)
    visite.page.emulate_media(media="print")
    visite.page.set_viewport_size({"width": LARGEUR, "height": 1000})
    visite.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert visite.page.evaluate(TROP_LARGES, LARGEUR) == []
