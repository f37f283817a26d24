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
    essai = Etabli(
        page,
        script="projets/filtres/filtres.js",
        html=composant.HTML,
        fichiers={"vocabulaire.json": vocabulaire},
    )
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


def test_un_appui_coche_aussitot_et_envoie_tout_l_etat(etabli):
    etabli.recevoir(donnees(stade=["laureat"]))
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    assert case(etabli, "Nucléaire 3").is_checked()
    assert etabli.envois("demande") == [{"etat": {"stade": ["laureat"], "filiere": ["Nucléaire"]}, "rang": 1}]


def test_une_reponse_a_un_appui_anterieur_ne_decoche_rien(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    case(etabli, "Agroalimentaire 12").click()
    etabli.recevoir(donnees(rang=1, filiere=["Nucléaire"]))
    assert case(etabli, "Agroalimentaire").is_checked()


def test_la_reponse_au_dernier_clic_fait_foi(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    etabli.recevoir(donnees(rang=1))
    assert not case(etabli, "Nucléaire 3").is_checked()


def test_un_panneau_ouvert_reste_ouvert_et_ses_comptes_changent_sur_place(etabli):
    facette(etabli, "Filière").click()
    etabli.recevoir(donnees(comptes={"Bois": 1}))
    assert [ligne.split() for ligne in lignes(etabli)] == [
        ["Agroalimentaire", "0"],
        ["Nucléaire", "0"],
        ["Aéronautique", "0"],
        ["Bois", "1"],
    ]


def test_les_valeurs_choisies_viennent_d_abord_et_celles_sans_projet_en_dernier(etabli):
    etabli.recevoir(donnees(filiere=["Nucléaire"]))
    facette(etabli, "Filière 1 filtre actif").click()
    noms = [ligne.split()[0] for ligne in lignes(etabli)]
    assert noms == ["Nucléaire", "Agroalimentaire", "Aéronautique", "Bois"]


def test_une_longue_liste_se_cherche_sans_accents_une_courte_n_a_pas_de_recherche(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "EPCI").click()
    etabli.page.get_by_role("searchbox", name="Chercher dans la liste EPCI").fill("elan 39")
    assert [ligne.strip() for ligne in lignes(etabli)] == ["CC Élan 39"]
    facette(etabli, "Filière").click()
    assert etabli.page.locator(".atlas-filtre-volet:visible input[type=search]").count() == 0


def test_un_nom_est_du_texte(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "EPCI").click()
    assert etabli.page.get_by_text(HOSTILE).count() == 1
    assert etabli.page.evaluate("window.pirate") is None


def test_le_clavier_ouvre_parcourt_coche_et_ferme(etabli):
    facette(etabli, "Filière").focus()
    for touche in ("ArrowDown", "ArrowDown", " ", "End"):
        etabli.page.keyboard.press(touche)
    assert etabli.envois("demande")[-1]["etat"] == {"filiere": ["Nucléaire"]}
    assert etabli.page.evaluate("document.activeElement.value") == "Bois"
    etabli.page.keyboard.press("Escape")
    assert etabli.page.evaluate("document.activeElement.ariaExpanded") == "false"
    assert lignes(etabli) == []


def test_tab_au_dela_d_un_panneau_le_ferme(etabli):
    facette(etabli, "Filière").click()
    case(etabli, "Nucléaire 3").click()
    etabli.page.get_by_role("button", name="Tout décocher").focus()
    etabli.page.keyboard.press("Tab")
    assert lignes(etabli) == []


def test_une_puce_retire_sa_valeur_et_le_focus_reste_dans_la_rangee(etabli):
    puces = [("filiere", "Bois", "Bois"), ("stade", "laureat", "Lauréat")]
    etabli.recevoir(donnees(puces=puces, filiere=["Bois"], stade=["laureat"]))
    etabli.page.get_by_role("button", name="Retirer le filtre Bois").press("Enter")
    assert etabli.envois("demande")[-1]["etat"] == {"stade": ["laureat"]}
    etabli.recevoir(donnees(rang=1, puces=puces[1:], stade=["laureat"]))
    assert etabli.page.evaluate("document.activeElement.ariaLabel") == "Retirer le filtre Lauréat"


def test_la_puce_d_une_periode_en_retire_les_deux_bornes(etabli):
    puce = ("du", "2020-12", "de décembre 2020 à janvier 2021")
    etabli.recevoir(donnees(puces=[puce], du=["2020-12"], au=["2021-01"]))
    etabli.page.get_by_role("button", name=f"Retirer le filtre {puce[2]}").click()
    assert etabli.envois("demande")[-1]["etat"] == {}


def test_tout_effacer_garde_l_annee_et_l_ordre(etabli):
    etat = {"filiere": ["Bois"], "q": ["usine"], "millesime": ["2023"], "tri": ["-date"]}
    etabli.recevoir(donnees(puces=[("q", "usine", "texte : usine")], **etat))
    etabli.page.get_by_role("button", name="Tout effacer").click()
    assert etabli.envois("demande")[-1]["etat"] == {"millesime": ["2023"], "tri": ["-date"]}
    assert etabli.page.get_by_role("searchbox").input_value() == ""


def test_un_mot_tape_d_un_coup_part_une_fois(etabli):
    etabli.page.get_by_role("searchbox").press_sequentially("nucléaire")
    etabli.page.wait_for_function("window.envois.length")
    assert etabli.envois("demande") == [{"etat": {"q": ["nucléaire"]}, "rang": 1}]


def test_une_reponse_laisse_tranquille_le_texte_en_train_d_etre_tape(etabli):
    champ = etabli.page.get_by_role("searchbox")
    champ.press_sequentially("usine ")
    champ.press("Enter")
    etabli.recevoir(donnees(rang=1, q=["usine"]))
    assert champ.input_value() == "usine "


def test_une_periode_va_d_un_mois_a_un_mois_plus_tardif(etabli):
    facette(etabli, "Mise à jour").click()
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


def test_les_emplois_ont_un_minimum_un_maximum_et_les_seuls_renseignes(etabli):
    etabli.page.get_by_role("button", name="Plus de filtres").click()
    facette(etabli, "Emplois").click()
    for nom, valeur in (("Au moins", "50"), ("Au plus", "10")):
        etabli.page.get_by_label(nom).fill(valeur)
    etabli.page.get_by_label("Renseigné seulement").check()
    etat = {"emplois_min": ["10"], "emplois_max": ["50"], "emplois": ["renseigne"]}
    assert etabli.envois("demande")[-1]["etat"] == etat


def test_dans_ou_hors_d_un_territoire_est_l_un_de_trois_choix(etabli):
    etabli.page.get_by_text("Hors territoire").click()
    etabli.page.get_by_text("Tous", exact=True).click()
    assert [envoi["etat"] for envoi in etabli.envois("demande")] == [{"dans_ti": ["non"]}, {}]


def test_un_filtre_secondaire_d_un_lien_n_est_pas_cache(etabli):
    etabli.recevoir(donnees(epci=["200000003"]))
    assert facette(etabli, "EPCI 1 filtre actif").is_visible()


def test_une_liste_a_soi_ajoute_ses_noms(etabli):
    envoi = {**donnees(), "ajouts": {"filiere": [["Horlogerie", "Horlogerie"]]}}
    etabli.recevoir({**envoi, "comptes": {"filiere": "+4 5"}})
    facette(etabli, "Filière").click()
    assert case(etabli, "Horlogerie 5").is_visible()


def test_un_telephone_garde_le_texte_un_bouton_et_un_panneau_large_comme_la_page(etabli):
    etabli.page.set_viewport_size({"width": 390, "height": 844})
    assert not facette(etabli, "Filière").is_visible()
    facette(etabli, "Filtres").click()
    facette(etabli, "Filière").click()
    assert etabli.page.locator(".atlas-filtre-volet:visible").bounding_box()["width"] > 360
    assert etabli.page.evaluate("document.documentElement.scrollWidth") <= 390
