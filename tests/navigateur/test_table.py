"""The table of the page « Projets » under a hand: order, selection, keys, columns, and what opens."""

from __future__ import annotations

import re

import numpy as np
import pytest

from geo.filtre.bits import bits
from pages.projets import table as composant
from pages.projets.coches import gestes
from pages.projets.table import MARQUES
from tests.navigateur.etabli import Etabli

HOSTILE = "<img src=x onerror=window.pirate=1>"
NOMS = ["Élan", "zinc & Cie", "Eau pure", None, "eau douce", HOSTILE]
EMPLOIS = [10, 9, None, 100, None, 0]
STADES = ["Étude", "Lauréat", "En service"]
MILLE = 200_000


def colonne(nom, libelle, sorte, valeurs, **plus):
    return {"nom": nom, "libelle": libelle, "sorte": sorte, "valeurs": valeurs, **plus}


def fichier(n, **valeurs):
    """A column file; values that are not given are empty."""
    vides = [None] * n
    return {
        "n": n,
        "colonnes": [
            colonne("id", "", "texte", [f"{valeurs.get('prefixe', 'p')}-{i}" for i in range(n)]),
            colonne("entreprise", "Entreprise", "texte", valeurs["entreprise"]),
            colonne("objet", "Objet", "texte", valeurs.get("objet", vides)),
            colonne("stade", "Stade", "rang", valeurs.get("stade", vides), noms=STADES, ordre=True),
            colonne("mois", "Date", "mois", valeurs.get("mois", vides)),
            colonne("emplois", "Emplois", "nombre", valeurs.get("emplois", vides)),
            colonne("source", "", "rang", [0] * n, noms=[valeurs.get("source", "france_relance")]),
        ],
    }


PETIT = fichier(
    6,
    entreprise=NOMS,
    emplois=EMPLOIS,
    stade=[2, 0, 1, None, 1, 2],
    mois=["2021-03", "2020-12", None, "2021-01", "2021-03", "2022-02"],
)
LISTE = fichier(2, entreprise=["Atelier à moi", "Mon atelier"], source="liste", prefixe="l")
GRAND = fichier(MILLE, entreprise=[f"Usine {(i * 7919) % MILLE}" for i in range(MILLE)])
FICHIERS = {"petit.json": PETIT, "liste.json": LISTE, "grand.json": GRAND}


def donnees(*noms, visibles=None, tri="", colonnes=("entreprise", "stade", "mois", "emplois"), coches=""):
    return {
        "adresses": [f"./app/static/couches/{nom}.json" for nom in noms or ["petit"]],
        "visibles": None if visibles is None else bits(np.array(visibles)),
        "tri": tri,
        "colonnes": list(colonnes),
        "titre": "Projets de la sélection",
        "marques": MARQUES,
        "coches": coches,
        "rang": 0,
        "seules": False,
    }


@pytest.fixture
def etabli(navigateur):
    page = navigateur.new_page(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page.set_default_timeout(10_000)
    essai = Etabli(page, script="projets/table/table.js", html=composant.HTML, fichiers=FICHIERS)
    yield essai
    assert essai.plaintes == []
    page.close()


def colonne_montree(etabli, place):
    """The texts of a column behind that of the ticks, from top to bottom."""
    rangees = etabli.page.locator(f".atlas-projets-corps [role=row] > :nth-child({place + 1})")
    return [texte.strip() for texte in rangees.all_inner_texts()]


def grille(etabli):
    return etabli.page.get_by_role("grid", name="Projets de la sélection")


def annonce(etabli, nom):
    return etabli.page.locator(".atlas-projets").get_attribute(f"data-{nom}")


def test_sans_ordre_les_lignes_sont_dans_celui_du_fichier(etabli):
    etabli.recevoir(donnees())
    assert colonne_montree(etabli, 1) == ["Élan", "zinc & Cie", "Eau pure", "–", "eau douce", HOSTILE]
    assert (annonce(etabli, "lignes"), annonce(etabli, "tri")) == ("6", "")


@pytest.mark.parametrize(
    ("tri", "attendu"),
    [
        ("entreprise", [HOSTILE, "eau douce", "Eau pure", "Élan", "zinc & Cie", "–"]),
        ("-entreprise", ["zinc & Cie", "Élan", "Eau pure", "eau douce", HOSTILE, "–"]),
    ],
)
def test_les_noms_sont_dans_l_ordre_francais_et_les_vides_en_dernier_dans_les_deux_sens(etabli, tri, attendu):
    etabli.recevoir(donnees(tri=tri))
    assert colonne_montree(etabli, 1) == attendu


@pytest.mark.parametrize(
    ("tri", "attendu"),
    [("emplois", ["0", "9", "10", "100", "–", "–"]), ("-emplois", ["100", "10", "9", "0", "–", "–"])],
)
def test_les_nombres_sont_dans_l_ordre_des_nombres(etabli, tri, attendu):
    etabli.recevoir(donnees(tri=tri))
    assert colonne_montree(etabli, 4) == attendu


def test_un_stade_est_dans_l_ordre_de_son_vocabulaire(etabli):
    etabli.recevoir(donnees(tri="stade"))
    attendu = ["Étude", "Lauréat", "Lauréat", "En service", "En service", "–"]
    assert colonne_montree(etabli, 2) == attendu


def test_les_mois_sont_dans_l_ordre_du_temps_et_se_lisent_en_francais(etabli):
    etabli.recevoir(donnees(tri="-mois"))
    assert colonne_montree(etabli, 3)[:3] == ["févr. 2022", "mars 2021", "mars 2021"]


def test_un_ordre_qu_aucune_colonne_n_a_est_celui_du_fichier(etabli):
    etabli.recevoir(donnees(tri="-inconnue"))
    assert colonne_montree(etabli, 1)[0] == "Élan"


def test_seules_les_lignes_visibles_sont_montrees_et_le_compte_le_dit(etabli):
    etabli.recevoir(donnees(visibles=[True, False, False, False, True, False], tri="entreprise"))
    assert colonne_montree(etabli, 1) == ["eau douce", "Élan"]
    assert etabli.page.locator(".atlas-projets-compte").inner_text() == "2\u202fprojets"
    assert grille(etabli).get_attribute("aria-rowcount") == "3"


def test_sans_projet_la_table_dit_quoi_faire_ensuite(etabli):
    etabli.recevoir(donnees(visibles=[False] * 6))
    assert etabli.page.get_by_text("0 projet : aucun projet ne répond à ces filtres").is_visible()
    assert annonce(etabli, "lignes") == "0"


def test_un_entete_trie_aussitot_le_dit_et_s_inverse(etabli):
    etabli.recevoir(donnees())
    tete = etabli.page.get_by_role("columnheader", name="Emplois")
    tete.get_by_role("button").click()
    assert colonne_montree(etabli, 4)[0] == "0"
    assert tete.get_attribute("aria-sort") == "ascending"
    tete.get_by_role("button").click()
    assert etabli.envois("tri") == ["emplois", "-emplois"]


def test_une_execution_qui_repete_un_vieil_ordre_ne_defait_pas_un_appui(etabli):
    etabli.recevoir(donnees())
    etabli.page.get_by_role("columnheader", name="Emplois").get_by_role("button").click()
    etabli.recevoir(donnees())
    assert annonce(etabli, "tri") == "emplois"


def test_un_appui_ouvre_le_projet_de_la_ligne(etabli):
    etabli.recevoir(donnees(tri="entreprise"))
    etabli.page.get_by_text("Eau pure").click()
    assert etabli.envois("ouvrir") == ["p-2"]


def test_le_clavier_parcourt_et_entree_ouvre(etabli):
    etabli.recevoir(donnees())
    grille(etabli).focus()
    for touche in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter", "End", "Enter"):
        etabli.page.keyboard.press(touche)
    assert etabli.envois("ouvrir") == ["p-1", "p-5"]
    active = grille(etabli).get_attribute("aria-activedescendant")
    assert etabli.page.locator(f"#{active}").get_attribute("aria-selected") == "true"


def test_les_colonnes_se_choisissent_et_l_une_reste_toujours(etabli):
    etabli.recevoir(donnees(colonnes=["entreprise", "emplois"]))
    etabli.page.get_by_role("button", name="Colonnes").click()
    etabli.page.get_by_role("checkbox", name="Emplois").click()
    assert etabli.envois("colonnes") == [["entreprise"]]
    assert etabli.page.get_by_role("columnheader").all_inner_texts() == ["", "Entreprise"]
    assert etabli.page.get_by_role("checkbox", name="Entreprise").is_disabled()


def test_des_colonnes_inconnues_les_laissent_toutes(etabli):
    etabli.recevoir(donnees(colonnes=["inconnue"]))
    tetes = etabli.page.get_by_role("columnheader").all_inner_texts()
    assert tetes == ["", "Entreprise", "Objet", "Stade", "Date", "Emplois"]


def test_un_nom_est_du_texte(etabli):
    etabli.recevoir(donnees())
    assert etabli.page.evaluate("window.pirate") is None


def test_les_lignes_du_lecteur_suivent_et_disent_d_ou_elles_viennent(etabli):
    etabli.recevoir(donnees("petit", "liste", visibles=[False] * 6 + [True] * 2))
    assert [nom.split("\n") for nom in colonne_montree(etabli, 1)] == [
        ["Atelier à moi", "Mes projets"],
        ["Mon atelier", "Mes projets"],
    ]
    etabli.page.get_by_text("Mon atelier").click()
    assert etabli.envois("ouvrir") == ["l-1"]


def test_de_200_000_lignes_seules_les_visibles_sont_dessinees_et_la_derniere_s_atteint(etabli):
    etabli.recevoir(donnees("grand", tri="-entreprise"))
    assert etabli.page.locator(".atlas-projets-corps [role=row]").count() < 60
    assert grille(etabli).get_attribute("aria-rowcount") == "200001"
    grille(etabli).focus()
    etabli.page.keyboard.press("End")
    derniere = etabli.page.locator("[aria-rowindex='200001']")
    assert derniere.locator("[role=gridcell]").nth(1).inner_text() == "Usine 0"
    assert derniere.bounding_box()["y"] + 54 <= etabli.page.viewport_size["height"]


def test_un_fichier_qui_ne_vient_pas_est_dit_et_peut_etre_redemande(etabli):
    etabli.refus.add("petit.json")
    etabli.recevoir(donnees())
    assert etabli.page.get_by_text("Le tableau n’a pas pu être chargé.").is_visible()
    etabli.refus.clear()
    etabli.page.get_by_role("button", name="Réessayer").click()
    etabli.page.get_by_role("grid").wait_for()
    assert annonce(etabli, "lignes") == "6"


def test_sur_un_telephone_une_ligne_est_une_carte_et_l_ordre_une_liste(etabli):
    etabli.page.set_viewport_size({"width": 390, "height": 844})
    etabli.recevoir(donnees())
    etabli.page.get_by_label("Trier par").select_option("emplois")
    etabli.page.get_by_role("button", name="Ordre croissant : inverser").click()
    assert etabli.envois("tri") == ["emplois", "-emplois"]
    assert colonne_montree(etabli, 3)[0] == "janv. 2021 · emplois : 100"
    assert etabli.page.evaluate("document.documentElement.scrollWidth") <= 390


def ecouter_les_coches(etabli):
    """What the page hears of the ticks (`pages.projets.coches`), kept aside."""
    etabli.page.evaluate(
        "window.entendus = [];"
        "window.atlasCoches = {setTriggerValue: (nom, valeur) => window.entendus.push([nom, valeur])}"
    )


def entendus(etabli):
    return etabli.page.evaluate("window.entendus")


def case(etabli, nom):
    return etabli.page.get_by_role("checkbox", name=f"Cocher {nom}", exact=True)


def barre(etabli):
    return etabli.page.get_by_role("group", name="Projets cochés")


def test_une_coche_se_voit_aussitot_part_avec_son_rang_et_n_ouvre_rien(etabli):
    etabli.recevoir(donnees())
    ecouter_les_coches(etabli)
    case(etabli, "Eau pure").click()
    case(etabli, "Élan").click()
    assert entendus(etabli) == [
        ["coches", {"coches": "2", "rang": 1}],
        ["coches", {"coches": "0 2", "rang": 2}],
    ]
    assert barre(etabli).get_by_role("status").inner_text() == "2\u202fprojets cochés"
    assert etabli.envois("ouvrir") == []


def test_espace_coche_la_ligne_du_clavier_et_maj_espace_coche_jusque_la(etabli):
    etabli.recevoir(donnees())
    ecouter_les_coches(etabli)
    grille(etabli).focus()
    for touche in ("ArrowDown", "Space", "ArrowDown", "ArrowDown", "Shift+Space"):
        etabli.page.keyboard.press(touche)
    assert entendus(etabli)[-1] == ["coches", {"coches": "1 2 3", "rang": 2}]


def test_tout_ce_qui_est_affiche_se_coche_et_se_decoche_d_un_coup(etabli):
    etabli.recevoir(donnees(visibles=[True, False, False, False, True, False], coches="1"))
    ecouter_les_coches(etabli)
    etabli.page.get_by_role("button", name="Cocher les 2 affichés").click()
    assert (
        barre(etabli).get_by_role("status").inner_text() == "3\u202fprojets cochés, dont 1 hors des filtres"
    )
    etabli.page.get_by_role("button", name="Décocher les 2 affichés").click()
    assert [envoi["coches"] for _, envoi in entendus(etabli)] == ["0 1 4", "1"]


def test_une_reponse_en_retard_ne_decoche_pas_ce_qui_vient_d_etre_coche(etabli):
    etabli.recevoir(donnees())
    ecouter_les_coches(etabli)
    case(etabli, "Eau pure").click()
    etabli.recevoir(donnees())
    assert annonce(etabli, "coches") == "1"


def test_plus_de_cent_coches_sont_des_bits(etabli):
    etabli.recevoir(donnees("grand"))
    ecouter_les_coches(etabli)
    etabli.page.get_by_role("button", name=re.compile("Cocher les 200")).click()
    ((_, envoi),) = entendus(etabli)
    assert len(gestes({"coches": envoi}, MILLE).coches) == MILLE


def test_sur_un_telephone_la_case_se_touche_sur_toute_la_hauteur_de_la_carte(etabli):
    etabli.page.set_viewport_size({"width": 390, "height": 844})
    etabli.recevoir(donnees(coches="2"))
    boite = etabli.page.locator(".atlas-projets-corps .atlas-projets-case").first.bounding_box()
    assert boite["width"] >= 44
    assert boite["height"] >= 44
    assert etabli.page.evaluate("document.documentElement.scrollWidth") <= 390
