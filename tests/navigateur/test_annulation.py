"""« Annuler »: a gesture that replaces what a reader prepared brings the last state back, one a kind."""

from __future__ import annotations

import re

from playwright.sync_api import expect

FILTRES = "/projets?region=53&filiere=Agroalimentaire"


def projets(visite, chemin=FILTRES):
    """« Projets », once its filters stand."""
    page = visite.aller(chemin)
    page.locator(".atlas-projets[data-lignes]").wait_for()
    visite.au_calme()
    return page


def offre(page, texte):
    """The offer, once it says this."""
    lieu = page.locator(".atlas-annulation.atlas-offerte")
    expect(lieu.get_by_role("status")).to_have_text(re.compile(texte))
    return lieu


def annuler(page, texte):
    """Take the last gesture back, which says this of what it replaced."""
    offre(page, texte).get_by_role("button", name="Annuler").click()


def test_tout_effacer_s_annule(visite):
    page = projets(visite)
    page.get_by_role("button", name="Tout effacer").click()
    annuler(page, "2.filtres effacés.: Agroalimentaire et Bretagne")
    expect(page.locator(".atlas-puce")).to_have_count(2)
    page.wait_for_url(re.compile("region=53"))


def test_ce_qui_est_annule_se_retablit(visite):
    page = projets(visite)
    page.get_by_role("button", name="Tout effacer").click()
    annuler(page, "effacés")
    offre(page, "revenu").get_by_role("button", name="Rétablir").click()
    expect(page.locator(".atlas-puce")).to_have_count(0)


def test_un_lien_qui_recharge_la_page_n_emporte_pas_les_filtres(visite):
    """Another session answers: the tab alone remembers."""
    projets(visite)
    page = projets(visite, "/projets?filiere=Automobile")
    annuler(page, "2.filtres remplacés")
    page.wait_for_url(re.compile("region=53"))
    expect(page.locator(".atlas-puce")).to_have_count(2)


def test_une_autre_page_qui_renvoie_aux_projets_n_emporte_pas_les_filtres(visite):
    page = projets(visite)
    page.get_by_role("link", name="France", exact=True).click()
    page.wait_for_url(re.compile("/france"))
    visite.au_calme()
    page.get_by_role("link", name="Projets", exact=True).click()
    annuler(page, "2.filtres effacés")
    page.wait_for_url(re.compile("region=53"))


def test_une_liste_retiree_revient(visite, tmp_path):
    fichier = tmp_path / "mienne.csv"
    fichier.write_text("entreprise;commune\nUsine A;Rennes\nUsine B;Brest\n", encoding="utf-8")
    page = projets(visite, "/projets")
    page.get_by_role("button", name="Mes projets…").click()
    page.locator('input[type="file"]').set_input_files(fichier)
    page.get_by_role("button", name=re.compile("Ajouter 2")).click()
    page.get_by_role("button", name=re.compile("Mes projets : 2")).click()
    page.get_by_role("button", name="Retirer de la page").click()
    annuler(page, "Votre liste « mienne.csv » est retirée")
    page.get_by_role("button", name=re.compile("Mes projets : 2")).wait_for()


def test_une_barre_qui_remplace_un_filtre_s_annule(visite):
    page = projets(visite, "/projets?filiere=Automobile&filiere=Agroalimentaire")
    barre = page.locator(".js-plotly-plot").first.locator(".point path").nth(2)
    boite = barre.bounding_box()
    page.mouse.move(boite["x"] + boite["width"] / 2, boite["y"] + boite["height"] / 2)
    page.mouse.click(boite["x"] + boite["width"] / 2, boite["y"] + boite["height"] / 2)
    annuler(page, "1.filtre retiré.: Automobile")
    expect(page.locator(".atlas-puce")).to_have_count(2)


def test_une_comparaison_remplacee_revient(visite):
    page = visite.aller("/comparer?objets=region-53,region-28,france")
    page.locator(".atlas-comparer").first.wait_for()
    visite.au_calme()
    page.wait_for_function("() => sessionStorage.getItem('atlas-prepare-comparer') !== null")
    page = visite.aller("/comparer?objets=tous-les-ti,hors-ti")
    annuler(page, "Comparaison de 3.lieux remplacée")
    page.wait_for_url(re.compile("region-53(,|%2C)region-28"))


def test_l_offre_se_ferme_et_rend_le_focus(visite):
    page = projets(visite)
    page.get_by_role("button", name="Tout effacer").press("Enter")
    offre(page, "effacés").get_by_role("button", name="Fermer").press("Enter")
    expect(page.locator(".atlas-annulation.atlas-offerte")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")
