"""Taking files and links away in a real browser: the files are read back and compared with the screen."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from francais import nombre
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import territoire_reference
from tests.navigateur.atelier import visiter

ECRAN = {"width": 1400, "height": 900}
LIMITE_OCTETS = 20_000
FENETRE = '[data-testid="stPopoverBody"]'


def ouvrir_la_fenetre(visite):
    visite.page.get_by_role("button", name="Télécharger").first.click()
    visite.page.locator(FENETRE).get_by_role("button", name="Carte (SVG").wait_for()


def emporter(visite, bouton):
    """Press a button of the window; name and bytes of the file that comes."""
    with visite.page.expect_download() as attendu:
        visite.page.locator(FENETRE).get_by_role("button", name=bouton).click()
    fichier = attendu.value
    return fichier.suggested_filename, fichier.path().read_bytes()


def test_la_fiche_d_un_territoire_dit_son_nom_et_les_chiffres_de_l_ecran(visite, atlas):
    visite.aller("/territoire?ti=ti-2806").locator(".atlas-vignettes").wait_for()
    ecran = visite.page.locator(".atlas-vignettes").inner_text()
    ouvrir_la_fenetre(visite)
    nom, octets = emporter(visite, "Fiche A4 (PDF)")
    assert nom == "fiche-nord-cotentin-2021.pdf"
    lu = PdfReader(io.BytesIO(octets)).pages[0].extract_text()
    assert "Nord Cotentin" in lu
    for cle, indicateur in INDICATEURS.items():
        mesure = territoire_reference(atlas, millesime=2021, id_ti="ti-2806", cle=cle)
        chiffre = nombre(mesure.valeur, indicateur.decimales)
        assert chiffre in ecran, cle
        assert chiffre in lu, cle


def test_la_fenetre_suit_les_choix_de_la_page(visite):
    visite.aller("/territoire?ti=ti-2806").get_by_role("radio", name="2023").click()
    visite.page.get_by_role("heading", level=1, name="Cotentin", exact=True).wait_for()
    visite.page.wait_for_url("**millesime=2023")
    ouvrir_la_fenetre(visite)
    nom, octets = emporter(visite, "Carte (SVG")
    assert nom == "carte-cotentin-2023.svg"
    assert "<!-- Cotentin -->" in octets.decode()


def test_l_image_de_la_carte_a_300_points_par_pouce_et_la_legende_de_l_ecran(visite):
    cadre = visite.carte("/?couleur=chomage")
    ecran = cadre.locator(".atlas-legende").inner_text()
    ouvrir_la_fenetre(visite)
    nom, octets = emporter(visite, "Carte (PNG")
    assert nom == "carte-france-taux-de-chomage-2021.png"
    assert Image.open(io.BytesIO(octets)).info["dpi"] == pytest.approx((300, 300), abs=0.01)
    _, svg = emporter(visite, "Carte (SVG")
    entrees = [m.partition(" -->")[0] for m in svg.decode().split("<!-- ") if " à " in m.partition(" -->")[0]]
    classes = [entree.rpartition(" (") for entree in entrees if entree.endswith(")") and entree[0].isdigit()]
    assert len(classes) == 5
    for texte, _, effectif in classes:
        assert f"{texte}\n{effectif[:-1]}" in ecran


def test_le_lien_est_copie_et_c_est_dit(visite):
    visite.contexte.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visite.aller("/region?code=53&millesime=2022")
    page.get_by_role("button", name="Copier le lien").click()
    page.get_by_role("status").filter(has_text="Lien copié").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "code=53" in page.url
    assert "millesime=2022" in page.url


def test_sans_presse_papiers_le_lien_se_montre_pret_a_etre_copie(visite):
    visite.jetable = True
    visite.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});document.execCommand = () => false"
    )
    page = visite.aller("/france")
    page.get_by_role("button", name="Copier le lien").click()
    champ = page.get_by_role("textbox", name="Adresse de cette page, à copier")
    assert champ.input_value() == page.url
    assert champ.evaluate("c => c.selectionEnd - c.selectionStart") == len(page.url)


def test_un_fichier_impossible_a_faire_est_dit_en_francais(visite):
    page = visite.aller("/territoire?ti=ti-2806")
    ouvrir_la_fenetre(visite)
    page.evaluate(
        """() => {
          const alerte = document.createElement("div");
          alerte.dataset.testid = "stDownloadButtonError";
          alerte.innerHTML = "<p>Failed to generate file for download</p>";
          document.querySelector('[data-testid="stPopoverBody"]').append(alerte);
        }"""
    )
    page.get_by_text("Ce fichier n’a pas pu être fait.").wait_for()


IMMOBILE = """() => {
  const places = JSON.stringify([...document.querySelectorAll(".st-key-emporter button, .stPageLink, h1")]
    .map(e => e.getBoundingClientRect()));
  window.immobile = window.places === places ? window.immobile + 1 : 0;
  window.places = places;
  return window.immobile > 20;
}"""
"""Whether what is measured has kept its place for a second: the page is laid out in several goes."""


@pytest.mark.parametrize("chemin", ["/territoire?ti=ti-2806", "/region?code=53", "/france", "/comparer"])
@pytest.mark.parametrize("largeur", [1400, 390])
def test_les_boutons_ne_couvrent_ni_le_titre_ni_un_choix(navigateur, serveur, chemin, largeur):
    with visiter(navigateur, serveur, viewport={**ECRAN, "width": largeur}) as visite:
        page = visite.aller(chemin)
        page.locator("h1").wait_for()
        page.locator(".atlas-copier button").wait_for()
        visite.au_calme()
        page.wait_for_function(IMMOBILE, polling=50)
        boites = page.evaluate(
            """() => {
              const boite = e => (b => [b.left, b.top, b.right, b.bottom])(e.getBoundingClientRect());
              const titre = document.createRange();
              titre.selectNodeContents(document.querySelector("h1"));
              const choix = [...document.querySelectorAll(
                ".stSelectbox, .stMultiSelect, .stButtonGroup [role=radio], .stPageLink")];
              return [[...document.querySelectorAll(".st-key-emporter button")].map(boite),
                      [titre, ...choix].map(boite)];
            }"""
        )
        boutons, autres = boites
        assert boutons
        assert not [(b, a) for b in boutons for a in autres if couvre(b, a)]
        assert all(b[0] >= 0 and b[2] <= largeur for b in boutons)


def couvre(un, autre):
    """Whether two boxes (left, top, right, bottom) share a place."""
    return un[0] < autre[2] and autre[0] < un[2] and un[1] < autre[3] and autre[1] < un[3]


def test_ouvrir_la_fenetre_coute_moins_de_20_ko(visite):
    visite.aller("/region?code=53").locator(".atlas-region-chiffres").wait_for()
    visite.au_calme()
    avant = visite.poids()
    ouvrir_la_fenetre(visite)
    visite.au_calme()
    assert 0 < visite.poids() - avant < LIMITE_OCTETS


def test_les_pages_sans_place_en_tete_sont_comptees_en_francais(visite):
    page = visite.aller("/seance")
    for largeur in (900, 780):
        page.set_viewport_size({**ECRAN, "width": largeur})
        page.locator('[data-testid="stTopNavSection"]').filter(has_text="autres").wait_for()
