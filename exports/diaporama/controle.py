"""Read a deck back and say what does not fit: letters out of a box, a box out of its slide, two that meet."""

from __future__ import annotations

import io
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from pptx import Presentation
from pptx.util import Mm

from exports.diaporama.dessin import FOND
from exports.diaporama.mesure import hauteur, largeur

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["debordements"]

TOLERANCE: Final = 0.3
"""Millimetres."""

DEFAUT: Final = 18.0
"""Points of letters that say no size."""


def debordements(octets: bytes) -> list[str]:
    """Every fault of a deck, as « slide 3 : box : what »; empty when all is well."""
    deck: Any = Presentation(io.BytesIO(octets))
    large, haut = deck.slide_width / Mm(1), deck.slide_height / Mm(1)
    return [
        f"planche {rang} : {faute}"
        for rang, page in enumerate(deck.slides, start=1)
        for faute in (*_lettres(page), *_bords(page, large, haut), *_rencontres(page))
    ]


def _lettres(page: Any) -> Iterator[str]:
    for forme in page.shapes:
        if forme.has_text_frame:
            if not _tient(forme.text_frame, *_taille(forme)):
                yield f"{forme.name} : « {forme.text_frame.text} » dépasse sa boîte"
        elif forme.has_table:
            yield from _cellules(forme)


def _taille(forme: Any) -> tuple[float, float]:
    return forme.width / Mm(1), forme.height / Mm(1)


def _tient(cadre: Any, large: float, haut: float) -> bool:
    """Whether the paragraphs of a frame fit in a box, and none of their words is wider than it."""
    besoin = 0.0
    for paragraphe in cadre.paragraphs:
        if not paragraphe.runs:
            continue
        lettres = paragraphe.runs[0].font
        corps = lettres.size.pt if lettres.size else DEFAUT
        texte, gras = "".join(morceau.text for morceau in paragraphe.runs), bool(lettres.bold)
        besoin += hauteur((texte,), corps, large, gras=gras)
        if any(largeur(mot, corps, gras=gras) > large + TOLERANCE for mot in texte.split(" ")):
            return False
    return besoin <= haut + TOLERANCE


def _cellules(forme: Any) -> Iterator[str]:
    """A table grows with its letters instead of hiding them: a line higher than said pushes the others."""
    table = forme.table
    for rangee in table.rows:
        for numero, cellule in enumerate(rangee.cells):
            dedans = (table.columns[numero].width - cellule.margin_left - cellule.margin_right) / Mm(1)
            if not _tient(cellule.text_frame, dedans, rangee.height / Mm(1)):
                yield f"{forme.name} : « {cellule.text_frame.text} » dépasse sa cellule"


def _boite(forme: Any) -> tuple[float, float, float, float]:
    x, y = forme.left / Mm(1), forme.top / Mm(1)
    large, haut = _taille(forme)
    return x, y, x + large, y + haut


def _bords(page: Any, large: float, haut: float) -> Iterator[str]:
    for forme in page.shapes:
        x0, y0, x1, y1 = _boite(forme)
        if min(x0, y0) < -TOLERANCE or x1 > large + TOLERANCE or y1 > haut + TOLERANCE:
            yield f"{forme.name} : sort de la planche"


def _rencontres(page: Any) -> Iterator[str]:
    """Two boxes that share more than a hair; grounds carry others, and are left out."""
    formes = [forme for forme in page.shapes if not forme.name.startswith(FOND)]
    for une, autre in combinations(formes, 2):
        a, b = _boite(une), _boite(autre)
        commun = [min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])]
        if min(commun) > TOLERANCE:
            yield f"{une.name} et {autre.name} se chevauchent"
