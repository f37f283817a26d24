"""The picture of a selection says what it shows, and how many projects have no place."""

from __future__ import annotations

import io
import re

from PIL import Image

from pages.projets.image import dessiner


def test_l_image_d_une_selection_nomme_ses_criteres_et_sa_source(atlas):
    bretons = atlas.projets[atlas.projets["code_region"] == "53"]
    dessin = dessiner(bretons, "svg", "bretagne · Agroalimentaire", 2021).decode()
    ecrits = " ".join(re.findall(r"<!-- (.+?) -->", dessin))  # letters are drawn, and said beside
    assert "Bretagne · Agroalimentaire" in ecrits
    assert "IGN" in ecrits


def test_elle_a_300_points_par_pouce(atlas):
    image = Image.open(io.BytesIO(dessiner(atlas.projets.head(20), "png", "vingt", 2021)))
    assert round(image.info["dpi"][0]) == 300


def test_une_selection_sans_aucun_projet_se_dessine(atlas):
    assert dessiner(atlas.projets.iloc[:0], "png", "aucun", 2021).startswith(b"\x89PNG")
