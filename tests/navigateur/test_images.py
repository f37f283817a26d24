"""A chart leaves the page as an image, made by the reader's browser and complete by itself."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
FILIERES = 9
"""Bars: the eight families, and the projects that say no filière."""


@pytest.fixture
def emporter(visite):
    """Press the button of a kind of image of the first chart of « Projets »; gives the file and its name."""
    visite.carte("/projets")
    visite.page.locator(".js-plotly-plot .barlayer").first.wait_for(state="attached")
    visite.au_calme()

    def _emporter(sorte):
        with visite.page.expect_download() as attente:
            visite.page.locator(f"button[data-image={sorte}]").first.click()
        return Path(attente.value.path()), attente.value.suggested_filename

    return _emporter


def test_un_svg_a_son_titre_sa_source_son_adresse_ses_barres_et_rien_qui_s_execute(emporter):
    chemin, nom = emporter("svg")
    dessin = ET.parse(chemin).getroot()
    textes = " ".join("".join(t.itertext()) for t in dessin.iter(f"{SVG}text"))
    assert nom == "filieres-et-stades-projets-industriels.svg"
    for attendu in ("Filières et stades", "Licence Ouverte 2.0", "/projets", "Automobile"):
        assert attendu in textes
    traces = [g for g in dessin.iter(f"{SVG}g") if (g.get("class") or "").startswith("trace bars")]
    assert traces
    for trace in traces:
        assert sum((g.get("class") or "") == "point" for g in trace.iter(f"{SVG}g")) == FILIERES
    etiquettes = {element.tag.removeprefix(SVG) for element in dessin.iter()}
    assert not etiquettes & {"foreignObject", "script", "image"}


def test_un_png_a_300_points_par_pouce(emporter):
    dessin = ET.parse(emporter("svg")[0]).getroot()
    with Image.open(emporter("png")[0]) as image:
        assert image.width == pytest.approx(int(dessin.get("width")) * 300 / 96, abs=1)
        assert image.convert("L").getextrema()[0] < 100
