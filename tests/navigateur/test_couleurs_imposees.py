"""In the colours that a system imposes, every word is read on the picture of a page, every choice is seen."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from PIL import Image

from tests.navigateur.acces import PAGES, SALLE, TELEPHONE, lire
from tests.navigateur.atelier import visiter

SYSTEME = {"forced_colors": "active", "color_scheme": "dark"}
LISIBLE = 4.5
ESSAIS = 20
HAUTEUR = 3200
"""A screen high enough for the whole of most pages."""

MOTS = """() => {
  const boites = [];
  const marche = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (marche.nextNode()) {
    const noeud = marche.currentNode;
    const e = noeud.parentElement;
    if (!noeud.textContent.trim() || e.closest('script, style, noscript')) continue;
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const texte = document.createRange();
    texte.selectNodeContents(noeud);
    const { left, top, width, height } = texte.getBoundingClientRect();
    if (Math.min(width, height) < 3 || Math.min(left, top) < 0) continue;
    if (left + width > innerWidth || top + height > innerHeight) continue;
    const dessus = document.elementFromPoint(left + width / 2, top + height / 2);
    const autour = e.closest('button, a, label, summary') || e;
    if (!e.ownerSVGElement && !autour.contains(dessus)) continue;
    boites.push([noeud.textContent.trim().slice(0, 50), left, top, width, height]);
  }
  return boites;
}"""
"""Where the words of the page are painted: those that nothing covers."""


def luminance(pixels):
    parts = pixels[..., :3] / 255
    lineaires = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return lineaires @ np.array([0.2126, 0.7152, 0.0722])


def contraste(image):
    """The best contrast of a picture with its commonest colour: 1 when nothing is painted on it."""
    clartes = luminance(image).round(4).ravel()
    valeurs, nombres = np.unique(clartes, return_counts=True)
    fond = valeurs[nombres.argmax()]
    return max((max(v, fond) + 0.05) / (min(v, fond) + 0.05) for v in (valeurs[0], valeurs[-1]))


def photographier(page):
    return np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))


def figer(page):
    """The words of a page and its picture, once neither moves: charts take their size after the page."""
    vues = None
    for _ in range(ESSAIS):
        precedentes, vues = vues, (page.evaluate(MOTS), photographier(page))
        if precedentes and precedentes[0] == vues[0] and np.array_equal(precedentes[1], vues[1]):
            return vues
    pytest.fail("La page bouge encore.")


@pytest.mark.parametrize("nom", [*PAGES, "Séance, à l’écran"])
def test_chaque_mot_se_lit(navigateur, serveur, nom):
    with visiter(navigateur, serveur, **SYSTEME) as visite:
        page = lire(visite, PAGES.get(nom, f"{SALLE}clair"))
        if nom in PAGES:
            page.set_viewport_size({"width": 1280, "height": HAUTEUR})
            visite.au_calme()
        mots, image = figer(page)
        assert len(mots) >= 20
        pales = [
            mot
            for mot, x, y, large, haut in mots
            if contraste(image[int(y) : int(y + haut) + 1, int(x) : int(x + large) + 1]) < LISIBLE
        ]
        assert pales == []


def epci(page):
    return page.get_by_role("button", name="EPCI", exact=True)


def millesime(page):
    return page.get_by_role("radio", name=re.compile("^2022"))


def hors_territoire(page):
    return page.locator(".atlas-filtres-trois label", has_text="Hors territoire")


def ligne(page):
    return page.locator(".atlas-projets [data-place='1']")


CHOIX = {
    "une couche": ("/", epci, lambda page: epci(page).click()),
    "un millésime": ("/territoire?ti=ti-2806", millesime, lambda page: millesime(page).click()),
    "une appartenance": ("/projets", hors_territoire, lambda page: hors_territoire(page).click()),
}
"""Page, what is chosen, and how."""


@pytest.mark.parametrize("cas", CHOIX)
def test_un_choix_se_voit(navigateur, serveur, cas):
    chemin, trouver, choisir = CHOIX[cas]
    with visiter(navigateur, serveur, **SYSTEME) as visite:
        page = lire(visite, chemin)
        avant = trouver(page).screenshot()
        choisir(page)
        visite.au_calme()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        assert encre(trouver(page).screenshot()) > encre(avant) + 20


def encre(image):
    """How many pixels of a picture are not its ground."""
    pixels = luminance(np.asarray(Image.open(io.BytesIO(image)).convert("RGB"), dtype=float)).round(4)
    _, nombres = np.unique(pixels, return_counts=True)
    return pixels.size - nombres.max()


def test_la_ligne_et_la_reponse_choisies_au_clavier_se_voient(navigateur, serveur):
    with visiter(navigateur, serveur, **SYSTEME) as visite:
        page = lire(visite, "/projets")
        avant = ligne(page).screenshot()
        page.get_by_role("grid").focus()
        page.keyboard.press("ArrowDown")
        assert encre(ligne(page).screenshot()) > encre(avant) + 1000
        page.locator(".atlas-recherche input").fill("brest")
        reponse = page.locator("#atlas-reponse-1")
        avant = reponse.screenshot()
        page.keyboard.press("ArrowDown")
        assert encre(reponse.screenshot()) > encre(avant) + 500


def test_les_couleurs_de_la_carte_restent_avec_sa_legende(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE, **SYSTEME) as visite:
        cadre = visite.carte("/?couleur=chomage")
        signe = cadre.locator(".atlas-legende .signe-classe").last
        assert signe.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(29, 58, 95)"
