"""The deck of a région, read back: the figures of the screen, native charts, words for who does not see."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Mm

from exports.diaporama import Planche, debordements, diaporama, diaporama_region
from exports.diaporama.planche import Boite, Carte, Colonne, Tableau, Texte
from exports.fiche.contenu import contenu_region
from francais import nombre
from geo.etape.regions import chiffres_de_region
from geo.profils.palmares import communes_en_tete
from geo.profils.region import profils_de
from geo.profils.repartitions import par_mois
from geo.territoires.regions import projets_de, territoires_classes

JOUR = "2026-11-21"
ADRESSE = "https://atlas.exemple/region?code=53"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def octets_de(atlas, code, millesime=2021):
    return diaporama_region(atlas, code=code, millesime=millesime, jour=JOUR, adresse=ADRESSE)


@pytest.fixture(scope="module")
def octets(atlas):
    return octets_de(atlas, "53")


@pytest.fixture(scope="module")
def deck(octets):
    return Presentation(io.BytesIO(octets))


def textes(page):
    """Every text of a slide, those of its tables included."""
    trouves = [f.text_frame.text for f in page.shapes if f.has_text_frame]
    for forme in page.shapes:
        if forme.has_table:
            trouves += [cellule.text for rangee in forme.table.rows for cellule in rangee.cells]
    return trouves


def planche(deck, titre):
    return next(page for page in deck.slides if page.shapes.title.text_frame.text.startswith(titre))


def graphiques(deck):
    return [forme for page in deck.slides for forme in page.shapes if forme.has_chart]


def test_the_slides_are_wide_and_have_one_layout(deck):
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert len(deck.slide_layouts) == 1


def test_every_slide_has_a_title_of_its_own(deck):
    titres = [page.shapes.title.text_frame.text for page in deck.slides]
    assert all(titres)
    assert len(titres) == len(set(titres))
    assert titres[0] == "Bretagne"


def test_the_six_published_figures_are_those_of_the_document(atlas, deck):
    lus = textes(planche(deck, "Ce que le « Point d’étape » publie"))
    for chiffre in chiffres_de_region(atlas, "53"):
        publie = chiffre.publie
        assert publie.libelle in lus
        assert nombre(chiffre.valeur, publie.decimales, "M€" if publie.unite == "M€" else "") in lus


@pytest.mark.sources
def test_the_published_figures_are_those_of_the_raw_file(deck, sources):
    brut = pd.read_csv(sources / "point_etape_2021" / "regions.csv", dtype=str).set_index("region")
    lus = textes(planche(deck, "Ce que le « Point d’étape » publie"))
    assert brut.loc["Bretagne", "laureats"] in lus
    assert any(brut.loc["Bretagne", "investissements_meur"].replace(".", ",") in texte for texte in lus)


def test_the_nine_indicators_are_those_of_the_sheet(atlas, deck):
    lus = textes(planche(deck, "Face à la France"))
    for chiffre in contenu_region(atlas, code="53", millesime=2021).chiffres:
        assert chiffre.libelle in lus
        assert chiffre.valeur in lus


def test_the_charts_hold_the_shares_of_the_screen(atlas, deck):
    france = atlas.projets[atlas.projets["code_region"].notna()]
    profils = profils_de(projets_de(atlas, "53"), france)
    charts = [forme.chart for forme in graphiques(deck)]
    for chart, table in zip(charts, (profils.familles, profils.natures, profils.types), strict=False):
        region, reference = chart.plots[0].series
        assert list(region.values) == pytest.approx(table["part"].tolist())
        assert list(reference.values) == pytest.approx(table["part_reference"].tolist())
    mois = par_mois(projets_de(atlas, "53"))
    assert list(charts[3].plots[0].series[0].values) == mois["projets"].tolist()


def test_a_chart_carries_the_workbook_that_lets_it_be_edited(deck):
    charts = [forme.chart for forme in graphiques(deck)]
    assert len(charts) == 4
    for chart in charts:
        assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")


def test_the_territories_are_ranked_as_on_the_screen(atlas, deck):
    table = territoires_classes(atlas, code="53", millesime=2021, cle="projets")
    page = planche(deck, "10")
    lignes = next(forme.table for forme in page.shapes if forme.has_table).rows
    lus = [[cellule.text for cellule in rangee.cells] for rangee in lignes][1:]
    assert [ligne[1] for ligne in lus] == table["lib_ti"].tolist()
    assert [ligne[2] for ligne in lus] == [nombre(valeur) for valeur in table["valeur"]]


def test_the_leading_communes_are_those_of_the_screen(atlas, deck):
    lus = textes(planche(deck, "Principaux projets"))
    for commune in communes_en_tete(projets_de(atlas, "53"), 5)["nom"]:
        assert commune in lus


def test_every_picture_chart_and_table_says_what_it_shows(deck):
    muets = [
        forme.name
        for page in deck.slides
        for forme in page.shapes
        if (forme.has_chart or forme.has_table or forme.shape_type == 13)
        and not forme._element.xpath(".//p:cNvPr")[0].get("descr")
    ]
    assert muets == []


def test_the_map_is_crisp(deck):
    image = next(f for page in deck.slides for f in page.shapes if f.shape_type == 13)
    assert image.image.size[0] / (image.width / Mm(25.4)) > 200


def test_every_language_named_in_the_file_is_french(deck):
    parties = [deck.slide_master, deck.slide_layouts[0], *deck.slides, *(p.notes_slide for p in deck.slides)]
    langues = {noeud.get("lang") for partie in parties for noeud in partie._element.iter()} - {None}
    assert langues == {"fr-FR"}
    assert deck.core_properties.language == "fr-FR"


def test_every_run_of_letters_says_its_language(deck):
    for page in deck.slides:
        for morceau in page._element.iter(f"{A}r"):
            assert morceau.find(f"{A}rPr").get("lang") == "fr-FR"


def test_the_notes_cite_the_sources_in_full(deck):
    for page in [*deck.slides][1:]:
        assert "Source : " in page.notes_slide.notes_text_frame.text
        assert "Licence Ouverte 2.0" in page.notes_slide.notes_text_frame.text


def test_the_foot_says_the_source_and_the_day(deck):
    for page in [*deck.slides][1:-1]:
        pieds = {f.placeholder_format.type: f.text_frame.text for f in page.placeholders}
        assert any(texte.startswith("Sources : ") for texte in pieds.values())
        assert "21/11/2026" in pieds.values()


def test_the_same_day_gives_the_same_bytes(atlas, octets):
    assert octets_de(atlas, "53") == octets


def test_nothing_overflows(octets):
    assert debordements(octets) == []


def test_a_deduced_figure_says_so_and_an_absent_one_is_not_a_zero(atlas):
    octets = octets_de(atlas, "84")
    lus = textes(planche(Presentation(io.BytesIO(octets)), "Ce que le « Point d’étape » donne"))
    assert sum(texte.startswith("déduit") for texte in lus) == 4
    assert lus.count("non publié") == 2
    assert "0" not in lus
    assert debordements(octets) == []


@pytest.mark.parametrize("code", ["94", "OM", "06"])
def test_a_small_place_or_an_overseas_one_has_its_deck(atlas, code):
    octets = octets_de(atlas, code)
    deck = Presentation(io.BytesIO(octets))
    assert debordements(octets) == []
    lus = textes(planche(deck, "Face à la France"))
    for chiffre in contenu_region(atlas, code=code, millesime=2021).chiffres:
        assert chiffre.valeur in lus


def test_a_region_without_a_project_has_no_empty_chart(atlas):
    deck = Presentation(io.BytesIO(octets_de(atlas, "06")))
    assert graphiques(deck) == []
    assert "aucun chiffre propre" in " ".join(textes(planche(deck, "Face à la France")))


def test_an_unknown_region_is_refused(atlas):
    with pytest.raises(KeyError):
        octets_de(atlas, "99")


def un_deck(*blocs):
    return diaporama([Planche(titre="Essai", blocs=blocs)], titre="Essai", sujet="", jour=JOUR)


BOITE = Boite(x=20, y=50, large=40, haut=12)


def test_a_text_too_long_for_its_box_is_told():
    (faute,) = debordements(un_deck(Texte(boite=BOITE, paragraphes=("mot " * 80,))))
    assert faute.startswith("planche 1 : Texte 1")
    assert "dépasse sa boîte" in faute


def test_a_word_wider_than_its_box_is_told():
    (faute,) = debordements(un_deck(Texte(boite=BOITE, paragraphes=("anticonstitutionnellement" * 2,))))
    assert "dépasse sa boîte" in faute


def test_two_boxes_that_meet_are_told():
    texte = Texte(boite=BOITE, paragraphes=("un",))
    (faute,) = debordements(un_deck(texte, texte))
    assert "se chevauchent" in faute


def test_a_box_out_of_its_slide_is_told():
    dehors = Boite(x=320, y=50, large=40, haut=12)
    (faute,) = debordements(un_deck(Texte(boite=dehors, paragraphes=("un",))))
    assert "sort de la planche" in faute


def test_a_table_whose_cell_grows_is_told():
    tableau = Tableau(
        boite=Boite(x=20, y=50, large=100, haut=60),
        colonnes=(Colonne(tete="Un nombre bien trop long pour sa colonne", part=1, chiffres=True),) * 8,
        lignes=(("1",) * 8,),
        alternative="Essai",
    )
    assert "dépasse sa cellule" in debordements(un_deck(tableau))[0]


def test_a_free_text_of_a_table_is_cut_and_says_so():
    tableau = Tableau(
        boite=Boite(x=20, y=50, large=60, haut=60),
        colonnes=(Colonne(tete="Nom", part=1),),
        lignes=(("Un nom que personne ne pourrait écrire sur six centimètres",),),
        alternative="Essai",
    )
    octets = un_deck(tableau)
    assert debordements(octets) == []
    assert any(texte.endswith("…") for texte in textes(Presentation(io.BytesIO(octets)).slides[0]))


@pytest.mark.parametrize(("sorte", "tirets"), [("publié", False), ("déduit", True), ("absent", True)])
def test_the_frame_of_a_figure_tells_where_it_comes_from(sorte, tirets):
    carte = Carte(boite=Boite(x=20, y=50, large=90, haut=60), libelle="Emplois", valeur="12", sorte=sorte)
    page = Presentation(io.BytesIO(un_deck(carte))).slides[0]
    fond = next(f for f in page.shapes if f.name.startswith("Fond Emplois"))
    assert bool(fond._element.findall(f".//{A}prstDash")) is tirets
