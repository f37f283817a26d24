"""On a phone, what is pressed is 44 px high and wide at least."""

from __future__ import annotations

import pytest

from tests.navigateur.acces import PAGES, TELEPHONE, lire
from tests.navigateur.atelier import visiter

COTE = 44
"""Pixels (WCAG 2.2, 2.5.5)."""

EXCEPTIONS = (
    "p a, li a, dd a, dt a, td a, th a, small a",  # a link in a running text or in the cell of a table
    ".leaflet-control-attribution a",  # the sources of the map, which are read
    "[data-tag], [data-tag] button",  # what is chosen in a list of Streamlit's
    ".stMultiSelect button, .stSelectbox button",  # signs inside a field that is itself pressed
)
"""What may be smaller."""

PETITES = """([cote, exceptions]) => {
  const pressable = 'a[href], button, input:not([type=hidden], [type=file]), select, summary, [role=button]';
  const petites = [];
  for (const e of document.querySelectorAll(pressable)) {
    const place = e.closest('label') ?? e;
    const {width, height} = place.getBoundingClientRect();
    const vue = e.checkVisibility({visibilityProperty: true, opacityProperty: true});
    if (!vue || width <= 1 || height <= 1 || e.closest(exceptions) || e.closest('.atlas-lecteurs')) continue;
    const ecart = 0.5;
    if (Math.min(width, height) < cote - ecart) {
      const nom = e.getAttribute('aria-label') || e.textContent.trim().slice(0, 30) || e.className;
      petites.push(`${e.tagName} ${nom} ${Math.round(width)} × ${Math.round(height)}`);
    }
  }
  return petites;
}"""


@pytest.fixture(scope="module")
def telephone(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE, has_touch=True, is_mobile=True) as visite:
        yield visite


@pytest.mark.parametrize("nom", PAGES)
def test_ce_qui_se_touche_a_44_pixels(telephone, nom):
    page = lire(telephone, PAGES[nom])
    petites = [p for cadre in page.frames for p in cadre.evaluate(PETITES, [COTE, ", ".join(EXCEPTIONS)])]
    assert "\n".join(petites) == ""
