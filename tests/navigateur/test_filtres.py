"""The filters of the page « Projets » under a hand: what shows at once, what leaves, what an answer does."""

from __future__ import annotations

import pytest

from data.couches.vocabulaire import comptes_compacts, vocabulaire_json
from pages.projets import filtres as composant
from tests.navigateur.etabli import Etabli

HOSTILE = "<img src=x onerror=window.pirate=1>"
FILIERES = ["Aéronautique", "Agroalimentaire", "Bois", "Nucléaire"]
EPCI = {f"{200000000 + i}": f"CC Élan {i}" for i in range(40)} | {"200099999": HOSTILE}
VOCABULAIRES = {
    "filiere": {f: f for f in FILIERES},
    "stade": {"etude": "Étude", "laureat": "Lauréat"},
    "epci": EPCI,
}
LIBELLES = {"filiere": "Filière", "stade": "Stade", "epci": "EPCI"}
COMPTES = {"Agroalimentaire": 12, "Nucléaire": 3}


def donnees(rang=0, puces=(), comptes=COMPTES, **etat):
    return {
        "rang": rang,
        "etat": etat,
        "comptes": {"filiere": comptes_compacts(comptes, FILIERES)},
        "puces": [list(puce) for puce in puces],
        "vocabulaire": "./app/static/couches/vocabulaire.json",
        "ajouts": {},
    }


@pytest.fixture
def etabli(navigateur):
    page = navigateur.new_page(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    page.set_default_timeout(10_000)
    vocabulaire = vocabulaire_json(VOCABULAIRES, LIBELLES, mois=("2020-11", "2021-02"))
    essai = Etabli(page, script="filtres.js", html=composant.HTML, fichiers={"vocabulaire.json": vocabulaire})
    essai.recevoir(donnees())
    yield essai
    assert essai.plaintes == []
    page.close()


def facette(etabli, nom):
    return etabli.page.get_by_role("button", name=nom, exact=True)


def case(etabli, nom):
    return etabli.page.get_by_role("checkbox", name=nom)


def lignes(etabli):
    return etabli.page.locator(".atlas-filtre-volet:visible li:visible").all_inner_texts()


def test_a_press_ticks_at_once_and_sends_the_whole_state(etabli):
    etabli.recevoir(donnees(stade=["laureat"]))
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    assert case(etabli, "Nucléaire 3").is_checked()
    assert etabli.envois("demande") == [{"etat": {"stade": ["laureat"], "filiere": ["Nucléaire"]}, "rang": 1}]


def test_an_answer_to_an_earlier_press_unticks_nothing(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    case(etabli, "Agroalimentaire 12").click()
    etabli.recevoir(donnees(rang=1, filiere=["Nucléaire"]))
    assert case(etabli, "Agroalimentaire").is_checked()


def test_the_answer_to_the_last_press_is_the_truth(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    etabli.recevoir(donnees(rang=1))
    assert not case(etabli, "Nucléaire 3").is_checked()


def test_an_open_panel_stays_open_and_its_counts_change_in_place(etabli):
    facette(etabli, "Filière").click()
    etabli.recevoir(donnees(comptes={"Bois": 1}))
    assert [ligne.split() for ligne in lignes(etabli)] == [
        ["Agroalimentaire", "0"],
        ["Nucléaire", "0"],
        ["Aéronautique", "0"],
        ["Bois", "1"],
    ]


def test_chosen_values_come_first_and_those_without_a_project_last(etabli):
    etabli.recevoir(donnees(filiere=["Nucléaire"]))
    facette(etabli, "Filière 1 filtre actif").click()
    noms = [ligne.split()[0] for ligne in lignes(etabli)]
    assert noms == ["Nucléaire", "Agroalimentaire", "Aéronautique", "Bois"]


def test_a_long_list_is_searched_without_accents_a_short_one_has_no_search(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "EPCI").click()
    etabli.page.get_by_role("searchbox", name="Chercher dans la liste EPCI").fill("elan 39")
    assert [ligne.strip() for ligne in lignes(etabli)] == ["CC Élan 39"]
    facette(etabli, "Filière").click()
    assert etabli.page.locator(".atlas-filtre-volet:visible input[type=search]").count() == 0


def test_a_name_is_text(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "EPCI").click()
    assert etabli.page.get_by_text(HOSTILE).count() == 1
    assert etabli.page.evaluate("window.pirate") is None


def test_the_keyboard_opens_walks_ticks_and_closes(etabli):
    facette(etabli, "Filière").focus()
    for touche in ("ArrowDown", "ArrowDown", " ", "End"):
        etabli.page.keyboard.press(touche)
    assert etabli.envois("demande")[-1]["etat"] == {"filiere": ["Nucléaire"]}
    assert etabli.page.evaluate("document.activeElement.value") == "Bois"
    etabli.page.keyboard.press("Escape")
    assert etabli.page.evaluate("document.activeElement.ariaExpanded") == "false"
    assert lignes(etabli) == []


def test_tab_beyond_a_panel_closes_it(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    etabli.page.get_by_role("button", name="Tout décocher").focus()
    etabli.page.keyboard.press("Tab")
    assert lignes(etabli) == []


def test_a_chip_takes_its_value_away_and_the_focus_stays_in_the_row(etabli):
    puces = [("filiere", "Bois", "Bois"), ("stade", "laureat", "Lauréat")]
    etabli.recevoir(donnees(puces=puces, filiere=["Bois"], stade=["laureat"]))
    etabli.page.get_by_role("button", name="Retirer le filtre Bois").press("Enter")
    assert etabli.envois("demande")[-1]["etat"] == {"stade": ["laureat"]}
    etabli.recevoir(donnees(rang=1, puces=puces[1:], stade=["laureat"]))
    assert etabli.page.evaluate("document.activeElement.ariaLabel") == "Retirer le filtre Lauréat"


def test_the_chip_of_a_period_takes_both_its_ends_away(etabli):
    puce = ("du", "2020-12", "de décembre 2020 à janvier 2021")
    etabli.recevoir(donnees(puces=[puce], du=["2020-12"], au=["2021-01"]))
    etabli.page.get_by_role("button", name=f"Retirer le filtre {puce[2]}").click()
    assert etabli.envois("demande")[-1]["etat"] == {}


def test_clear_all_keeps_the_year_and_the_order(etabli):
    etat = {"filiere": ["Bois"], "q": ["usine"], "millesime": ["2023"], "tri": ["-date"]}
    etabli.recevoir(donnees(puces=[("q", "usine", "texte : usine")], **etat))
    etabli.page.get_by_role("button", name="Tout effacer").click()
    assert etabli.envois("demande")[-1]["etat"] == {"millesime": ["2023"], "tri": ["-date"]}
    assert etabli.page.get_by_role("searchbox").input_value() == ""


def test_a_word_typed_at_once_leaves_once(etabli):
    etabli.page.get_by_role("searchbox").press_sequentially("nucléaire")
    etabli.page.wait_for_function("window.envois.length")
    assert etabli.envois("demande") == [{"etat": {"q": ["nucléaire"]}, "rang": 1}]


def test_an_answer_leaves_the_text_that_is_being_typed_alone(etabli):
    champ = etabli.page.get_by_role("searchbox")
    champ.press_sequentially("usine ")
    champ.press("Enter")
    etabli.recevoir(donnees(rang=1, q=["usine"]))
    assert champ.input_value() == "usine "


def test_a_period_goes_from_a_month_to_a_later_one(etabli):
    facette(etabli, "Période").click()
    etabli.page.get_by_label("Premier mois").select_option("décembre 2020")
    fin = etabli.page.get_by_label("Dernier mois")
    assert fin.locator("option:not([disabled])").all_inner_texts() == [
        "jusqu’à la fin",
        "décembre 2020",
        "janvier 2021",
        "février 2021",
    ]
    fin.select_option("2021-01")
    assert etabli.envois("demande")[-1]["etat"] == {"du": ["2020-12"], "au": ["2021-01"]}


def test_jobs_have_a_least_a_most_and_only_those_that_say_so(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "Emplois").click()
    for nom, valeur in (("Au moins", "50"), ("Au plus", "10")):
        etabli.page.get_by_label(nom).fill(valeur)
    etabli.page.get_by_label("Renseigné seulement").check()
    etat = {"emplois_min": ["10"], "emplois_max": ["50"], "emplois": ["renseigne"]}
    assert etabli.envois("demande")[-1]["etat"] == etat


def test_in_or_out_of_a_territory_is_one_of_three(etabli):
    etabli.page.get_by_text("Hors territoire").click()
    etabli.page.get_by_text("Tous", exact=True).click()
    assert [envoi["etat"] for envoi in etabli.envois("demande")] == [{"dans_ti": ["non"]}, {}]


def test_a_secondary_filter_of_a_link_is_not_hidden(etabli):
    etabli.recevoir(donnees(epci=["200000003"]))
    assert facette(etabli, "EPCI 1 filtre actif").is_visible()


def test_a_list_of_ones_own_adds_its_names(etabli):
    envoi = {**donnees(), "ajouts": {"filiere": [["Horlogerie", "Horlogerie"]]}}
    etabli.recevoir({**envoi, "comptes": {"filiere": "+4 5"}})
    facette(etabli, "Filière").click()
    assert case(etabli, "Horlogerie 5").is_visible()


def test_a_phone_keeps_the_text_and_one_button_and_a_panel_as_wide_as_the_page(etabli):
    etabli.page.set_viewport_size({"width": 390, "height": 844})
    assert not facette(etabli, "Filière").is_visible()
    facette(etabli, "Filtres").click()
    facette(etabli, "Filière").click()
    assert etabli.page.locator(".atlas-filtre-volet:visible").bounding_box()["width"] > 360
    assert etabli.page.evaluate("document.documentElement.scrollWidth") <= 390
