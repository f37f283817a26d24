"""A gesture makes one entry of the history: Back undoes the last one, Forward does it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.navigateur.acces import lire

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.navigateur.atelier import Visite


@dataclass(frozen=True, kw_only=True)
class Geste:
    """What a reader does on a page, what the address says then, and what the page shows."""

    faire: Callable[[Visite], object]
    adresse: str
    montre: Callable[[Page], object]


def titre(nom):
    return lambda page: expect(page.get_by_role("heading", level=1)).to_have_text(nom)


def presse(annee):
    choix = lambda page: page.locator(".st-key-entete").get_by_role("radio", name=str(annee))  # noqa: E731
    return Geste(
        faire=lambda visite: choix(visite.page).click(),
        adresse=f"millesime={annee}" if annee != 2021 else "",
        montre=lambda page: expect(choix(page)).to_be_checked(),
    )


def liste(nom, valeur, adresse):
    def faire(visite):
        visite.page.get_by_role("combobox", name=re.compile(f"^{nom}")).click()
        visite.page.get_by_role("option", name=valeur, exact=True).click()

    return Geste(
        faire=faire,
        adresse=adresse,
        montre=lambda page: expect(page.get_by_role("combobox", name=re.compile(f"^{nom}"))).to_have_value(
            valeur
        ),
    )


def chercher(texte, nom, adresse):
    def faire(visite):
        saisie = visite.page.get_by_role("combobox", name="Rechercher une commune")
        visite.page.locator("#atlas-saisie[data-prete]").wait_for()
        saisie.click()
        saisie.press_sequentially(texte)
        visite.page.locator("#atlas-reponse-0 b", has_text=nom).wait_for()
        visite.page.keyboard.press("Enter")

    return Geste(faire=faire, adresse=adresse, montre=titre(nom))


def panneau(nom):
    return lambda page: page.locator(".atlas-panneau").get_by_role("heading", name=nom, exact=True).wait_for()


def cocher(facette, valeur, adresse):
    def faire(visite):
        page = visite.page
        page.locator(".atlas-filtres").get_by_role("button", name=re.compile(f"^{facette}")).click()
        page.locator(".atlas-filtre-liste label", has_text=valeur).first.click()
        page.wait_for_url(lambda lue: adresse in lue)
        page.keyboard.press("Escape")

    puce = re.compile(re.escape(valeur))
    return Geste(
        faire=faire,
        adresse=adresse,
        montre=lambda page: expect(page.locator(".atlas-filtres")).to_contain_text(puce),
    )


def pastille(page, nom):
    return page.get_by_role("button", name=nom).first


def ouvrir_un_projet(visite):
    grille = visite.page.get_by_role("grid")
    grille.focus()
    visite.page.keyboard.press("ArrowDown")
    visite.page.keyboard.press("Enter")


def appartenance(visite):
    visite.page.locator(".atlas-filtres-trois label", has_text="Hors territoire").click()


def naviguer(nom, adresse, dit):
    return Geste(
        faire=lambda visite: visite.page.get_by_test_id("stTopNavLink").filter(has_text=nom).click(),
        adresse=adresse,
        montre=titre(dit),
    )


PARCOURS = {
    "Carte": (
        "/",
        [
            liste("Colorer par", "Taux de chômage", "couleur=chomage"),
            presse(2023),
            Geste(
                faire=lambda visite: visite.cliquer(49.5, -1.6),
                adresse="ti=ti-",
                montre=panneau("Cotentin"),
            ),
            Geste(
                faire=lambda visite: visite.page.get_by_role("button", name="EPCI", exact=True).click(),
                adresse="couches=",
                montre=lambda page: page.wait_for_function(
                    "() => document.querySelector('iframe.stCustomComponentV1').contentDocument.body"
                    ".dataset.couches.includes('epci')"
                ),
            ),
        ],
    ),
    "Territoire": (
        "/territoire?ti=ti-2806",
        [
            presse(2023),
            chercher("finistere", "Finistère", "ti=ti-"),
            naviguer("France", "/france", "Le programme en France"),
        ],
    ),
    "Projets": (
        "/projets",
        [
            cocher("Filière", "Agroalimentaire", "filiere=Agroalimentaire"),
            Geste(
                faire=appartenance,
                adresse="dans_ti",
                montre=lambda page: expect(
                    page.locator(".atlas-filtres-trois label", has_text="Hors territoire").locator("input")
                ).to_be_checked(),
            ),
            presse(2020),
            Geste(
                faire=ouvrir_un_projet,
                adresse="projet=",
                montre=lambda page: page.get_by_role("dialog").wait_for(),
            ),
        ],
    ),
    "Région": (
        "/region?code=28",
        [
            liste("Région", "Corse", "code=94"),
            liste("Comparer à", "Bretagne", "reference=53"),
            presse(2022),
        ],
    ),
    "France": (
        "/france",
        [
            liste("Classer les régions par", "Emplois prévus", "tri="),
            naviguer("Méthode", "/methode", "Méthode"),
        ],
    ),
    "Comparer": (
        "/comparer?objets=ti-2806,france",
        [
            Geste(
                faire=lambda visite: visite.page.get_by_role("radio", name="Rangs").click(),
                adresse="vue=",
                montre=lambda page: expect(page.get_by_role("radio", name="Rangs")).to_be_checked(),
            ),
            presse(2022),
        ],
    ),
    "Séance": (
        "/seance",
        [
            Geste(
                faire=lambda visite: visite.page.get_by_role(
                    "button", name="Carte et chiffres"
                ).first.click(),
                adresse="vue=france",
                montre=lambda page: expect(page.locator(".atlas-preparation .vues li")).to_have_count(1),
            ),
            Geste(
                faire=lambda visite: pastille(visite.page, "Filières").click(),
                adresse="vue=france&vue=france.filieres",
                montre=lambda page: expect(page.locator(".atlas-preparation .vues li")).to_have_count(2),
            ),
        ],
    ),
}


@pytest.mark.parametrize("nom", PARCOURS)
def test_retour_defait_chaque_geste_et_avant_le_refait(visite, nom):
    chemin, gestes = PARCOURS[nom]
    page = lire(visite, chemin)
    adresses = [page.url]
    for geste in gestes:
        geste.faire(visite)
        page.wait_for_url(
            lambda lue, voulue=geste.adresse, avant=adresses[-1]: voulue in lue and lue != avant
        )
        geste.montre(page)
        visite.au_calme()
        adresses.append(page.url)
    for rang in range(len(gestes) - 1, -1, -1):
        page.go_back()
        page.wait_for_url(adresses[rang])
        visite.au_calme()
        assert page.url == adresses[rang]
        if rang:
            gestes[rang - 1].montre(page)
    for rang, geste in enumerate(gestes, start=1):
        page.go_forward()
        page.wait_for_url(adresses[rang])
        geste.montre(page)
        visite.au_calme()
        assert page.url == adresses[rang]


def test_une_recherche_depuis_les_projets_ne_fait_qu_une_entree(visite):
    page = lire(visite, "/projets")
    chercher("nord cotentin", "Nord Cotentin", "/territoire?ti=ti-2806").faire(visite)
    page.get_by_role("heading", level=1, name="Nord Cotentin").wait_for()
    visite.au_calme()
    page.go_back()
    page.wait_for_url("**/projets")
    page.get_by_role("heading", level=1, name="Projets industriels").wait_for()


def test_une_adresse_mise_en_forme_ne_fait_pas_d_entree(visite):
    page = lire(visite, "/methode")
    lire(visite, "/?millesime=2021&ti=ti-2806")
    page.wait_for_url("**/?ti=ti-2806")
    page.go_back()
    page.wait_for_url("**/methode")


def test_la_carte_montre_le_territoire_ou_retour_ramene(visite):
    cadre = visite.carte("/?ti=ti-2806")
    visite.placer(48.4, -4.4, 8)
    visite.cliquer(48.4, -4.4)
    panneau("Finistère")(visite.page)
    visite.page.go_back()
    panneau("Nord Cotentin")(visite.page)
    cadre.wait_for_function("() => window.map.getBounds().contains([49.5, -1.6])")


def test_la_carte_revient_a_la_france_quand_retour_defait_un_cadrage(visite):
    cadre = visite.carte()
    large = cadre.evaluate("window.map.getZoom()")
    chercher("corse", "Corse", "").faire(visite)
    visite.page.wait_for_url("**/?zone=region-94")
    cadre.wait_for_function("large => window.map.getZoom() > large + 1", arg=large)
    visite.page.go_back()
    cadre.wait_for_function("large => Math.abs(window.map.getZoom() - large) < .3", arg=large)


def test_un_territoire_quitte_par_retour_se_choisit_encore(visite):
    visite.carte()
    for _ in range(2):
        visite.cliquer(49.5, -1.6)
        panneau("Nord Cotentin")(visite.page)
        visite.au_calme()
        visite.page.go_back()
        panneau("France")(visite.page)
        visite.au_calme()
