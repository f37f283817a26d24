"""axe-core finds no defect: on any page, wide or narrow, in the light or in the dark, nor on what opens."""

from __future__ import annotations

import re

import pytest

from tests.navigateur.acces import (
    ORDINATEUR,
    PAGES,
    REGLES,
    SALLE,
    TELEPHONE,
    comprise,
    examiner,
    lire,
)
from tests.navigateur.atelier import visiter
from tests.navigateur.test_projets import apporter

THEMES = {"clair": "light", "sombre": "dark"}
LARGEURS = {"1280": ORDINATEUR, "390": TELEPHONE}
FAUTIVE = """Entreprise;Commune;Département;Filière;Date;Emplois
Atelier du Cotentin;Cherbourg-en-Cotentin;50;Nucléaire;12/03/2023;25
Sans date;Brest;29;Naval;hier;beaucoup
"""


def controler(page, record_property, *, nom, theme="clair"):
    """No defect, of a page that was drawn."""
    rapport = examiner(page)
    rapport.noter(record_property, page=nom, largeur=page.viewport_size["width"], theme=theme)
    assert rapport.defauts == []
    assert rapport.regles >= REGLES


@pytest.mark.parametrize("largeur", LARGEURS)
@pytest.mark.parametrize("nom", PAGES)
def test_une_page_n_a_aucun_defaut_le_jour_puis_la_nuit(navigateur, serveur, record_property, nom, largeur):
    with visiter(navigateur, serveur, viewport=LARGEURS[largeur]) as visite:
        page = lire(visite, PAGES[nom])
        comprise(page, nom)
        for theme, prefere in THEMES.items():
            page.emulate_media(color_scheme=prefere)
            controler(page, record_property, nom=nom, theme=theme)
        assert [plainte for plainte in visite.plaintes if "Content Security Policy" in plainte] == []
        assert visite.scripts_en_echec == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("largeur", LARGEURS)
def test_une_vue_projetee_n_a_aucun_defaut(navigateur, serveur, record_property, largeur, theme):
    with visiter(navigateur, serveur, viewport=LARGEURS[largeur]) as visite:
        page = lire(visite, SALLE + theme)
        controler(page, record_property, nom="Séance, à l’écran", theme=theme)


def emporter(visite):
    page = lire(visite, PAGES["Territoire"])
    page.get_by_role("button", name="Télécharger").first.click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Carte (SVG").wait_for()


def emporter_la_selection(visite):
    page = lire(visite, PAGES["Projets"])
    page.get_by_role("button", name="Télécharger…").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("CSV")).wait_for()


def ouvrir_un_projet(visite):
    page = lire(visite, PAGES["Projets"])
    page.locator(".atlas-projets [data-place='0']").click()
    page.get_by_role("dialog").get_by_role("heading", name="D’où vient cette ligne").wait_for()


def apporter_une_liste(visite):
    lire(visite, PAGES["Projets"])
    fenetre = apporter(visite, FAUTIVE)
    fenetre.get_by_role("region", name="Lignes rejetées").wait_for()
    fenetre.get_by_text("colonnes reconnues").click()
    fenetre.get_by_role("combobox").first.wait_for()


def deplier_la_fiche(visite):
    deplier(visite, PAGES["Territoire"], ".atlas-vignettes summary")


def deplier_la_region(visite):
    deplier(visite, PAGES["Région"], ".atlas-region-chiffres summary")


def deplier_la_methode(visite):
    deplier(visite, PAGES["Méthode"])


def deplier(visite, chemin, note=""):
    """Open every part of a page that is folded, and one note of ours."""
    page = lire(visite, chemin)
    replis = page.get_by_test_id("stExpander").locator("summary")
    for rang in range(replis.count()):
        replis.nth(rang).press("Enter")
        visite.au_calme()
    if note:
        page.locator(note).first.press("Enter")


def derouler_un_filtre(visite):
    page = lire(visite, PAGES["Projets"])
    page.locator(".atlas-filtres").get_by_role("button", name=re.compile("^Filière")).click()
    page.get_by_role("checkbox", name=re.compile("^Agroalimentaire")).check()


def derouler_tous_les_filtres(visite):
    page = lire(visite, PAGES["Projets"])
    page.get_by_role("button", name="Plus de filtres").click()
    page.locator(".atlas-filtres").get_by_role("button", name=re.compile("^Intercommunalité")).click()
    page.get_by_role("searchbox", name="Chercher dans la liste Intercommunalité").wait_for()


def choisir_une_periode(visite):
    page = lire(visite, PAGES["Projets"])
    page.locator(".atlas-filtres").get_by_role("button", name=re.compile("^Mise à jour")).click()
    page.get_by_label("Premier mois").wait_for()


def choisir_les_colonnes(visite):
    page = lire(visite, PAGES["Projets"])
    page.get_by_role("button", name="Colonnes").click()
    page.get_by_role("group", name="Colonnes à montrer").wait_for()


def chercher(visite):
    page = lire(visite, PAGES["Méthode"])
    page.locator(".atlas-recherche input").fill("paris")
    page.locator("#atlas-reponse-0").wait_for()
    page.keyboard.press("ArrowDown")


def choisir_une_region(visite):
    page = lire(visite, PAGES["Région"])
    page.get_by_role("combobox", name="Région", exact=True).click()
    page.get_by_role("option", name="Corse").wait_for()


def choisir_un_objet(visite):
    page = lire(visite, PAGES["Comparer"])
    page.get_by_role("combobox", name=re.compile("^Comparer")).fill("finist")
    page.get_by_role("option", name=re.compile("^Finistère")).first.wait_for()


OUVERTURES = {
    "Territoire, « Télécharger »": emporter,
    "Projets, « Télécharger »": emporter_la_selection,
    "Projets, un projet ouvert": ouvrir_un_projet,
    "Projets, « Mes projets »": apporter_une_liste,
    "Projets, un filtre": derouler_un_filtre,
    "Projets, tous les filtres": derouler_tous_les_filtres,
    "Projets, la période": choisir_une_periode,
    "Projets, les colonnes": choisir_les_colonnes,
    "Territoire, dépliée": deplier_la_fiche,
    "Région, dépliée": deplier_la_region,
    "Méthode, dépliée": deplier_la_methode,
    "Région, une liste": choisir_une_region,
    "Comparer, une liste": choisir_un_objet,
    "Recherche, des réponses": chercher,
}
"""What opens over a page, or in it."""


@pytest.mark.parametrize("nom", OUVERTURES)
def test_ce_qui_s_ouvre_n_a_aucun_defaut(visite, record_property, nom):
    OUVERTURES[nom](visite)
    visite.au_calme()
    controler(visite.page, record_property, nom=nom)
