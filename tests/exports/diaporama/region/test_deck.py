"""The deck of a région, read back: the figures of the screen, native charts, words for who does not see."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Mm

from exports.diaporama import Planche, debordements, diaporama, diaporama_region
from exports.diaporama.planche import Boite, Colonne, Tableau, Texte, Vignette
from exports.diaporama.region.deck import planches_region
from francais import nombre
from geo.etape.regions import chiffres_de_region
from geo.fiche.contenu import contenu_region
from geo.profils.palmares import communes_en_tete
from geo.profils.region import profils_de
from geo.profils.repartitions import par_mois
from geo.territoires.regions import projets_ailleurs, projets_de, territoires_classes

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


def test_les_diapositives_sont_larges_et_ont_une_seule_mise_en_page(deck):
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert len(deck.slide_layouts) == 1


def test_chaque_diapositive_a_un_titre_a_elle(deck):
    titres = [page.shapes.title.text_frame.text for page in deck.slides]
    assert all(titres)
    assert len(titres) == len(set(titres))
    assert titres[0] == "Bretagne"


def test_les_six_chiffres_publies_sont_ceux_du_document(atlas, deck):
    lus = textes(planche(deck, "Ce que le « Point d’étape » publie"))
    for chiffre in chiffres_de_region(atlas, "53"):
        publie = chiffre.publie
        assert publie.libelle in lus
        assert nombre(chiffre.valeur, publie.decimales, "M€" if publie.unite == "M€" else "") in lus


@pytest.mark.sources
def test_les_chiffres_publies_sont_ceux_du_fichier_brut(deck, sources):
    brut = pd.read_csv(sources / "point_etape_2021" / "regions.csv", dtype=str).set_index("region")
    lus = textes(planche(deck, "Ce que le « Point d’étape » publie"))
    assert brut.loc["Bretagne", "laureats"] in lus
    assert any(brut.loc["Bretagne", "investissements_meur"].replace(".", ",") in texte for texte in lus)


def test_les_neuf_indicateurs_sont_ceux_de_la_fiche(atlas, deck):
    lus = textes(planche(deck, "Face à la France"))
    for chiffre in contenu_region(atlas, code="53", millesime=2021).chiffres:
        assert chiffre.libelle in lus
        assert chiffre.valeur in lus


def test_les_graphiques_portent_les_parts_de_l_ecran(atlas, deck):
    profils = profils_de(projets_de(atlas, "53"), projets_ailleurs(atlas, "53"))
    charts = [forme.chart for forme in graphiques(deck)]
    for chart, table in zip(charts, (profils.familles, profils.natures, profils.types), strict=False):
        region, reference = chart.plots[0].series
        assert list(region.values) == pytest.approx(table["part"].tolist())
        assert list(reference.values) == pytest.approx(table["part_reference"].tolist())
        assert [nom.endswith(" (peu)") for nom in chart.plots[0].categories] == table["peu"].tolist()
    mois = par_mois(projets_de(atlas, "53"))
    assert list(charts[3].plots[0].series[0].values) == mois["projets"].tolist()


def test_le_deck_de_la_guadeloupe_dit_combien_de_natures_manquent(atlas):
    deck = planches_region(atlas, code="01", millesime=2021, jour="2026-11-21", adresse="https://exemple")
    (natures,) = [p for p in deck if p.titre == "Ce que l’argent achète, et qui le reçoit"]
    assert "9\u202fprojets sur 12 : nature non renseignée" in natures.sous_titre


def test_un_graphique_porte_le_classeur_qui_permet_de_le_modifier(deck):
    charts = [forme.chart for forme in graphiques(deck)]
    assert len(charts) == 4
    for chart in charts:
        assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")


def test_les_territoires_sont_classes_comme_a_l_ecran(atlas, deck):
    table = territoires_classes(atlas, code="53", millesime=2021, cle="projets")
    page = planche(deck, "10")
    lignes = next(forme.table for forme in page.shapes if forme.has_table).rows
    lus = [[cellule.text for cellule in rangee.cells] for rangee in lignes][1:]
    assert [ligne[1] for ligne in lus] == table["lib_ti"].tolist()
    assert [ligne[2] for ligne in lus] == [nombre(valeur) for valeur in table["valeur"]]


def test_un_territoire_sans_chiffre_dit_pourquoi_sous_la_table(atlas):
    deck = Presentation(io.BytesIO(octets_de(atlas, "93")))
    dits = " ".join(t for page in deck.slides for t in textes(page))
    assert "Carros et Toulon-Provence-Méditerranée\u00a0: 100\u202f% de leurs emplois viennent d’une" in dits


def test_les_communes_en_tete_sont_celles_de_l_ecran(atlas, deck):
    lus = textes(planche(deck, "Principaux projets"))
    for commune in communes_en_tete(projets_de(atlas, "53"), 5)["nom"]:
        assert commune in lus


def test_chaque_image_graphique_et_table_dit_ce_qu_elle_montre(deck):
    muets = [
        forme.name
        for page in deck.slides
        for forme in page.shapes
        if (forme.has_chart or forme.has_table or forme.shape_type == 13)
        and not forme._element.xpath(".//p:cNvPr")[0].get("descr")
    ]
    assert muets == []


def test_la_carte_est_nette(deck):
    image = next(f for page in deck.slides for f in page.shapes if f.shape_type == 13)
    assert image.image.size[0] / (image.width / Mm(25.4)) > 200


def test_chaque_langue_nommee_dans_le_fichier_est_le_francais(deck):
    parties = [deck.slide_master, deck.slide_layouts[0], *deck.slides, *(p.notes_slide for p in deck.slides)]
    langues = {noeud.get("lang") for partie in parties for noeud in partie._element.iter()} - {None}
    assert langues == {"fr-FR"}
    assert deck.core_properties.language == "fr-FR"


def test_chaque_suite_de_lettres_dit_sa_langue(deck):
    for page in deck.slides:
        for morceau in page._element.iter(f"{A}r"):
            assert morceau.find(f"{A}rPr").get("lang") == "fr-FR"


def test_les_notes_citent_les_sources_en_entier(deck):
    for page in [*deck.slides][1:]:
        assert "Source : " in page.notes_slide.notes_text_frame.text
        assert "Licence Ouverte 2.0" in page.notes_slide.notes_text_frame.text


def test_le_pied_dit_la_source_et_le_jour(deck):
    for page in [*deck.slides][1:-1]:
        pieds = {f.placeholder_format.type: f.text_frame.text for f in page.placeholders}
        assert any(texte.startswith("Sources : ") for texte in pieds.values())
        assert "21/11/2026" in pieds.values()


def test_le_meme_jour_donne_les_memes_octets(atlas, octets):
    assert octets_de(atlas, "53") == octets


def test_rien_ne_deborde(octets):
    assert debordements(octets) == []


def test_un_chiffre_deduit_le_dit_et_un_absent_n_est_pas_un_zero(atlas):
    octets = octets_de(atlas, "84")
    lus = textes(planche(Presentation(io.BytesIO(octets)), "Ce que le « Point d’étape » donne"))
    assert sum(texte.startswith("déduit") for texte in lus) == 4
    assert lus.count("non publié") == 2
    assert "0" not in lus
    assert debordements(octets) == []


@pytest.mark.parametrize("code", ["94", "OM", "06"])
def test_un_petit_lieu_ou_un_lieu_d_outre_mer_a_son_diaporama(atlas, code):
    octets = octets_de(atlas, code)
    deck = Presentation(io.BytesIO(octets))
    assert debordements(octets) == []
    lus = textes(planche(deck, "Face à la France"))
    for chiffre in contenu_region(atlas, code=code, millesime=2021).chiffres:
        assert chiffre.valeur in lus


def test_une_region_sans_projet_n_a_pas_de_graphique_vide(atlas):
    deck = Presentation(io.BytesIO(octets_de(atlas, "06")))
    assert graphiques(deck) == []
    assert "aucun chiffre propre" in " ".join(textes(planche(deck, "Face à la France")))


def test_une_region_inconnue_est_refusee(atlas):
    with pytest.raises(KeyError):
        octets_de(atlas, "99")


def un_deck(*blocs):
    return diaporama([Planche(titre="Essai", blocs=blocs)], titre="Essai", sujet="", jour=JOUR)


BOITE = Boite(x=20, y=50, large=40, haut=12)


def test_un_texte_trop_long_pour_sa_boite_est_signale():
    (faute,) = debordements(un_deck(Texte(boite=BOITE, paragraphes=("mot " * 80,))))
    assert faute.startswith("planche 1 : Texte 1")
    assert "dépasse sa boîte" in faute


def test_un_mot_plus_large_que_sa_boite_est_signale():
    (faute,) = debordements(un_deck(Texte(boite=BOITE, paragraphes=("anticonstitutionnellement" * 2,))))
    assert "dépasse sa boîte" in faute


def test_deux_boites_qui_se_chevauchent_sont_signalees():
    texte = Texte(boite=BOITE, paragraphes=("un",))
    (faute,) = debordements(un_deck(texte, texte))
    assert "se chevauchent" in faute


def test_une_boite_hors_de_sa_diapositive_est_signalee():
    dehors = Boite(x=320, y=50, large=40, haut=12)
    (faute,) = debordements(un_deck(Texte(boite=dehors, paragraphes=("un",))))
    assert "sort de la planche" in faute


def test_un_tableau_dont_une_cellule_grandit_est_signale():
    tableau = Tableau(
        boite=Boite(x=20, y=50, large=100, haut=60),
        colonnes=(Colonne(tete="Un nombre bien trop long pour sa colonne", part=1, chiffres=True),) * 8,
        lignes=(("1",) * 8,),
        alternative="Essai",
    )
    assert "dépasse sa cellule" in debordements(un_deck(tableau))[0]


def test_un_texte_libre_d_une_table_est_coupe_et_le_dit():
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
def test_le_cadre_d_un_chiffre_dit_d_ou_il_vient(sorte, tirets):
    carte = Vignette(boite=Boite(x=20, y=50, large=90, haut=60), libelle="Emplois", valeur="12", sorte=sorte)
    page = Presentation(io.BytesIO(un_deck(carte))).slides[0]
    fond = next(f for f in page.shapes if f.name.startswith("Fond Emplois"))
    assert bool(fond._element.findall(f".//{A}prstDash")) is tirets
