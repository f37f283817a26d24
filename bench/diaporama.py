"""The deck of every région: time, weight, what overflows, and figures that are not those of the screen.

python -m bench.diaporama [millésime]
"""

from __future__ import annotations

import io
import sys
from functools import partial
from typing import TYPE_CHECKING

from pptx import Presentation
from tqdm import tqdm

from bench.lots import Lot
from data import chargement
from exports.diaporama import debordements, diaporama_region
from geo.fiche import contenu_region
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.territoires import noms

if TYPE_CHECKING:
    from geo.atlas import Atlas

JOUR = "2026-11-21"
BUDGET_S = 10.0


def ecarts(atlas: Atlas, octets: bytes, code: str, millesime: int) -> list[str]:
    """The figures of the screen that no slide of a deck carries."""
    lus = {
        forme.text_frame.text
        for page in Presentation(io.BytesIO(octets)).slides
        for forme in page.shapes
        if forme.has_text_frame
    }
    contenu = contenu_region(atlas, code=code, millesime=millesime)
    return [f"{c.libelle} ({c.valeur}) manque" for c in contenu.chiffres if c.valeur not in lus]


def _diaporama(atlas: Atlas, code: str, millesime: int) -> bytes:
    adresse = f"https://atlas.exemple/region?code={code}"
    return diaporama_region(atlas, code=code, millesime=millesime, jour=JOUR, adresse=adresse)


def mesurer(millesime: int) -> Lot:
    """Make them all, with a bar."""
    atlas = chargement.atlas()
    lot = Lot(quoi="diaporamas", secondes=BUDGET_S)
    for code, nom in tqdm(noms(atlas).items(), desc="Diaporamas", unit="diaporama"):
        octets = lot.faire(nom, partial(_diaporama, atlas, code, millesime))
        lot.fautes.extend(f"{nom} : {faute}" for faute in debordements(octets))
        lot.fautes.extend(f"{nom} : {ecart}" for ecart in ecarts(atlas, octets, code, millesime))
    return lot


if __name__ == "__main__":
    fait = mesurer(int(sys.argv[1]) if len(sys.argv) > 1 else MILLESIME_PAR_DEFAUT)
    print(fait.dire())
    sys.exit(bool(fait.fautes))
