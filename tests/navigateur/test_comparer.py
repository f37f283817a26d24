"""« Comparer » in a real browser: five objects from a link, one more chosen, one taken away, the phone."""

from __future__ import annotations

import csv
import re

from geo.indicateurs.catalogue import INDICATEURS
from tests.navigateur.atelier import visiter

LIEN = "/comparer?objets=ti-2806,region-28,epci-242900314,tous-les-ti,france"
TELEPHONE = {"width": 390, "height": 844}


def ouvrir(visite, chemin):
    visite.aller(chemin)
    visite.page.get_by_role("heading", level=1, name="Comparer").wait_for()
    visite.page.locator(".atlas-comparer, .atlas-comparer-exemples").first.wait_for()
    visite.au_calme()


def tetes(visite):
    return [
        texte.split("\n")[0]
        for texte in visite.page.locator(".atlas-comparer thead th").all_inner_texts()[1:]
    ]


def test_un_lien_compare_cinq_objets_de_cinq_sortes(visite):
    ouvrir(visite, LIEN)
    assert tetes(visite) == [
        "Nord Cotentin",
        "Normandie",
        "Brest Métropole",
        "Tous les territoires",
        "France",
    ]
    assert visite.page.get_by_role("region", name="Comparaison").locator("tbody tr").count() == 9
    visite.page.locator(".js-plotly-plot").wait_for()
    assert visite.page.get_by_text("Cette page s’est arrêtée").count() == 0
    assert visite.dehors == []
    assert visite.scripts_en_echec == []


def test_un_objet_retire_quitte_la_table_et_l_adresse(visite):
    ouvrir(visite, LIEN)
    visite.page.locator(".stMultiSelect").get_by_role("button", name=re.compile("Normandie")).click()
    visite.page.wait_for_url(lambda adresse: "region-28" not in adresse)
    visite.au_calme()
    assert tetes(visite) == ["Nord Cotentin", "Brest Métropole", "Tous les territoires", "France"]


def test_un_objet_se_choisit_par_son_nom(visite):
    ouvrir(visite, "/comparer?objets=france")
    champ = visite.page.get_by_role("combobox", name=re.compile("^Comparer"))
    champ.fill("finist")
    visite.page.get_by_role("option", name=re.compile("^Finistère · Territoire")).first.click()
    visite.page.wait_for_url(re.compile("ti-5313"))
    visite.au_calme()
    assert tetes(visite) == ["France", "Finistère"]


def test_un_voisin_propose_prend_place_d_une_pression(visite):
    ouvrir(visite, "/comparer?objets=ti-4401")
    visite.page.get_by_text(re.compile("^Voisin.: Moselle Est")).click()
    visite.page.wait_for_url(re.compile("ti-4401(,|%2C)ti-"))
    visite.au_calme()
    assert tetes(visite)[1] == "Moselle Est"


def test_le_premier_exemple_est_un_territoire_et_ses_voisins(visite):
    ouvrir(visite, "/comparer")
    premier = visite.page.locator(".atlas-comparer-exemples a").first
    nom = premier.inner_text().removesuffix(" et ses voisins")
    premier.click()
    visite.page.locator(".atlas-comparer").wait_for()
    assert tetes(visite)[0] == nom


def test_les_ecarts_et_le_graphique_reviennent_du_lien(visite):
    ouvrir(visite, f"{LIEN}&vue=ecarts&indicateur=chomage")
    assert "× 2,05" in visite.page.locator(".atlas-comparer").inner_text()
    visite.page.get_by_role("heading", level=3, name="Taux de chômage").wait_for()


def test_le_tableau_s_emporte_tel_quel(visite):
    ouvrir(visite, LIEN)
    with visite.page.expect_download() as attente:
        visite.page.get_by_role("button", name="Télécharger le tableau (CSV)").click()
    texte = attente.value.path().read_text(encoding="utf-8-sig")
    lignes = list(csv.reader(texte.splitlines(), delimiter=";"))
    assert lignes.index([]) == 1 + len(INDICATEURS) * 5
    assert any("objets=ti-2806,region-28" in "".join(ligne) for ligne in lignes)


def test_le_panneau_de_la_carte_et_la_fiche_menent_a_une_comparaison(visite):
    visite.carte("/territoire?ti=ti-2806")
    visite.page.get_by_role("link", name=re.compile("Comparer")).last.click()
    visite.page.locator(".atlas-comparer").wait_for()
    assert tetes(visite) == ["Nord Cotentin", "Normandie", "France"]


def test_une_page_ne_cherche_pas_son_serveur_sous_son_propre_nom(visite):
    ouvrir(visite, LIEN)
    assert [d for d in visite.demandes if "/comparer/" in d] == []
    assert [d for d in visite.demandes if "/_stcore/health" in d]


COUPEES = """() => [...document.querySelectorAll('.atlas-comparer tbody :is(td, th)')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth + 1).length"""


def test_sur_un_telephone_cinq_lieux_se_lisent_sans_rien_couper(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        ouvrir(visite, LIEN)
        assert visite.page.evaluate(COUPEES) == 0
        case = visite.page.locator(".atlas-comparer tbody td").first
        assert case.evaluate("e => getComputedStyle(e, '::before').content") == '"Nord Cotentin"'
        table = visite.page.get_by_role("table", name="Les indicateurs côte à côte")
        assert table.get_by_role("row").count() == 10
