"""The map follows what is asked for, until the reader moves it: then « Cadrer » brings him back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.navigateur.test_cadrage import MARSEILLE, OUESSANT, RENNES, STRASBOURG, attendre_vue

VUE = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"
OUTRE_MER = (14.6, -61.0)


def filtrer(visite, facette, valeur):
    """Tick one value of a facet, and wait until the map has drawn it."""
    cadre = visite.cadre()
    avant = cadre.evaluate("Number(document.body.dataset.version)")
    filtres = visite.page.locator(".atlas-filtres")
    filtres.get_by_role("button", name=facette).first.click()
    filtres.get_by_role("checkbox", name=valeur).first.click()
    cadre.wait_for_function("avant => Number(document.body.dataset.version) > avant", arg=avant)
    visite.page.keyboard.press("Escape")
    visite.au_calme()


def test_les_projets_d_une_region_s_ouvrent_sur_elle(visite):
    cadre = visite.carte("/projets?region=53")
    attendre_vue(cadre, OUESSANT, RENNES, dehors=STRASBOURG)
    expect(cadre.get_by_role("button", name="Cadrer")).to_be_hidden()


def test_les_projets_de_regions_des_deux_cotes_de_l_ocean_cadrent_la_metropole(visite):
    attendre_vue(visite.carte("/projets?region=53&region=02"), OUESSANT, RENNES, dehors=STRASBOURG)


def test_les_projets_d_une_intercommunalite_sont_cadres(visite, atlas):
    projets = atlas.projets[atlas.projets["siren_epci"] == "243500139"]
    assert len(projets)
    attendre_vue(visite.carte("/projets?epci=243500139"), RENNES, dehors=OUESSANT)


def test_un_filtre_de_lieu_cadre_ce_qu_il_nomme(visite):
    cadre = visite.carte("/projets")
    attendre_vue(cadre, OUESSANT, STRASBOURG, dehors=OUTRE_MER)
    filtrer(visite, "Région", "Bretagne")
    attendre_vue(cadre, OUESSANT, RENNES, dehors=STRASBOURG)


def test_un_autre_filtre_ne_deplace_rien(visite):
    cadre = visite.carte("/projets")
    avant = cadre.evaluate(VUE)
    filtrer(visite, "Filière", "Automobile")
    assert cadre.evaluate(VUE) == avant


def test_une_carte_deplacee_reste_ou_elle_est_et_cadrer_y_ramene(visite):
    cadre = visite.carte("/projets")
    visite.placer(*MARSEILLE, 8)
    avant = cadre.evaluate(VUE)
    filtrer(visite, "Région", "Bretagne")
    assert cadre.evaluate(VUE) == avant
    cadre.get_by_role("button", name="Cadrer la sélection").click()
    attendre_vue(cadre, OUESSANT, RENNES, dehors=STRASBOURG)
    expect(cadre.get_by_role("button", name="Cadrer")).to_be_hidden()


def test_une_fenetre_plus_petite_cadre_a_nouveau(visite):
    cadre = visite.carte("/")
    avant = cadre.evaluate(VUE)[2]
    visite.page.set_viewport_size({"width": 1000, "height": 700})
    cadre.wait_for_function("avant => window.map.getZoom() < avant", arg=avant)
    attendre_vue(cadre, OUESSANT, STRASBOURG, dehors=OUTRE_MER)


def test_une_carte_deplacee_garde_son_zoom_quand_la_fenetre_change(visite):
    cadre = visite.carte("/")
    visite.placer(*MARSEILLE, 8)
    largeur = cadre.evaluate("window.map.getSize().x")
    visite.page.set_viewport_size({"width": 700, "height": 620})
    cadre.wait_for_function("avant => window.map.getSize().x !== avant", arg=largeur)
    assert cadre.evaluate(VUE)[2] == 8


def test_une_outre_mer_sans_projet_choisi_n_a_pas_de_medaillon(visite, atlas):
    par_region = atlas.projets[atlas.projets["filiere"] == "Nucléaire"]["code_region"]
    cadre = visite.carte("/projets?filiere=Nucl%C3%A9aire")
    attendus = int(par_region[par_region < "07"].nunique())
    assert cadre.locator(".atlas-medaillons button:visible").count() == attendus
