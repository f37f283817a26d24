"""The one layout of the decks: 16:9, our colours and typeface in the theme, French throughout.

python-pptx brings a 4:3 template with eleven layouts in American English. It is cut to one layout, whose
placeholders stand where ours do, so that a slide added in PowerPoint looks like the others.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Mm

from exports.diaporama.planche import BAS, HAUTEUR, LARGEUR, MARGE, UTILE
from theme import COULEURS, NOM, SEQUENCE

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

__all__ = ["LANGUE", "PLACE_DU_TITRE", "POLICE", "franciser", "gabarit", "imprimable"]

POLICE: Final = "Arial"
"""Letters that every machine has, or has a stand-in of the same width for."""

LANGUE: Final = "fr-FR"
CONTROLES: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PROPRIETE_MAX: Final = 255
"""Characters that PowerPoint keeps of a title or a subject."""


TITRE_SEUL: Final = 5
"""Rank of the layout that is kept: a title and nothing else."""

PLACE_DU_TITRE: Final = (MARGE, 11.0, UTILE, 14.0)
"""Left, top, width, height of the title, millimetres."""

PLACES: Final = {
    "title": PLACE_DU_TITRE,
    "ftr": (MARGE, BAS + 5.5, UTILE - 60, 8.0),
    "dt": (LARGEUR - MARGE - 58, BAS + 5.5, 40, 8.0),
    "sldNum": (LARGEUR - MARGE - 16, BAS + 5.5, 16, 8.0),
}
"""Where each placeholder stands."""

TAILLES: Final = {"title": 28, "ftr": 9, "dt": 9, "sldNum": 9}
ALIGNES: Final = {"title": "l", "ftr": "l", "dt": "r", "sldNum": "r"}

_COULEURS: Final = {
    "dk1": COULEURS["texte"],
    "lt1": "#ffffff",
    "dk2": COULEURS["encre"],
    "lt2": COULEURS["terre"],
    "accent1": COULEURS["encre"],
    "accent2": COULEURS["ocre"],
    "accent3": SEQUENCE[3],
    "accent4": SEQUENCE[2],
    "accent5": COULEURS["lacune"],
    "accent6": COULEURS["discret"],
    "hlink": COULEURS["encre"],
    "folHlink": COULEURS["encre_claire"],
}
"""Slots of the theme of a presentation: a chart drawn in PowerPoint takes them in order."""

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def gabarit(*, titre: str, sujet: str, jour: str) -> Any:
    """An empty deck.

    Args:
        titre: Title of the document.
        sujet: What it is about, in a line.
        jour: Day that it is made on, « 2026-11-21 ».
    """
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Mm(LARGEUR), Mm(HAUTEUR)
    garde = deck.slide_layouts[TITRE_SEUL]
    for autre in [mise for mise in deck.slide_layouts if mise is not garde and mise.name != garde.name]:
        deck.slide_layouts.remove(autre)
    _nommer(garde._element)  # noqa: SLF001  python-pptx gives no other way to its XML
    for page in (deck.slide_master, garde):
        for forme in page.placeholders:
            _placer(forme)
        franciser(page._element)  # noqa: SLF001
    franciser(deck._element)  # noqa: SLF001
    _habiller(deck.slide_master.part)
    _identifier(deck, titre=titre, sujet=sujet, jour=jour)
    return deck


def _nommer(mise: Any) -> None:
    mise.find(f"{_P}cSld").set("name", "Titre et corps libre")


def _placer(forme: Any) -> None:
    """Put a placeholder where ours stands; the body, that we never use, keeps the room under the title."""
    sorte = str(forme._element.ph.get("type"))  # noqa: SLF001
    if sorte not in PLACES:
        forme.left, forme.top, forme.width, forme.height = Mm(MARGE), Mm(38), Mm(UTILE), Mm(BAS - 38)
        return
    gauche, haut, large, hauteur = PLACES[sorte]
    forme.left, forme.top, forme.width, forme.height = Mm(gauche), Mm(haut), Mm(large), Mm(hauteur)
    corps = forme._element.txBody  # noqa: SLF001
    for bord in ("lIns", "tIns", "rIns", "bIns"):
        corps.bodyPr.set(bord, "0")
    corps.bodyPr.set("anchor", "b" if sorte == "title" else "ctr")
    for ajustement in list(corps.bodyPr):
        corps.bodyPr.remove(ajustement)
    style = corps.find(f"{_A}lstStyle")
    for ancien in list(style):
        style.remove(ancien)
    niveau = etree.SubElement(style, f"{_A}lvl1pPr", algn=ALIGNES[sorte])
    lettres = etree.SubElement(
        niveau, f"{_A}defRPr", sz=str(100 * TAILLES[sorte]), b="1" if sorte == "title" else "0"
    )
    fond = etree.SubElement(lettres, f"{_A}solidFill")
    etree.SubElement(fond, f"{_A}schemeClr", val="tx2" if sorte == "title" else "accent6")


def franciser(element: Any) -> None:
    """Every language named under an element becomes French."""
    for noeud in element.iter():
        if noeud.get("lang"):
            noeud.set("lang", LANGUE)


def _habiller(maitre: Any) -> None:
    """Our colours and typeface in the theme."""
    theme = maitre.part_related_by(RELATIONSHIP_TYPE.THEME)
    racine = etree.fromstring(theme.blob)
    racine.set("name", NOM)
    for place, couleur in _COULEURS.items():
        noeud = racine.find(f".//{_A}clrScheme/{_A}{place}")
        noeud[:] = []
        etree.SubElement(noeud, f"{_A}srgbClr", val=couleur.removeprefix("#"))
    for latine in racine.iterfind(f".//{_A}fontScheme//{_A}latin"):
        latine.set("typeface", POLICE)
    theme._blob = etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def imprimable(texte: str) -> str:
    """A text without the control characters that XML refuses: one in a name must not lose the deck."""
    return CONTROLES.sub("", texte)


def _identifier(deck: Deck, *, titre: str, sujet: str, jour: str) -> None:
    proprietes, quand = deck.core_properties, datetime.fromisoformat(jour)
    proprietes.title = imprimable(titre)[:PROPRIETE_MAX]
    proprietes.subject = imprimable(sujet)[:PROPRIETE_MAX]
    proprietes.language = LANGUE
    proprietes.author = proprietes.last_modified_by = NOM
    proprietes.created = proprietes.modified = proprietes.last_printed = quand
    proprietes.comments = proprietes.keywords = ""
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", jour), jour
