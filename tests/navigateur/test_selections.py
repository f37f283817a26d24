"""« Mes sélections » on the real server: named, kept, side by side; a newer list told before it replaces."""

from __future__ import annotations

import re

from tests.navigateur.test_comparer import tetes
from tests.navigateur.test_projets import ajouter, apporter, cocher, ouvrir

HOSTILE = "Mes <b>trois</b>"


def fenetre(visite):
    visite.page.get_by_role("button", name=re.compile("^Mes sélections")).click()
    visite.page.get_by_role("dialog").get_by_label(re.compile("^Nom de la sélection")).wait_for()
    return visite.page.get_by_role("dialog")


def garder(visite, nom):
    """Name what the window is about; the page has it once the line is there."""
    dialogue = visite.page.get_by_role("dialog")
    dialogue.get_by_label(re.compile("^Nom de la sélection")).fill(nom)
    dialogue.get_by_role("button", name="Garder sous ce nom").click()
    dialogue.locator("[class*=st-key-selections-ligne]", has_text=nom).wait_for()
    visite.au_calme()


def nommer_deux(visite):
    """Three ticked rows of Brittany, and a filter, each under a name."""
    ouvrir(visite, "/projets?region=53")
    cocher(visite, 3)
    visite.page.get_by_role("button", name="Garder sous un nom…").click()
    garder(visite, HOSTILE)
    ouvrir(visite, "/projets?region=53&filiere=Agroalimentaire")
    visite.page.get_by_role("button", name="Mes sélections (1)…").wait_for()
    fenetre(visite)
    garder(visite, "Agro")


def test_une_selection_nommee_est_encore_la_apres_un_rechargement_et_s_ouvre(visite):
    nommer_deux(visite)
    ouvrir(visite)
    visite.page.get_by_role("button", name="Mes sélections (2)…").wait_for()
    ligne = fenetre(visite).locator("[class*=st-key-selections-ligne]", has_text=HOSTILE)
    ligne.get_by_role("button", name="Ouvrir").click()
    visite.page.wait_for_url(re.compile("choix="))
    visite.page.locator('.atlas-projets[data-lignes="3"][data-coches="3"]').wait_for()
    assert visite.scripts_en_echec == []


def test_une_selection_supprimee_revient_par_annuler(visite):
    nommer_deux(visite)
    dialogue = visite.page.get_by_role("dialog")
    ligne = dialogue.locator("[class*=st-key-selections-ligne]", has_text=HOSTILE)
    ligne.get_by_role("button", name="Supprimer").click()
    dialogue.get_by_text(f"« {HOSTILE} » est supprimée.").wait_for()
    dialogue.get_by_role("button", name="Annuler").click()
    ligne.wait_for()
    visite.au_calme()
    ouvrir(visite)
    visite.page.get_by_role("button", name="Mes sélections (2)…").wait_for()


def test_deux_selections_se_tiennent_cote_a_cote_avec_ce_qu_elles_partagent(visite):
    nommer_deux(visite)
    dialogue = visite.page.get_by_role("dialog")
    for nom in (HOSTILE, "Agro"):
        ligne = dialogue.locator("[class*=st-key-selections-ligne]", has_text=nom)
        ligne.locator("label", has=visite.page.locator("input[type=checkbox]")).click()
        ligne.locator("input:checked").wait_for(state="attached")
        visite.au_calme()
    dialogue.get_by_role("link", name=re.compile("^Comparer")).click()
    visite.page.wait_for_url(re.compile("/comparer"))
    visite.page.locator(".atlas-comparer").wait_for()
    assert tetes(visite) == [HOSTILE, "Agro"]
    visite.page.get_by_text(
        re.compile(r"projets? en commun entre « Mes <b>trois</b> » et « Agro »")
    ).wait_for()
    visite.page.goto(visite.page.url)
    visite.page.locator(".atlas-comparer").wait_for()
    visite.au_calme()
    assert tetes(visite) == [HOSTILE, "Agro"]
    assert visite.scripts_en_echec == []


ENTETE = "Entreprise;SIREN;Commune;Département;Objet;Stade\n"
AVANT = f"{ENTETE}Forge d’Armor;;Brest;29;Four;Étude\nAtelier;;Rennes;35;Presse;Étude\n"
APRES = f"{ENTETE}Forge d’Armor;;Brest;29;Four;En travaux\nFonderie;;Vannes;56;Robot;Étude\n"


def test_une_version_plus_recente_dit_ce_qui_change_et_ne_remplace_rien_sans_demander(visite):
    ouvrir(visite)
    ajouter(visite, apporter(visite, AVANT))
    dialogue = apporter(visite, APRES, "plus_recente.csv")
    dialogue.get_by_text("1\u202fprojet ajouté, 1\u202fparti, 1\u202fmodifié").wait_for()
    lignes = {
        titre: dialogue.get_by_role("region", name=titre).locator("tbody tr").all_inner_texts()
        for titre in ("Projets ajoutés", "Projets partis", "Projets modifiés")
    }
    assert [ligne.split("\t")[0] for suite in lignes.values() for ligne in suite] == [
        "Fonderie",
        "Atelier",
        "Forge d’Armor",
    ]
    assert lignes["Projets modifiés"][0].split("\t")[1:] == ["Stade", "Étude", "En travaux"]
    dialogue.get_by_role("button", name="Garder l’ancienne").click()
    dialogue.wait_for(state="hidden")
    ouvertes = visite.page.locator(".atlas-projets")
    visite.page.get_by_placeholder(re.compile("^Entreprise, objet")).fill("fonderie vannes")
    visite.page.locator('.atlas-projets[data-lignes="0"]').wait_for()
    assert ouvertes.get_by_text("Fonderie").count() == 0


def test_les_puces_tiennent_dans_un_telephone(visite):
    visite.page.set_viewport_size({"width": 390, "height": 844})
    visite.aller(
        "/projets?filiere=Intrants essentiels à l'industrie&type=TPE / PME&departement=2A&epci=200067049"
        "&source=inspirant&du=2021-04&au=2021-08&emplois_min=10&emplois_max=1500"
        "&q=anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement",
    )
    puces = visite.page.locator(".atlas-puce, .atlas-puces-tout")
    visite.page.get_by_role("heading", name="Aucun projet").wait_for()
    puces.last.wait_for()
    assert puces.count() > 6
    for boite in (puces.nth(rang).bounding_box() for rang in range(puces.count())):
        assert boite["x"] >= 0
        assert boite["x"] + boite["width"] <= 390
        assert boite["height"] >= 44
