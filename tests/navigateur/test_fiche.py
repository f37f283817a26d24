"""A sheet in a real browser: its link, its map, its keyboard, its phone, and what each choice costs."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from geo.territoires.changements import changements
from tests.navigateur.atelier import visiter

PLOUARET = (48.65, -3.47)
"""A place of Lannion-Trégor, the neighbour of Finistère."""

TELEPHONE = {"width": 390, "height": 844}
NOMS = """() => {
  const noms = [...document.querySelectorAll('.atlas-groupement > *')];
  const vus = noms.filter(n => getComputedStyle(n).visibility === 'visible');
  const boites = vus.map(n => n.getBoundingClientRect());
  return [boites.map(b => [b.left, b.top, b.right, b.bottom]), noms.length];
}"""
LIMITE_OCTETS = 20_000
DEBORD = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth)"""


def ouvrir(visite, chemin):
    """Open a sheet and wait for its map and its last part."""
    cadre = visite.carte(chemin)
    visite.page.get_by_text("Sources de cette fiche").wait_for()
    return cadre


def titre(visite, nom):
    visite.page.get_by_role("heading", level=1, name=nom, exact=True).wait_for()
    visite.au_calme()


def test_un_lien_retablit_territoire_millesime_et_reference_dans_un_autre_navigateur(visite):
    ouvrir(visite, "/territoire?ti=ti-5305&millesime=2020&reference=france")
    titre(visite, "Pays de Brest")
    carte = visite.page.locator(".atlas-vignettes article").first
    assert "sur 148" in carte.inner_text()
    assert "Bretagne" not in carte.inner_text()
    assert visite.page.title().startswith("Pays de Brest")
    assert visite.dehors == []
    assert visite.scripts_en_echec == []


def test_un_autre_millesime_d_un_territoire_qui_etait_trois_les_nomme(visite):
    ouvrir(visite, "/territoire?ti=ti-5313").evaluate("window.temoin = true")
    visite.page.get_by_role("radio", name="2020").click()
    titre(visite, "Pays de Brest")
    visite.page.get_by_text("Pays de Brest, Pays de Quimper et Pays de Morlaix").wait_for()
    assert "ti=ti-5305" in visite.page.url
    assert visite.cadre().evaluate("window.temoin")  # the frame was told another territory, not made anew
    assert visite.cadre().evaluate("document.title") == "Carte du territoire Pays de Brest"
    visite.page.go_back()
    titre(visite, "Finistère")


def test_un_autre_millesime_d_un_territoire_divise_ouvre_sa_plus_grande_part_et_les_nomme(visite, atlas):
    table = changements(atlas, avant=2022, apres=2023).set_index("id_avant")
    assert table.loc["ti-8411", "sorte"] == "scindé"
    ouvrir(visite, "/territoire?ti=ti-8411&millesime=2022")
    visite.page.get_by_role("radio", name="2023").click()
    titre(visite, "Roannais Forez")
    visite.page.get_by_text("Roannais Forez et Beaujolais").wait_for()
    assert "ti=ti-8417&millesime=2023" in visite.page.url
    visite.page.get_by_text("Un territoire plus grand, partagé depuis.").first.wait_for()


def test_un_autre_millesime_coute_moins_de_20_ko(visite):
    ouvrir(visite, "/territoire?ti=ti-9301")
    avant = sum(visite.recus)
    visite.page.get_by_role("radio", name="2022").click()
    visite.page.wait_for_url("**/territoire?ti=ti-9301&millesime=2022")
    visite.au_calme()
    assert 0 < sum(visite.recus) - avant < LIMITE_OCTETS


def test_un_voisin_ouvre_sa_fiche_depuis_son_titre_sans_recharger_la_page(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.evaluate("window.temoin = true")
    visite.page.get_by_role("link", name="Lannion-Trégor").first.click()
    titre(visite, "Lannion-Trégor")
    visite.page.wait_for_url("**/territoire?ti=ti-5304")
    visite.page.locator(":focus", has_text=re.compile("^Lannion-Trégor$")).wait_for()
    assert visite.page.evaluate("window.temoin")
    visite.page.go_back()
    titre(visite, "Finistère")


def test_la_phrase_de_la_fiche_change_avec_le_millesime(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    phrase = visite.page.locator(".atlas-entete-phrase")
    assert "compte peu de projets France Relance pour sa population (0,21" in phrase.inner_text()
    visite.page.get_by_role("radio", name="2020").click()
    titre(visite, "Pays de Brest")
    assert phrase.inner_text().startswith("Pays de Brest ")


def test_comparer_a_ce_voisin_ouvre_les_deux_cote_a_cote_sans_recharger(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.evaluate("window.temoin = true")
    visite.page.get_by_role("link", name="comparer à ce voisin").first.click()
    visite.page.wait_for_url(re.compile("/comparer.objets=ti-5313(,|%2C)ti-5304"))
    visite.page.locator(".atlas-comparer").wait_for()
    assert visite.page.evaluate("window.temoin")


@pytest.mark.parametrize(
    ("choix", "mot", "nom"),
    [
        ("Ses voisins", "voisins", "Alsace centrale"),
        ("Des territoires de même profil", "profil", "Choletais-Mauges"),
        ("Ses départements", "departement", "Bas-Rhin"),
    ],
)
def test_voisins_profil_et_departement_sont_parmi_les_choix(visite, choix, mot, nom):
    ouvrir(visite, "/territoire?ti=ti-4401")
    visite.page.get_by_role("combobox", name="Comparer à").click()
    visite.page.get_by_role("option", name=choix, exact=True).click()
    visite.page.wait_for_url(f"**/territoire?ti=ti-4401&reference={mot}")
    visite.page.locator(".atlas-vignettes article", has_text=nom).first.wait_for()


def test_un_lien_de_l_histoire_ouvre_la_fiche_de_ce_millesime(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.get_by_role("link", name="Pays de Morlaix").focus()
    visite.page.keyboard.press("Enter")
    titre(visite, "Pays de Morlaix")
    visite.page.wait_for_url("**millesime=2020")


def test_un_identifiant_retire_mene_a_sa_fiche_par_un_lien(visite):
    visite.aller("/territoire?ti=ti-5305")
    visite.page.get_by_role("link", name="Pays de Brest").click()
    titre(visite, "Pays de Brest")
    visite.page.locator("iframe.stCustomComponentV1").wait_for()


def test_un_lien_ouvert_dans_un_onglet_laisse_la_fiche_ou_elle_est(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    with visite.contexte.expect_page() as ailleurs:
        visite.page.get_by_role("link", name="Lannion-Trégor").first.click(modifiers=["Control"])
    ailleurs.value.get_by_role("heading", level=1, name="Lannion-Trégor").wait_for()
    titre(visite, "Finistère")


def test_un_clic_sur_la_carte_ouvre_la_fiche_de_ce_territoire(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.locator("iframe.stCustomComponentV1").scroll_into_view_if_needed()
    visite.placer(*PLOUARET, 9)
    visite.cliquer(*PLOUARET)
    titre(visite, "Lannion-Trégor")
    visite.page.wait_for_url("**/territoire?ti=ti-5304")


def test_le_lien_vers_la_carte_garde_le_territoire(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.get_by_role("link", name="Voir sur la carte").click()
    visite.page.locator(".atlas-panneau", has_text="Finistère").wait_for()
    assert "ti=ti-5313" in visite.page.url


def test_la_liste_des_projets_coute_moins_de_20_kilooctets(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    avant = visite.poids()
    visite.deplier("Liste des 12\u202fprojets")
    visite.page.get_by_text("BONNETERIE LE MINOR").wait_for()
    visite.au_calme()
    assert 0 < visite.poids() - avant < LIMITE_OCTETS


def test_une_autre_reference_coute_moins_de_20_ko_et_laisse_la_carte(visite):
    cadre = ouvrir(visite, "/territoire?ti=ti-5313")
    dessins = cadre.evaluate("document.body.dataset.version")
    avant = visite.poids()
    visite.page.get_by_role("combobox", name="Comparer à").click()
    visite.page.get_by_role("option", name="La France", exact=True).click()
    visite.page.wait_for_url("**/territoire?ti=ti-5313&reference=france")
    visite.au_calme()
    assert 0 < visite.poids() - avant < LIMITE_OCTETS
    assert "Bretagne" not in visite.page.locator(".atlas-vignettes").inner_text()
    assert cadre.evaluate("document.body.dataset.version") == dessins


def test_le_clavier_ouvre_la_formule_d_un_chiffre(visite):
    ouvrir(visite, "/territoire?ti=ti-5313")
    visite.page.locator(".atlas-vignettes summary", has_text="Taux de chômage").focus()
    visite.page.keyboard.press("Enter")
    visite.page.get_by_text(re.compile("^Calculé.*Moyenne des taux du 3e trimestre 2023")).wait_for()


@pytest.mark.parametrize("chemin", ["/territoire?ti=ti-5313", "/territoire?ti=ti-9999", "/territoire"])
def test_rien_n_est_plus_large_qu_un_telephone(navigateur, serveur, chemin):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        visite.aller(chemin).get_by_role("radio", name="2021").wait_for()
        visite.au_calme()
        assert max(visite.page.evaluate(DEBORD)) <= 0


def test_sur_un_telephone_la_carte_precede_les_chiffres_et_eux_les_projets(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        ouvrir(visite, "/territoire?ti=ti-5313")
        hauts = [
            visite.page.locator(lieu).first.bounding_box()["y"]
            for lieu in ("iframe.stCustomComponentV1", ".atlas-vignettes", ".atlas-repartitions")
        ]
        assert hauts == sorted(hauts)


def test_les_noms_de_groupements_ne_se_recouvrent_jamais_sur_un_telephone(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        cadre = ouvrir(visite, "/territoire?ti=ti-9301")
        cadre.locator(".atlas-groupement > *:visible").first.wait_for()
        vus, tous = cadre.evaluate(NOMS)
        assert 0 < len(vus) < tous
        assert not any(couvre(un, autre) for un, autre in combinations(vus, 2))


def couvre(un, autre):
    """Whether two boxes (left, top, right, bottom) share a place."""
    return un[0] < autre[2] and autre[0] < un[2] and un[1] < autre[3] and autre[1] < un[3]


def test_sans_choix_la_page_montre_tous_les_territoires_et_rien_a_telecharger(visite):
    visite.aller("/territoire")
    visite.page.locator(".atlas-tous-les-territoires").wait_for()
    visite.au_calme()
    assert visite.page.locator(".atlas-tous-les-territoires a").count() >= 146
    assert not visite.page.get_by_role("button", name="Télécharger").is_visible()
    visite.page.locator(".atlas-tous-les-territoires").get_by_role("link", name="Nord Cotentin").click()
    visite.page.get_by_role("heading", level=1, name="Nord Cotentin").wait_for()
