"""Indicators and layers: the living frame is told a little, asks for what it lacks, and shows it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.atelier import visiter

LIMITE_OCTETS = 20_000
INDICATEURS = {"ratio": "Part de l’industrie dans l’emploi", "montant": "Emplois annoncés"}
REMPLISSAGES = """() => [...new Set(Object.values(window.map._layers)
  .filter(c => c.feature && String(c.feature.id).startsWith('ti-')).map(c => String(c.options.fillColor)))]"""
COTENTIN = (49.6, -1.7)
PARIS = (48.86, 2.35)
PERIGORD = (45.53, 0.96)
TRAITS = """Object.values(window.map._layers)
  .filter(c => c.feature && /LineString/.test((c.feature.geometry || c.feature).type)).length"""
HACHURES = """() => Object.values(window.map._layers).filter(c => c.feature
  && String(c.feature.id).startsWith('ti-') && c.options.fillColor instanceof CanvasPattern).length"""
CERCLES = "Object.values(window.map._layers).filter(c => c.getRadius && !c.options.interactive).length"
CHEVAUCHEMENTS = """() => {
  const boites = [...document.querySelectorAll('.atlas-ville')].map(e => e.getBoundingClientRect());
  const paires = boites.flatMap((a, i) => boites.slice(i + 1).map(b => [a, b]));
  return [boites.length, paires.filter(([a, b]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).length];
}"""


def colorier(visite, libelle):
    visite.page.get_by_role("combobox", name="Colorer par").click()
    visite.page.get_by_role("option", name=libelle, exact=True).click()
    visite.cadre().wait_for_function("nom => document.body.dataset.couleur === nom", arg=libelle)
    visite.au_calme()


def allumer(visite, libelle, nom):
    visite.page.get_by_role("button", name=libelle, exact=True).click()
    visite.cadre().wait_for_function("nom => document.body.dataset.couches.split(',').includes(nom)", arg=nom)
    visite.au_calme()


@pytest.mark.parametrize("libelle", INDICATEURS.values(), ids=INDICATEURS)
def test_un_indicateur_se_dessine_dans_le_meme_cadre_pour_moins_de_20_ko_sans_couche(visite, libelle):
    cadre = visite.carte()
    cadre.evaluate("window.temoin = 1")
    octets, demandes = visite.poids(), len(visite.demandes)
    colorier(visite, libelle)
    assert cadre.evaluate("window.temoin") == 1
    assert 0 < visite.poids() - octets < LIMITE_OCTETS
    assert [d for d in visite.demandes[demandes:] if "/static/" in d] == []


def test_un_rapport_se_remplit_en_cinq_classes_et_hachure_l_inconnu(visite):
    cadre = visite.carte("/?couleur=part_industrie")
    tons = cadre.evaluate(REMPLISSAGES)
    assert len(tons) == 6
    assert "[object CanvasPattern]" in tons
    assert cadre.locator(".atlas-legende .signe-classe").count() == 5
    assert cadre.locator(".atlas-legende").get_by_text("non renseigné").is_visible()
    assert cadre.evaluate(CERCLES) == 0


def test_une_quantite_est_en_cercles_sur_des_fonds_unis(visite):
    cadre = visite.carte("/?couleur=population")
    assert len(cadre.evaluate(REMPLISSAGES)) == 1
    assert cadre.evaluate(CERCLES) == 146


def test_le_retour_a_l_appartenance_ne_laisse_ni_classe_ni_cercle(visite):
    cadre = visite.carte("/?couleur=population")
    visite.page.get_by_role("combobox", name="Colorer par").click()
    visite.page.get_by_role("option", name="Appartenance à un territoire").click()
    cadre.wait_for_function("document.body.dataset.couleur === ''")
    assert cadre.evaluate(CERCLES) == 0
    assert len(cadre.evaluate(REMPLISSAGES)) == 1


def test_la_bulle_dit_le_chiffre_de_l_indicateur(visite):
    cadre = visite.carte("/?couleur=chomage&couches=aucune&ti=ti-2806")
    visite.page.mouse.move(*visite.pixel(49.5, -1.6))
    bulle = cadre.locator(".leaflet-tooltip")
    bulle.wait_for()
    assert bulle.locator("strong").inner_text() == "Nord Cotentin"
    assert re.fullmatch("[0-9]+,[0-9]\u202f%", bulle.locator("span").inner_text())


@pytest.mark.parametrize(("vue", "zoom"), [((46.6, 2.4), 6), (COTENTIN, 9)], ids=["far", "near"])
def test_avec_la_couche_epci_la_bulle_nomme_l_epci_puis_le_territoire(visite, vue, zoom):
    cadre = visite.carte("/?couches=epci")
    cadre.wait_for_function("document.body.dataset.couches === 'ti_2021,epci'")
    visite.placer(*vue, zoom)
    visite.page.mouse.move(*visite.pixel(*COTENTIN))
    bulle = cadre.locator(".leaflet-tooltip")
    bulle.get_by_text("Nord Cotentin").wait_for()
    assert bulle.locator("strong").inner_text() == "CA du Cotentin"


def test_avec_la_couche_epci_le_sol_hors_d_un_territoire_est_nomme_aussi(visite):
    cadre = visite.carte("/?couches=epci")
    cadre.wait_for_function("document.body.dataset.couches === 'ti_2021,epci'")
    visite.page.mouse.move(*visite.pixel(*PARIS))
    bulle = cadre.locator(".leaflet-tooltip")
    bulle.get_by_text("hors des territoires d’industrie").wait_for()
    assert bulle.locator("strong").inner_text() == "Métropole du Grand Paris"


def test_les_regions_peuvent_etre_otees_de_pres_aussi(visite):
    cadre = visite.carte("/?couches=aucune")
    visite.placer(*COTENTIN, 9)
    cadre.wait_for_function(f"{TRAITS} === 0")
    visite.page.get_by_role("button", name="Régions", exact=True).click()
    cadre.wait_for_function(f"{TRAITS} > 0")


def test_ce_qui_a_disparu_est_hachure_et_nomme(visite):
    cadre = visite.carte("/?millesime=2023&couleur=changements-2021&couches=aucune")
    assert cadre.evaluate(HACHURES) == 8
    assert cadre.locator(".atlas-legende li", has_text="disparu en 2023").inner_text().endswith("8")
    visite.page.mouse.move(*visite.pixel(*PERIGORD))
    cadre.locator(".leaflet-tooltip").get_by_text("disparu en 2023").wait_for()
    visite.page.get_by_role("radio", name="2022").click()
    cadre.wait_for_function("document.body.dataset.couches === 'ti_2022'")
    assert cadre.evaluate(HACHURES) == 0


def test_le_bouton_retour_rend_l_indicateur_precedent(visite):
    cadre = visite.carte()
    colorier(visite, INDICATEURS["ratio"])
    visite.page.wait_for_url("**/?couleur=part_industrie")
    visite.page.go_back()
    cadre.wait_for_function("document.body.dataset.couleur === ''")


def test_un_lien_retablit_indicateur_couches_et_territoire_dans_un_autre_navigateur(
    visite, navigateur, serveur
):
    visite.carte()
    colorier(visite, INDICATEURS["ratio"])
    allumer(visite, "EPCI", "epci")
    visite.page.wait_for_url("**/?couleur=part_industrie&couches=projets*regions*epci")
    chemin = visite.page.url.removeprefix(serveur)
    with visiter(navigateur, serveur) as autre:
        cadre = autre.carte(chemin)
        cadre.wait_for_function("document.body.dataset.couches === 'ti_2021,regions,projets,epci'")
        assert cadre.evaluate("document.body.dataset.couleur") == INDICATEURS["ratio"]


def test_la_premiere_carte_ne_demande_aucune_couche_qu_elle_ne_dessine_pas(visite):
    visite.carte()
    assert [
        d for d in visite.demandes if any(f"/couches/{n}." in d for n in ("epci", "villes", "acv", "pvd"))
    ] == []


@pytest.mark.parametrize(
    ("libelle", "nom"),
    [
        ("Régions", "regions"),
        ("EPCI", "epci"),
        ("Départements", "departements"),
        ("Villes principales", "villes"),
        ("Action cœur de ville", "acv"),
        ("Petites villes de demain", "pvd"),
    ],
)
def test_une_couche_vient_quand_on_la_demande_et_s_en_va_sinon(visite, libelle, nom):
    cadre = visite.carte("/?couches=aucune")
    avant = cadre.evaluate("Object.keys(window.map._layers).length")
    allumer(visite, libelle, nom)
    assert cadre.evaluate("Object.keys(window.map._layers).length") > avant
    visite.page.get_by_role("button", name=libelle, exact=True).click()
    cadre.wait_for_function("document.body.dataset.couches === 'ti_2021'")
    assert cadre.evaluate("Object.keys(window.map._layers).length") == avant


def test_une_couche_lente_a_venir_le_dit_jusqu_a_ce_qu_elle_soit_la(visite):
    cadre = visite.carte()
    retenues = []
    visite.jetable = True
    visite.page.route("**/couches/epci.*", lambda route: retenues.append(route))  # noqa: PLW0108
    visite.page.get_by_role("button", name="EPCI", exact=True).click()
    cadre.wait_for_function("document.body.classList.contains('atlas-attente')")
    retenues[0].continue_()
    cadre.wait_for_function("document.body.dataset.couches.endsWith('epci')")
    assert not cadre.evaluate("document.body.classList.contains('atlas-attente')")


@pytest.mark.parametrize("zoom", [5, 6, 8, 11])
def test_aucun_nom_de_ville_n_est_ecrit_sur_un_autre(visite, zoom):
    cadre = visite.carte("/?couches=villes")
    cadre.wait_for_function("document.body.dataset.couches.includes('villes')")
    visite.placer(48.86, 2.35, zoom)
    noms, chevauchements = cadre.evaluate(CHEVAUCHEMENTS)
    assert noms > 2
    assert chevauchements == 0


def test_l_ign_n_est_demande_que_si_son_fond_est_choisi_et_hors_ligne_la_carte_le_dit(visite):
    cadre = visite.carte()
    assert visite.dehors == []
    allumer(visite, "Fond IGN", "ign")
    cadre.get_by_text("Le fond de l’IGN ne répond pas").wait_for()
    assert visite.dehors != []
    assert all(d.startswith("https://data.geopf.fr/wmts?") for d in visite.dehors)
    assert [m for m in visite.plaintes if "Content Security Policy" in m] == []
    visite.page.get_by_role("button", name="Fond IGN", exact=True).click()
    cadre.get_by_text("Le fond de l’IGN ne répond pas").wait_for(state="hidden")


def test_l_outre_mer_est_visible_en_vue_nationale_et_cede_la_place_de_pres(visite):
    cadre = visite.carte()
    medaillons = cadre.get_by_role("group", name="Outre-mer").get_by_role("button")
    assert medaillons.count() == 4, "no territory of 2021 and no project is in Mayotte"
    medaillons.first.click()
    cadre.wait_for_function("window.map.getZoom() > 7")
    assert medaillons.count() == 0
    cadre.get_by_role("button", name="Aller à : France entière").click()
    cadre.get_by_role("group", name="Outre-mer").wait_for()


def test_une_carte_d_outre_mer_montre_ses_territoires_aux_couleurs_de_la_carte(visite):
    cadre = visite.carte()
    image = "document.querySelector('.atlas-medaillons canvas').toDataURL()"
    avant = cadre.evaluate(image)
    colorier(visite, "Taux de chômage")
    assert cadre.evaluate(image) != avant


def test_sur_un_telephone_les_medaillons_menent_outre_mer_par_leur_nom(navigateur, serveur):
    with visiter(navigateur, serveur, viewport={"width": 390, "height": 844}) as telephone:
        cadre = telephone.carte()
        expect(cadre.locator(".atlas-medaillons span:visible")).to_have_text(
            ["Guadeloupe", "Martinique", "Guyane", "La Réunion"]
        )
        cadre.get_by_role("button", name="Aller à : Guyane").click()
        cadre.wait_for_function("window.map.getZoom() > 5 && window.map.getCenter().lat < 6")


def test_sur_un_telephone_la_carte_vient_d_abord_puis_ses_choix_puis_le_panneau(navigateur, serveur):
    with visiter(navigateur, serveur, viewport={"width": 390, "height": 844}) as telephone:
        telephone.carte()
        lieux = ("iframe.stCustomComponentV1", ".st-key-couleur", ".st-key-couches", ".atlas-panneau")
        hauts = [telephone.page.locator(lieu).first.bounding_box()["y"] for lieu in lieux]
        assert hauts == sorted(hauts)
        assert hauts[0] < 340  # title, sentence and millésime stand above it


def test_la_carte_prend_tout_l_ecran_et_le_rend(visite):
    cadre = visite.carte()
    cadre.get_by_role("button", name="Plein écran").click()
    cadre.wait_for_function("document.fullscreenElement !== null")
    cadre.get_by_role("button", name="Quitter le plein écran").click()
    cadre.wait_for_function("document.fullscreenElement === null")


def test_les_touches_zooment_la_carte(visite):
    cadre = visite.carte()
    avant = cadre.evaluate("window.map.getZoom()")
    cadre.locator("#map_div").focus()
    visite.page.keyboard.press("+")
    cadre.wait_for_function("avant => window.map.getZoom() > avant", arg=avant)


def test_un_territoire_choisi_par_un_lien_dans_l_app_est_montre(visite):
    cadre = visite.carte()
    visite.deplier("Tableau des 146 territoires de 2021")
    tableau = visite.page.get_by_test_id("stDataFrame")
    tableau.wait_for()
    visite.au_calme()
    tableau.click(position={"x": 15, "y": 55})
    visite.page.wait_for_url("**/?ti=ti-*")
    cadre.wait_for_function("window.map.getZoom() > 7")


def test_ce_qui_a_change_entre_deux_millesimes_est_un_choix_de_couleur_avec_une_liste(visite):
    cadre = visite.carte("/?millesime=2022")
    octets = visite.poids()
    visite.page.get_by_role("combobox", name="Colorer par").click()
    visite.page.get_by_role("option", name="Ce qui a changé par rapport à 2021").click()
    cadre.wait_for_function("document.body.dataset.couleur.startsWith('Ce qui a changé')")
    visite.au_calme()
    assert visite.poids() - octets < LIMITE_OCTETS
    assert cadre.locator(".atlas-legende .signe-classe").count() == 2
    visite.deplier("Ce qui a changé de 2021 à 2022 : 3")
    visite.page.get_by_role("cell", name="apparu").first.wait_for()
    visite.page.wait_for_url("**/?millesime=2022&couleur=changements-2021")


def test_la_fiche_trace_le_contour_et_le_nom_de_ce_qui_compose_le_territoire(visite):
    visite.aller("/territoire?ti=ti-2806")
    noms = visite.cadre().locator(".atlas-groupement span")
    noms.first.wait_for()
    assert sorted(noms.all_inner_texts()) == ["CA du Cotentin", "CC de la Baie du Cotentin"]
