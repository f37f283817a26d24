"""Maps beside reference pictures: what an eye would see change is a failure, another antialiasing is not.

After a change that is wanted: `ATLAS_REFERENCES=1 pytest tests/exports/cartes/test_images.py`, look, and
commit.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from exports.cartes import carte_france, carte_region, carte_territoire, png

DOSSIER = Path(__file__).with_name("references")
FLOU = 1.5
ECART_VISIBLE = 24
"""Levels of 255 beyond which two blurred pixels are seen to differ."""
TOLERANCE = 0.002
"""Share of the pixels that may differ: two per thousand, less than a name or a mark."""
PPP = 70

CARTES = {
    "territoire": lambda atlas: carte_territoire(atlas, id_ti="ti-2806", millesime=2021),
    "region": lambda atlas: carte_region(atlas, code="53", millesime=2021),
    "outre-mer": lambda atlas: carte_region(atlas, code="OM", millesime=2021),
    "france": lambda atlas: carte_france(atlas, millesime=2021),
    "classes": lambda atlas: carte_france(atlas, millesime=2021, indicateur="chomage"),
    "cercles": lambda atlas: carte_france(atlas, millesime=2021, indicateur="projets"),
}


def difference(une, autre):
    """Share of the pixels that an eye sees differ."""
    floues = [
        np.asarray(image.convert("RGB").filter(ImageFilter.GaussianBlur(FLOU)), dtype=np.int16)
        for image in (une, autre)
    ]
    return float((np.abs(floues[0] - floues[1]).max(axis=2) > ECART_VISIBLE).mean())


@pytest.mark.parametrize("nom", CARTES)
def test_une_carte_est_comme_sa_reference(atlas, nom):
    image = Image.open(io.BytesIO(png(CARTES[nom](atlas), PPP)))
    chemin = DOSSIER / f"{nom}.png"
    if os.environ.get("ATLAS_REFERENCES"):
        image.convert("RGB").convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(
            chemin, optimize=True
        )
    reference = Image.open(chemin)
    assert image.size == reference.size
    assert difference(image, reference) <= TOLERANCE


def test_un_trou_d_un_centimetre_se_verrait():
    image = Image.open(DOSSIER / "territoire.png").convert("RGB")
    autre = image.copy()
    autre.paste((243, 240, 233), (220, 190, 250, 220))
    assert difference(image, autre) > TOLERANCE
