"""One head for all pages: a title that is seen, its choices on one line, and nothing that jumps."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.navigateur.acces import PAGES, TITRES, lire
from tests.navigateur.atelier import visiter

LARGEURS = (1920, 1400, 1280, 390)
ECART = 2.0
"""Pixels between the middles of what stands on one line."""

SUR_LA_LIGNE = """() => {
  const milieu = e => { const b = e.getBoundingClientRect(); return b.top + b.height / 2; };
  const titre = document.querySelector('.atlas-entete h1');
  const mots = document.createRange();
  mots.selectNodeContents(titre);
  const lignes = [...mots.getClientRects()];
  const choix = innerWidth > 1100 ? ['.st-key-entete [role=radiogroup]'] : [];
  const fichiers = ['[data-testid="stPopoverButton"]', '.st-key-emporter-bouton button'];
  const autres = [...choix, ...fichiers, '.atlas-copier button'];
  const trouves = autres.flatMap(c => [...document.querySelectorAll(c)]);
  return {titre: lignes[0].top + lignes[0].height / 2, autres: trouves.map(milieu)};
}"""


@pytest.mark.parametrize("nom", PAGES)
def test_le_titre_se_voit_et_ses_commandes_sont_sur_sa_ligne(visite, nom):
    page = lire(visite, PAGES[nom])
    titre = page.get_by_role("heading", level=1)
    expect(titre).to_have_count(1)
    expect(titre).to_contain_text(TITRES.get(nom, nom))
    for largeur in LARGEURS:
        page.set_viewport_size({"width": largeur, "height": 844})
        ligne = page.evaluate(SUR_LA_LIGNE)
        boite = titre.bounding_box()
        assert boite["width"] > 100
        assert boite["y"] < 160
        assert ligne["autres"]
        assert all(abs(milieu - ligne["titre"]) <= ECART for milieu in ligne["autres"]), (largeur, ligne)


@pytest.mark.parametrize("largeur", [1280, 390])
def test_la_carte_se_voit_sans_defiler(navigateur, serveur, largeur):
    hauteur = {1280: 800, 390: 844}[largeur]
    with visiter(navigateur, serveur, viewport={"width": largeur, "height": hauteur}) as visite:
        visite.carte()
        boite = visite.page.locator("iframe.stCustomComponentV1").bounding_box()
        assert boite["y"] + boite["height"] <= hauteur


@pytest.mark.parametrize("nom", ["Carte", "Territoire", "Projets", "Région", "Comparer"])
def test_le_millesime_se_choisit_par_la_meme_commande(visite, nom):
    page = lire(visite, PAGES[nom])
    choix = page.locator(".st-key-entete").get_by_role("radio")
    expect(choix).to_have_text(["2020", "2021", "2022", "2023"])
