"""HTML that met a text on its way would be shown as it is written: no page of the ordinary atlas does."""

from __future__ import annotations

import re

import pytest

from tests.pages.regards import blocs, ouvrir

PAGES = {
    "carte": {"ti": "ti-2806", "couleur": "projets"},
    "territoire": {"ti": "ti-2801", "reference": "region"},
    "region": {"code": "28"},
    "france": {"changements": "2020"},
    "comparer": {"objets": "ti-2801,ti-2806,region-28", "vue": "ecarts"},
    "projets": {"region": "28"},
    "seance": {"vue": "ti-2806.barres"},
    "methode": {},
}
MONTRE = re.compile(r"&lt;/?[a-z]+|&amp;(?:lt|gt|amp|quot|#)")


@pytest.mark.parametrize("page", PAGES)
def test_aucune_page_ne_montre_du_html_echappe(page):
    html = blocs(ouvrir(page, **PAGES[page]))
    assert html
    assert [trouve.group() for bloc in html for trouve in MONTRE.finditer(bloc)] == []
