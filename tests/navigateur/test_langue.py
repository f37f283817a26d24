"""What Streamlit says in English is said in French, and one typeface writes the whole page."""

from __future__ import annotations

import pytest

from tests.navigateur.acces import ORDINATEUR, PAGES, TELEPHONE, lire
from tests.navigateur.atelier import visiter

ANGLAIS = (
    r"\b(the|and|choose|select|search|clear all|remove|link to|heading|more|sort|skip|browse|drag|limit|"
    r"fullscreen|download as|loading|running|logo|dismiss|collapse|expand|close|open)\b"
)
"""Words of Streamlit's own, none of which is French."""

DITS = """motif => {
  const anglais = new RegExp(motif, 'i');
  const vu = e => e.checkVisibility({visibilityProperty: true});
  const noms = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].filter(vu)
    .flatMap(e => ['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a) ?? ''));
  const coquille = [...document.querySelectorAll('[data-testid="stSkipToContent"], header, [role=toolbar]')];
  return [...noms, ...coquille.map(e => e.textContent)].filter(t => anglais.test(t));
}"""

POLICES = """() => {
  const vues = new Set();
  const marche = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (marche.nextNode()) {
    const e = marche.currentNode.parentElement;
    if (!marche.currentNode.data.trim() || !e.getClientRects().length) continue;
    vues.add(getComputedStyle(e).fontFamily.split(',')[0].replaceAll('"', ''));
  }
  return [...vues];
}"""
SIGNES = "Material Symbols Rounded"
"""What draws the signs of buttons."""


@pytest.mark.parametrize("nom", PAGES)
def test_une_page_ne_parle_que_francais_et_d_une_police(visite, nom):
    page = lire(visite, PAGES[nom])
    for taille in (ORDINATEUR, TELEPHONE):
        page.set_viewport_size(taille)
        visite.au_calme()
        assert [dit for cadre in page.frames for dit in cadre.evaluate(DITS, ANGLAIS)] == []
        polices = {police for cadre in page.frames for police in cadre.evaluate(POLICES)}
        assert polices - {SIGNES} == {"Source Sans"}


def test_la_seance_projetee_a_la_meme_police(navigateur, serveur):
    with visiter(navigateur, serveur) as visite:
        page = lire(visite, "/seance?vue=france&ecran=oui")
        assert set(page.evaluate(POLICES)) - {SIGNES} == {"Source Sans"}
