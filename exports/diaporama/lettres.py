"""Text boxes of a slide: real text, in French, at a size that was measured to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Mm, Pt

from exports.diaporama.gabarit import LANGUE, POLICE
from exports.diaporama.mesure import ajuster
from theme import COULEURS

if TYPE_CHECKING:
    from exports.diaporama.planche import Boite

__all__ = ["ALIGNES", "ecrire", "poser", "rgb", "zone"]

ALIGNES: Final = {"gauche": PP_ALIGN.LEFT, "droite": PP_ALIGN.RIGHT, "centre": PP_ALIGN.CENTER}


def rgb(couleur: str) -> Any:
    """A hexadecimal colour, or the name of one of `theme.COULEURS`."""
    teinte = COULEURS.get(couleur, couleur).removeprefix("#")
    return RGBColor(*bytes.fromhex(teinte))  # type: ignore[no-untyped-call]


def zone(planche: Any, boite: Boite, nom: str) -> Any:
    """An empty text box without margins.

    Args:
        planche: The slide of python-pptx.
        boite: Where.
        nom: What the selection pane of PowerPoint calls it.
    """
    forme = planche.shapes.add_textbox(Mm(boite.x), Mm(boite.y), Mm(boite.large), Mm(boite.haut))
    forme.name = nom
    cadre = forme.text_frame
    cadre.word_wrap = True
    cadre.margin_left = cadre.margin_right = cadre.margin_top = cadre.margin_bottom = 0
    return forme


def ecrire(  # noqa: PLR0913  a paragraph and its letters
    cadre: Any,
    texte: str,
    *,
    taille: float,
    gras: bool = False,
    couleur: str = "texte",
    aligne: str = "gauche",
    suite: bool = False,
    police: str = POLICE,
) -> None:
    """A paragraph in a text frame: the first one, or another one after those that it has (`suite`)."""
    paragraphe = cadre.add_paragraph() if suite else cadre.paragraphs[0]
    paragraphe.alignment = ALIGNES[aligne]
    morceau = paragraphe.add_run()
    morceau.text = texte
    morceau.font.size, morceau.font.bold = Pt(taille), gras
    morceau.font.name = police
    morceau.font.color.rgb = rgb(couleur)
    morceau._r.get_or_add_rPr().set("lang", LANGUE)  # noqa: SLF001  python-pptx only knows listed languages


def poser(  # noqa: PLR0913  a box and its letters
    planche: Any,
    boite: Boite,
    paragraphes: tuple[str, ...],
    *,
    nom: str,
    taille: float,
    mini: float = 0.7,
    gras: bool = False,
    couleur: str = "texte",
    aligne: str = "gauche",
    en_bas: bool = False,
) -> None:
    """Paragraphs in a box, set smaller until they fit; `debordements` tells those that could not."""
    cadre = zone(planche, boite, nom).text_frame
    cadre.vertical_anchor = MSO_ANCHOR.BOTTOM if en_bas else MSO_ANCHOR.TOP
    corps = ajuster(paragraphes, taille, (boite.large, boite.haut), mini=mini, gras=gras)
    for rang, texte in enumerate(paragraphes):
        ecrire(cadre, texte, taille=corps, gras=gras, couleur=couleur, aligne=aligne, suite=bool(rang))
