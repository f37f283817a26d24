"""The picture of a selection says what it shows, and how many projects have no place."""

from __future__ import annotations

import io
import re

from PIL import Image

from pages.projets.image import dessiner


def test_the_picture_of_a_selection_names_its_criteria_and_its_source(atlas):
    bretons = atlas.projets[atlas.projets["code_region"] == "53"]
    dessin = dessiner(bretons, "svg", "bretagne · Agroalimentaire", 2021).decode()
    ecrits = " ".join(re.findall(r"<!-- (.+?) -->", dessin))  # letters are drawn, and said beside
    assert "Bretagne · Agroalimentaire" in ecrits
    assert "IGN" in ecrits


def test_it_is_300_dots_per_inch(atlas):
    image = Image.open(io.BytesIO(dessiner(atlas.projets.head(20), "png", "vingt", 2021)))
    assert round(image.info["dpi"][0]) == 300


def test_a_selection_without_any_project_is_drawn(atlas):
    assert dessiner(atlas.projets.iloc[:0], "png", "aucun", 2021).startswith(b"\x89PNG")
