"""Moving about is the browser's business: finer outlines come by themselves, the server hears nothing."""

from __future__ import annotations

import pytest

from components.leaflet.lot import SEUIL_FIN, VUES

COTENTIN = (49.55, -1.6)


def test_de_pres_les_contours_plus_fins_de_la_region_sont_demandes_et_dessines(visite):
    cadre = visite.carte("/?couches=aucune")
    avant = cadre.evaluate("Number(document.body.dataset.version)")
    with visite.page.expect_request(lambda r: "/couches/fins-28." in r.url):
        visite.placer(*COTENTIN, SEUIL_FIN + 1)
    cadre.wait_for_function("avant => Number(document.body.dataset.version) > avant", arg=avant)


def test_de_loin_aucun_contour_plus_fin_n_est_demande(visite):
    visite.carte()
    visite.placer(*COTENTIN, SEUIL_FIN - 1)
    visite.placer(*COTENTIN, 5)
    assert [d for d in visite.demandes if "/fins-" in d] == []


def test_les_contours_plus_fins_sont_demandes_une_fois(visite):
    cadre = visite.carte()
    with visite.page.expect_response(lambda r: "/couches/fins-28." in r.url):
        visite.placer(*COTENTIN, SEUIL_FIN + 1)
    avant = cadre.evaluate("Number(document.body.dataset.version)")
    visite.placer(*COTENTIN, 6)
    cadre.wait_for_function("avant => Number(document.body.dataset.version) > avant", arg=avant)
    visite.placer(*COTENTIN, SEUIL_FIN + 1)
    assert len([d for d in visite.demandes if "/fins-28." in d]) == 1


def test_se_deplacer_ne_derange_pas_le_serveur(visite):
    cadre = visite.carte()
    avant = len(visite.envoyes)
    for lieu in ((*COTENTIN, 7), (45, 4, 7), (45, 4, 6)):
        visite.placer(*lieu)
    visite.page.get_by_role("radio", name="2023").click()
    cadre.wait_for_function("document.body.dataset.couches.startsWith('ti_2023')")
    visite.au_calme()
    assert len(visite.envoyes) - avant == 1, "only the choice of 2023 was sent"


@pytest.mark.parametrize("vue", VUES, ids=lambda vue: vue["nom"])
def test_une_pression_mene_a_chaque_partie_de_la_france(visite, vue):
    cadre = visite.carte("/?couches=aucune&millesime=2023")
    if "region" not in vue:
        visite.placer(*COTENTIN, 8)
    cadre.get_by_role("button", name=f"Aller à : {vue['nom']}").click()
    cadre.wait_for_function("bornes => window.map.getBounds().contains(bornes)", arg=vue["bornes"])
