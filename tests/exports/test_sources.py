"""The source cited is that of the year shown, on a sheet and in a deck."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports.diaporama import diaporama_region
from exports.fiche.pdf import fiche_region, fiche_territoire
from tests.citees import PERIMETRES, perimetres

COMMUNS = {"adresse": "https://atlas.exemple", "jour": "2026-11-21"}


@pytest.mark.parametrize("millesime", PERIMETRES)
@pytest.mark.parametrize("sorte", ["territoire", "région"])
def test_la_fiche_pdf_cite_le_perimetre_de_son_annee(atlas, sorte, millesime):
    if sorte == "région":
        octets = fiche_region(atlas, code="53", millesime=millesime, **COMMUNS)
    else:
        premier = atlas.territoires_de(millesime)["id_ti"].iloc[0]
        octets = fiche_territoire(atlas, id_ti=premier, millesime=millesime, **COMMUNS)
    assert perimetres(PdfReader(io.BytesIO(octets)).pages[0].extract_text()) == PERIMETRES[millesime]


@pytest.mark.parametrize("millesime", PERIMETRES)
def test_le_diaporama_cite_le_perimetre_de_son_annee(atlas, millesime):
    octets = diaporama_region(atlas, code="53", millesime=millesime, **COMMUNS)
    planches = Presentation(io.BytesIO(octets)).slides
    notes = " ".join(p.notes_slide.notes_text_frame.text for p in planches if p.has_notes_slide)
    assert perimetres(notes) == PERIMETRES[millesime]
