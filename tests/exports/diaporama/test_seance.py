"""The deck of a playlist says what its views say on the screen."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from exports.cartes import carte_region, png
from exports.diaporama import VueDessinee, debordements, diaporama_seance
from geo.seance.diapo import Barre, Diapo, Figure, Graphique
from geo.seance.profils import profil_des_projets


@pytest.fixture(scope="module")
def profil(atlas):
    return profil_des_projets(atlas.projets, "filieres", titre="France")


@pytest.fixture(scope="module")
def octets(atlas, profil):
    figure = carte_region(atlas, code="53", millesime=2021, largeur_mm=120, hauteur_mm=80, titre=False)
    carte = Diapo(
        titre="Bretagne",
        sous_titre="10 Territoires d’industrie",
        figures=(
            Figure(
                valeur="85", libelle="Lauréats", precision="12e sur 14", sorte="publié", formule="Tels quels."
            ),
        ),
        sources=("point_etape_regions",),
        note="Points : une autre liste.",
    )
    vues = [
        VueDessinee(diapo=carte, carte=png(figure, 150), alternative="Carte de la Bretagne."),
        VueDessinee(diapo=profil),
    ]
    return diaporama_seance(
        vues, nom="Comité de pilotage", jour="2026-11-21", adresse="https://atlas.exemple"
    )


@pytest.fixture(scope="module")
def pages(octets):
    return [*Presentation(io.BytesIO(octets)).slides]


def mots(page):
    return [forme.text_frame.text for forme in page.shapes if forme.has_text_frame]


def test_il_s_ouvre_sur_son_nom_puis_une_diapositive_par_vue(pages):
    assert [page.shapes.title.text_frame.text for page in pages] == [
        "Comité de pilotage",
        "Bretagne",
        "France",
    ]


def test_une_vue_garde_ses_chiffres_et_sa_carte(pages):
    assert {"85", "Lauréats", "10 Territoires d’industrie", "publié\n12e sur 14"} <= set(mots(pages[1]))
    image = next(forme for forme in pages[1].shapes if forme.shape_type == 13)
    assert image._element.xpath(".//p:cNvPr")[0].get("descr") == "Carte de la Bretagne."


def test_les_formules_la_note_et_les_sources_vont_dans_les_commentaires(pages):
    notes = pages[1].notes_slide.notes_text_frame.text
    assert "Tels quels." in notes
    assert "Points : une autre liste." in notes
    assert "Source : État, France Industrie et ANCT" in notes


def test_un_graphique_est_natif_et_tient_les_barres_de_la_vue(pages, profil):
    chart = next(forme.chart for forme in pages[2].shapes if forme.has_chart)
    assert list(chart.plots[0].categories) == [barre.nom for barre in profil.graphique.barres]
    assert list(chart.plots[0].series[0].values) == [barre.valeur for barre in profil.graphique.barres]


def test_rien_ne_deborde(octets):
    assert debordements(octets) == []


def test_ce_qui_rassemble_le_reste_est_dessine_a_part():
    barres = (Barre(nom="Santé", valeur=3), Barre(nom="Autres", valeur=9, reste=True))
    diapo = Diapo(
        titre="Ici",
        sous_titre="",
        figures=(),
        graphique=Graphique(titre="Projets", barres=barres, sens="noms"),
        sources=("plan_relance_industrie",),
    )
    octets = diaporama_seance(
        [VueDessinee(diapo=diapo)], nom="", jour="2026-11-21", adresse="https://a.exemple"
    )
    page = Presentation(io.BytesIO(octets)).slides[1]
    chart = next(forme.chart for forme in page.shapes if forme.has_chart)
    points = chart.plots[0].series[0].points
    assert points[1].format.fill.fore_color.rgb != chart.plots[0].series[0].format.fill.fore_color.rgb
