"""« Région » in a real browser: five kinds of région from a link, a choice, a press on the map, a phone."""

from __future__ import annotations

import pytest

from data import chargement
from geo.territoires.regions import projets_de
from tests.navigateur.atelier import visiter

ATLAS = chargement.atlas()
PLOUARET = (48.62, -3.48)
"""A place of Lannion-Trégor, away from every project."""

TELEPHONE = {"width": 390, "height": 844}
LIMITE_OCTETS = 20_000
DEBORD = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stApp"]')]
  .map(e => e.scrollWidth - e.clientWidth)"""


def ouvrir(visite, chemin):
    """Open the page and wait for its map and its last part."""
    cadre = visite.carte(chemin)
    visite.page.get_by_role("heading", level=2, name="Projets mis en avant").wait_for()
    visite.au_calme()
    return cadre


@pytest.mark.parametrize(
    ("code", "nom"),
    [
        ("53", "Bretagne"),
        ("04", "La Réunion"),
        ("94", "Corse"),
        ("32", "Hauts-de-France"),
        ("OM", "Outre-mer"),
    ],
)
def test_un_lien_dessine_les_projets_de_la_region_dans_et_hors_territoires(visite, code, nom):
    cadre = ouvrir(visite, f"/region?code={code}")
    visite.page.get_by_role("heading", level=1, name=nom).wait_for()
    siens = projets_de(ATLAS, code)
    places = siens[siens["latitude"].notna()]
    dans = int(places["id_ti_2021"].notna().sum())
    legende = cadre.locator(".atlas-legende").inner_text()
    assert cadre.evaluate("document.body.dataset.visibles") == str(len(places))
    assert f"Dans un territoire\n{dans}" in legende
    assert f"Hors des territoires\n{len(places) - dans}" in legende
    assert visite.dehors == []
    assert visite.scripts_en_echec == []


def test_la_phrase_est_celle_de_la_region_choisie(visite):
    ouvrir(visite, "/region?code=53")
    phrase = visite.page.locator(".atlas-entete-phrase")
    assert phrase.inner_text().startswith("La Bretagne compte peu de projets France Relance")
    visite.page.get_by_role("combobox", name="Région", exact=True).click()
    visite.page.get_by_role("option", name="Corse").click()
    visite.page.locator(".atlas-entete-phrase", has_text="La Corse").wait_for()


def test_une_autre_region_se_dessine_dans_le_meme_cadre_et_s_ecrit_dans_l_adresse(visite):
    cadre = ouvrir(visite, "/region?code=53")
    visite.page.get_by_role("combobox", name="Région", exact=True).click()
    visite.page.get_by_role("option", name="Corse").click()
    visite.page.wait_for_url("**/region?code=94")
    cadre.wait_for_function("document.body.dataset.visibles === '14'")
    assert cadre.evaluate("document.title") == "Carte des projets\u00a0: Corse"


def test_un_autre_classement_laisse_la_carte_et_pese_moins_de_20_ko(visite):
    cadre = ouvrir(visite, "/region?code=84")
    dessins = cadre.evaluate("document.body.dataset.version")
    avant = visite.poids()
    visite.page.get_by_role("combobox", name="Classer les territoires par").click()
    visite.page.get_by_role("option", name="Taux de chômage").click()
    visite.page.wait_for_url("**/region?code=84&tri=chomage")
    visite.au_calme()
    assert 0 < visite.poids() - avant < LIMITE_OCTETS
    assert cadre.evaluate("document.body.dataset.version") == dessins


def test_un_appui_sur_un_territoire_de_la_carte_ouvre_sa_fiche(visite):
    ouvrir(visite, "/region?code=53")
    visite.page.locator("iframe.stCustomComponentV1").scroll_into_view_if_needed()
    visite.placer(*PLOUARET, 9)
    visite.cliquer(*PLOUARET)
    visite.page.get_by_role("heading", level=1, name="Lannion-Trégor").wait_for()
    visite.page.wait_for_url("**/territoire?ti=ti-5304")


def test_sur_un_telephone_rien_n_est_plus_large_que_la_page_et_la_carte_precede_les_chiffres(
    navigateur, serveur
):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        ouvrir(visite, "/region?code=53")
        assert max(visite.page.evaluate(DEBORD)) <= 0
        hauts = [
            visite.page.locator(lieu).first.bounding_box()["y"]
            for lieu in (
                "iframe.stCustomComponentV1",
                ".atlas-region-chiffres",
                ".st-key-region-filieres-familles",
                ".atlas-classes",
            )
        ]
        assert hauts == sorted(hauts)


def test_les_filieres_ne_sont_dites_qu_une_fois_avant_que_le_detail_s_ouvre(visite):
    ouvrir(visite, "/region?code=53")
    assert visite.page.get_by_text("Agroalimentaire", exact=True).count() == 1


def test_sur_un_telephone_la_page_tient_en_moins_de_sept_ecrans(navigateur, serveur):
    with visiter(navigateur, serveur, viewport=TELEPHONE) as visite:
        ouvrir(visite, "/region?code=53")
        haut = visite.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        assert haut < 7 * TELEPHONE["height"]


@pytest.mark.parametrize("ecran", [{"width": 1280, "height": 800}, TELEPHONE], ids=["1280", "390"])
def test_le_sommaire_mene_a_une_partie_et_dit_ou_l_on_est(navigateur, serveur, ecran):
    with visiter(navigateur, serveur, viewport=ecran) as visite:
        ouvrir(visite, "/region?code=53")
        sommaire = visite.page.get_by_role("navigation", name="Sommaire")
        sommaire.get_by_role("link", name="Face à la référence").click()
        sommaire.locator("[aria-current=location]", has_text="Face à la référence").wait_for()
        titre = visite.page.get_by_role("heading", name="La région entière, face à la référence")
        bas = sommaire.bounding_box()["y"] + sommaire.bounding_box()["height"]
        assert bas - 1 <= titre.bounding_box()["y"] < bas + 60
        assert visite.page.url.endswith("/region?code=53")


def test_une_partie_s_ouvre_sans_rejouer_la_page(visite):
    cadre = ouvrir(visite, "/region?code=53")
    dessins = cadre.evaluate("document.body.dataset.version")
    visite.deplier("Les communes en tête")
    visite.page.locator(".st-key-region-communes .atlas-parts tbody tr").first.wait_for()
    assert cadre.evaluate("document.body.dataset.version") == dessins


CHIFFRES = """() => {
  const boites = (choix) => [...document.querySelectorAll(`.st-key-region-familles-0 ${choix}`)]
    .map((e) => e.getBoundingClientRect());
  const textes = boites('.textpoint text');
  const marques = [...boites('.bars .point path'), ...boites('.scatterlayer .points path')];
  return textes.flatMap((t) => marques.filter((m) => m.width && m.left < t.right - 1 && t.left + 1 < m.right
    && m.top < t.bottom - 4 && t.top + 4 < m.bottom)).length + 1000 * !textes.length + 1000 * !marques.length;
}"""


@pytest.mark.parametrize("code", ["53", "11", "94"])
def test_aucune_marque_ne_passe_sur_un_chiffre_des_filieres(visite, code):
    ouvrir(visite, f"/region?code={code}")
    visite.page.locator(".st-key-region-familles-0 .js-plotly-plot .textpoint").first.wait_for()
    assert visite.page.evaluate(CHIFFRES) == 0
