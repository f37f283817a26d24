"""The A4 sheet: read back from the file, it says what the screen says, on one page, with its letters."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pypdf import PdfReader

from exports.fiche.chiffres import CLES
from exports.fiche.contenu import contenu_region, contenu_territoire
from exports.fiche.entete import _sources
from exports.fiche.page import Page
from exports.fiche.pdf import debordements, fiche_region, fiche_territoire
from francais import NON_RENSEIGNE, nombre
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.territoires.regions import noms

ADRESSE = "https://atlas.exemple/territoire?ti=ti-2806"
COMMUNS = {"millesime": 2021, "adresse": ADRESSE, "jour": "2026-11-21"}


def plat(texte):
    """A text without its spaces, which a reader of PDF may set otherwise."""
    return "".join(texte.split())


@pytest.fixture(scope="module")
def octets(atlas):
    return fiche_territoire(atlas, id_ti="ti-2806", **COMMUNS)


@pytest.fixture(scope="module")
def lecteur(octets):
    return PdfReader(io.BytesIO(octets))


def test_one_page_of_a4(lecteur):
    assert len(lecteur.pages) == 1
    assert [float(c) * 25.4 / 72 for c in lecteur.pages[0].mediabox[2:]] == pytest.approx([210, 297], abs=0.1)


def test_title_and_language_are_told(lecteur):
    assert lecteur.metadata.title == "Nord Cotentin – Territoire d’industrie"
    catalogue = lecteur.trailer["/Root"]
    assert catalogue["/Lang"] == "fr-FR"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_map_has_an_alternative_text(lecteur):
    arbre = lecteur.trailer["/Root"]["/StructTreeRoot"].get_object()
    racine = arbre["/K"][0].get_object()
    textes = [noeud.get_object().get("/Alt", "") for noeud in racine["/K"]]
    assert any("Carte de Nord Cotentin" in texte for texte in textes)


def test_every_font_is_embedded(lecteur):
    polices = lecteur.pages[0]["/Resources"]["/Font"]
    assert len(polices) >= 2
    for police in polices.values():
        descendante = police.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendante["/FontDescriptor"].get_object()


def test_it_weighs_less_than_one_megabyte(octets):
    assert len(octets) < 1_000_000


def test_the_same_day_gives_the_same_bytes(atlas, octets):
    assert fiche_territoire(atlas, id_ti="ti-2806", **COMMUNS) == octets


def test_the_link_is_a_link_and_a_text(lecteur):
    liens = [a.get_object()["/A"]["/URI"] for a in lecteur.pages[0]["/Annots"] if "/A" in a.get_object()]
    assert set(liens) == {ADRESSE}
    assert ADRESSE in lecteur.pages[0].extract_text()


def test_sources_and_day_are_cited(lecteur):
    texte = plat(lecteur.pages[0].extract_text())
    assert "Fichedu21/11/2026" in texte
    assert "Sources,toutessousLicenceOuverte2.0:" in texte
    assert texte.count("miseàjour") >= 5


def test_sources_of_several_licences_name_each_theirs():
    dites = _sources(["Source : A, a – Licence Ouverte 2.0", "Source : B, b – ODbL"])
    assert dites == "Sources : A, a – Licence Ouverte 2.0 ; B, b – ODbL."


@pytest.mark.parametrize("cle", CLES)
def test_a_figure_read_back_is_that_of_the_screen(atlas, lecteur, cle):
    texte = plat(lecteur.pages[0].extract_text())
    quoi = INDICATEURS[cle]
    for objet in (Objet(sorte="ti", code="ti-2806"), Objet(sorte="region", code="28"), LA_FRANCE):
        valeur = mesure(atlas, objet=objet, millesime=2021, cle=cle).valeur
        assert plat(nombre(valeur, quoi.decimales)) in texte


def test_projects_and_groupements_are_counted_on_the_page(atlas, lecteur):
    fiche = atlas.fiche("ti-2806", 2021)
    texte = plat(lecteur.pages[0].extract_text())
    assert f"{len(fiche.projets)}projets,avril2022" in texte
    assert all(plat(nom) in texte for nom in fiche.groupements["libelle"])


def test_an_empty_figure_is_not_a_zero(atlas):
    chiffres = {c.cle: c for c in contenu_territoire(atlas, id_ti="ti-0101", millesime=2021).chiffres}
    assert chiffres["part_industrie"].valeur == NON_RENSEIGNE
    assert not chiffres["part_industrie"].unite
    assert not chiffres["part_industrie"].rang


@pytest.mark.parametrize(("id_ti", "unite"), [("ti-0302", "projet"), ("ti-2806", "projets")])
def test_the_unit_of_a_figure_agrees_with_it(atlas, id_ti, unite):
    assert contenu_territoire(atlas, id_ti=id_ti, millesime=2021).chiffres[0].unite == unite


def test_a_region_that_is_its_only_departement_is_said_once(atlas):
    precision = contenu_territoire(atlas, id_ti="ti-0101", millesime=2021).precision
    assert precision.count("Guadeloupe") == 1


def test_a_region_without_territories_has_no_empty_list(atlas):
    octets = fiche_region(atlas, code="06", **COMMUNS)
    texte = PdfReader(io.BytesIO(octets)).pages[0].extract_text()
    assert "Aucun territoire" in texte
    assert "Habitants" not in texte
    assert "Principaux projets" not in texte


def test_no_line_begins_with_a_mark_of_punctuation(atlas):
    """« ; » alone at the start of a line was seen on the sheets of Corse and of the overseas régions."""
    for code in ("94", "OM"):
        texte = PdfReader(io.BytesIO(fiche_region(atlas, code=code, **COMMUNS))).pages[0].extract_text()
        assert [ligne for ligne in texte.splitlines() if ligne.strip()[:1] in set(";:!?»")] == []


def test_an_interregional_territory_is_compared_with_its_regions(atlas):
    table = atlas.territoires_de(2021)
    id_ti = table.loc[table["regions"].str.contains(","), "id_ti"].iloc[0]
    references = contenu_territoire(atlas, id_ti=id_ti, millesime=2021).chiffres[0].references
    assert len(references) == 3


def test_no_box_of_a_territory_overflows(atlas):
    """The hard cases; `python -m bench.fiche` lays them all out."""
    table = atlas.territoires_de(2021)
    longs = table.loc[table["lib_ti"].str.len().nlargest(8).index, "id_ti"]
    nombreux = table.loc[(table["nb_epci"] + table["nb_communes_isolees"]).nlargest(6).index, "id_ti"]
    ailleurs = table.loc[table["regions"].str.startswith("0") | table["regions"].str.contains(","), "id_ti"]
    paris = table.loc[table["nb_ept"] > 0, "id_ti"]
    for id_ti in sorted({*longs, *nombreux, *ailleurs, *paris}):
        assert debordements(atlas, mot=id_ti, millesime=2021) == [], id_ti


def test_no_box_of_a_region_overflows(atlas):
    for code in noms(atlas):
        assert debordements(atlas, mot=f"region-{code}", millesime=2021) == [], code


def test_the_sheet_of_a_region_gives_its_figures(atlas):
    octets = fiche_region(atlas, code="53", **COMMUNS)
    texte = plat(PdfReader(io.BytesIO(octets)).pages[0].extract_text())
    contenu = contenu_region(atlas, code="53", millesime=2021)
    assert all(plat(c.valeur) in texte for c in contenu.chiffres)
    assert "Finistère" in texte


@pytest.mark.sources
def test_the_published_figures_of_a_region_are_those_of_the_document(atlas, sources):
    brut = pd.read_csv(sources / "point_etape_2021" / "regions.csv", dtype=str).set_index("region")
    ligne = brut.loc["Bretagne"]
    phrase = contenu_region(atlas, code="53", millesime=2021).etape
    assert phrase.startswith("Publié")
    assert f"lauréats\u00a0: {ligne['laureats']} " in phrase
    assert ligne["investissements_meur"].replace(".", ",") in phrase


def test_a_deduced_figure_says_so(atlas):
    phrase = contenu_region(atlas, code="84", millesime=2021).etape
    assert "(déduit)" in phrase
    assert not phrase.startswith("Publié")


def test_a_territory_of_another_millesime_has_its_sheet(atlas):
    id_ti = atlas.territoires_de(2023)["id_ti"].iloc[-1]
    octets = fiche_territoire(atlas, id_ti=id_ti, **{**COMMUNS, "millesime": 2023})
    assert len(PdfReader(io.BytesIO(octets)).pages) == 1


def test_a_text_too_long_is_told():
    with Page(titre="Essai", jour="2026-11-21") as page:
        page.ligne(10, 10, 20, "Un nom qui ne tiendra jamais sur cette ligne", nom="essai")
        page.bloc(
            10, 20, 20, 4, "Un texte qui ne tiendra jamais dans cette boîte, même plus petit", nom="boîte"
        )
        assert [debord.split(" : ")[0] for debord in page.debords] == ["essai", "boîte"]


def test_a_text_a_little_long_is_set_smaller():
    with Page(titre="Essai", jour="2026-11-21") as page:
        page.style(8)
        page.ligne(10, 10, page.get_string_width("Un nom un peu long") * 0.9, "Un nom un peu long")
        assert page.debords == []
        assert page.font_size_pt < 8


def test_an_unknown_territory_is_refused(atlas):
    with pytest.raises(KeyError):
        fiche_territoire(atlas, id_ti="ti-9999", **COMMUNS)
