"""An enlarged page or a small screen hides nothing, a quiet system moves nothing, the statement is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pages import PAGES as TITRES
from pages.accessibilite.contenu import VERIFIE
from tests.navigateur.acces import AGRANDI, DEBORD, PAGES, SALLE, TELEPHONE, lire
from tests.navigateur.atelier import visiter

RACINE = Path(__file__).resolve().parents[2]
TAILLES = {"200 %": AGRANDI, "390 px": {"viewport": TELEPHONE}}

COUPES = """() => {
  const cache = (s) => s.clipPath !== 'none' || s.visibility === 'hidden' || s.opacity === '0';
  const coupes = [];
  for (const e of document.querySelectorAll('[data-testid="stMainBlockContainer"] *')) {
    if (![...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim())) continue;
    if (e.ownerSVGElement || !e.checkVisibility()) continue;
    const texte = document.createRange();
    texte.selectNodeContents(e);
    const boite = texte.getBoundingClientRect();
    if (!boite.width || !boite.height) continue;
    for (let a = e; a.dataset.testid !== 'stMainBlockContainer'; a = a.parentElement) {
      const style = getComputedStyle(a);
      const { left, right, top, bottom } = a.getBoundingClientRect();
      const cote = /hidden|clip/.test(style.overflowX) && (boite.right > right + 1 || boite.left < left - 1);
      const haut = /hidden|clip/.test(style.overflowY) && (boite.bottom > bottom + 2 || boite.top < top - 2);
      if (cache(style) || /auto|scroll/.test(style.overflow) || a.title) break;
      if (cote || haut) {
        coupes.push(`${e.textContent.trim().slice(0, 50)} : ${a.tagName}.${a.className}`);
        break;
      }
    }
  }
  return coupes;
}"""
"""Texts that a box cuts, and that no scroll and no title gives back."""

AGITER = """() => {
  document.querySelector('[data-testid="stApp"]').setAttribute('data-test-script-state', 'running');
  const occupes = document.querySelectorAll('.atlas-filtres, #atlas-reponses');
  for (const e of occupes) e.setAttribute('aria-busy', 'true');
  for (const e of document.querySelectorAll('.atlas-seance')) e.classList.add('active');
  return document.getAnimations()
    .filter((a) => /^atlas-/.test(a.animationName) || a.effect.target.closest('[class*="atlas-"]'))
    .map((a) => a.effect.getComputedTiming().duration);
}"""
"""Make everything of ours that moves start; how long each lasts, in milliseconds."""

ZOOMER = """() => new Promise((pret) => {
  const avant = window.map.getZoom();
  const durees = new Set();
  const finir = () => pret({ gagne: window.map.getZoom() - avant, durees: [...durees] });
  window.map.on('zoomstart', () => requestAnimationFrame(() => {
    for (const a of document.getAnimations()) durees.add(a.effect.getComputedTiming().duration);
  }));
  window.map.once('moveend', () => requestAnimationFrame(() => requestAnimationFrame(finir)));
  document.querySelector('.leaflet-control-zoom-in').click();
})"""


@pytest.mark.parametrize("taille", TAILLES)
@pytest.mark.parametrize("nom", PAGES)
def test_rien_n_est_plus_large_que_l_ecran_et_aucun_texte_n_est_coupe(navigateur, serveur, nom, taille):
    with visiter(navigateur, serveur, **TAILLES[taille]) as visite:
        page = lire(visite, PAGES[nom])
        assert page.evaluate(DEBORD) <= 0
        assert page.evaluate(COUPES) == []


@pytest.mark.parametrize(("preference", "bouge"), [("reduce", False), ("no-preference", True)])
@pytest.mark.parametrize("chemin", ["/projets", f"{SALLE}clair"])
def test_ce_qui_bouge_s_arrete_quand_le_systeme_le_demande(navigateur, serveur, chemin, preference, bouge):
    with visiter(navigateur, serveur, reduced_motion=preference) as visite:
        durees = lire(visite, chemin).evaluate(AGITER)
        assert any(duree > 10 for duree in durees) is bouge


@pytest.mark.parametrize(("preference", "bouge"), [("reduce", False), ("no-preference", True)])
def test_la_carte_zoome_avec_ou_sans_mouvement(navigateur, serveur, preference, bouge):
    with visiter(navigateur, serveur, reduced_motion=preference) as visite:
        zoom = visite.carte("/?ti=ti-2806").evaluate(ZOOMER)
        assert zoom["gagne"] == 1
        assert any(duree > 10 for duree in zoom["durees"]) is bouge


def test_le_pied_de_page_mene_a_la_declaration(visite):
    page = lire(visite, "/methode")
    page.locator("footer.atlas-pied").get_by_role("link", name="Accessibilité").click()
    page.get_by_role("heading", name="Ce qui n’est pas conforme").wait_for()
    assert page.url.endswith("/accessibilite")


def test_chaque_page_de_l_atlas_est_parmi_celles_qui_sont_essayees():
    assert set(TITRES.values()) == set(PAGES)


def test_la_declaration_nomme_la_version_d_axe_core_qui_tourne():
    versions = json.loads((RACINE / "static" / "vendor" / "versions.json").read_text("utf-8"))["versions"]
    assert f"axe-core {versions['axe-core'].rpartition('.')[0]}" in " ".join(VERIFIE)
