"""One A4 page whose boxes are measured: what does not fit is told, never clipped in silence.

fpdf2 writes the file. This adds what a sheet needs: letters that shrink or wrap inside a box, and the list
of the boxes in which they could not.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from fpdf import FPDF, ViewerPreferences
from fpdf.enums import Align
from fpdf.fonts import TTFFont

from exports.police import MM_PAR_POINT, fichier
from theme import COULEURS, NOM

if TYPE_CHECKING:
    from exports.police import Graisse

__all__ = ["HAUTEUR", "LARGEUR", "MARGE", "UTILE", "Page"]

LARGEUR: Final = 210.0
"""Millimetres of an A4 page."""

HAUTEUR: Final = 297.0
MARGE: Final = 12.0
UTILE: Final = LARGEUR - 2 * MARGE
"""Width between the margins."""

INTERLIGNE: Final = 1.18

_STYLES: Final[dict[Graisse, str]] = {"normale": "", "demi": "B", "italique": "I"}
"""Weight -> style of fpdf2."""

_POLICE: Final = "atlas"

_SECABLE: Final = re.compile(r"(?<!«) (?![;:!?»])")
"""Where a line may end: French punctuation stays with its word."""


class Page(FPDF):
    """A page, its title and language, and the boxes that overflow.

    Attributes:
        debords: Name of each box whose text did not fit, in the order of the page.
    """

    def __init__(self, *, titre: str, jour: str) -> None:
        """An empty page.

        Args:
            titre: Title of the document.
            jour: Day that it is made on, « 2026-11-21 »: the same day gives the same bytes.
        """
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self.debords: list[str] = []
        self.set_auto_page_break(auto=False)
        self.set_margin(0)
        self.c_margin = 0.0
        for graisse, style in _STYLES.items():
            self.add_font(_POLICE, style, str(fichier(graisse)))
        self.set_title(titre)
        self.set_author(NOM)
        self.set_creator(NOM)
        self.set_lang("fr-FR")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_creation_date(datetime.fromisoformat(jour).replace(tzinfo=UTC))
        self.add_page()

    def __enter__(self) -> Self:
        """The page, whose files of letters are closed at the end."""
        return self

    def __exit__(self, *_erreur: object) -> None:
        """Close them: fpdf2 leaves that to chance."""
        for police in self.fonts.values():
            if isinstance(police, TTFFont):
                police.ttfont.close()

    def style(self, taille: float, graisse: Graisse = "normale", couleur: str = COULEURS["texte"]) -> None:
        """Letters to come: points, weight, colour."""
        self.set_font(_POLICE, _STYLES[graisse], taille)
        self.set_text_color(couleur)

    def ligne(  # noqa: PLR0913  a box and its letters
        self,
        x: float,
        y: float,
        largeur: float,
        texte: str,
        *,
        taille: float = 8,
        graisse: Graisse = "normale",
        couleur: str = COULEURS["texte"],
        aligne: str = "L",
        mini: float = 0.8,
        nom: str = "",
        lien: str = "",
    ) -> None:
        """A text on one line, set smaller if it must be; beyond that the box is said to overflow.

        Args:
            x: Left, millimetres.
            y: Top.
            largeur: Room.
            texte: Text.
            taille: Points.
            graisse: Weight.
            couleur: Colour.
            aligne: « L », « R » or « C ».
            mini: Smallest share of the size.
            nom: Name of the box.
            lien: Address to which the text leads.
        """
        self.style(taille, graisse, couleur)
        voulue = self.get_string_width(texte)
        if voulue > largeur:
            reduit = taille * largeur / voulue * 0.995
            if reduit < mini * taille:
                self.debords.append(f"{nom or texte} : {texte}")
            self.style(max(reduit, mini * taille), graisse, couleur)
        self.set_xy(x, y)
        self.cell(largeur, taille * INTERLIGNE * MM_PAR_POINT, texte, align=Align.coerce(aligne), link=lien)

    def coupee(  # noqa: PLR0913  a box and its letters
        self,
        x: float,
        y: float,
        largeur: float,
        texte: str,
        *,
        taille: float = 8,
        graisse: Graisse = "normale",
        couleur: str = COULEURS["texte"],
        lignes: int = 1,
    ) -> float:
        """A free text on at most some lines, ended by « … » when it is longer: that is no overflow.

        Returns:
            Height that was used, in millimetres.
        """
        self.style(taille, graisse, couleur)
        pas = taille * INTERLIGNE * MM_PAR_POINT
        morceaux = self.decouper(texte, largeur)
        if len(morceaux) > lignes:
            morceaux = [*morceaux[: lignes - 1], self._abreger(" ".join(morceaux[lignes - 1 :]), largeur)]
        for rang, morceau in enumerate(morceaux):
            self.set_xy(x, y + rang * pas)
            self.cell(
                largeur,
                pas,
                morceau if self.get_string_width(morceau) <= largeur else self._abreger(morceau, largeur),
            )
        return pas * len(morceaux)

    def bloc(  # noqa: PLR0913  a box and its letters
        self,
        x: float,
        y: float,
        largeur: float,
        hauteur: float,
        texte: str,
        *,
        taille: float = 8,
        mini: float = 0.7,
        graisse: Graisse = "normale",
        couleur: str = COULEURS["texte"],
        nom: str = "",
    ) -> float:
        """A whole text in a box, set smaller until it fits; beyond that the box is said to overflow.

        Returns:
            Height that was used, in millimetres.
        """
        corps = taille
        while True:
            self.style(corps, graisse, couleur)
            pas = corps * INTERLIGNE * MM_PAR_POINT
            morceaux = self.decouper(texte, largeur)
            tient = len(morceaux) * pas <= hauteur and all(
                self.get_string_width(m) <= largeur + 0.1 for m in morceaux
            )
            if tient or corps <= mini * taille:
                break
            corps -= 0.25
        if not tient:
            self.debords.append(f"{nom or 'bloc'} : {texte}")
        for rang, morceau in enumerate(morceaux):
            self.set_xy(x, y + rang * pas)
            self.cell(largeur, pas, morceau)
        return pas * len(morceaux)

    def decouper(self, texte: str, largeur: float) -> list[str]:
        """The lines of a text in the letters that are set."""
        lignes: list[str] = []
        for mot in _SECABLE.split(texte):
            essai = f"{lignes[-1]} {mot}" if lignes else mot
            if lignes and self.get_string_width(essai) <= largeur:
                lignes[-1] = essai
            else:
                lignes.append(mot)
        return lignes

    def _abreger(self, texte: str, largeur: float) -> str:
        while texte and self.get_string_width(f"{texte}…") > largeur:
            texte = texte[:-1].rstrip(" ,;:.-–")
        return f"{texte}…"

    def filet(
        self,
        y: float,
        *,
        x: float = MARGE,
        largeur: float = LARGEUR - 2 * MARGE,
        gras: float = 0.2,
        couleur: str = COULEURS["trait"],
    ) -> None:
        """A horizontal rule."""
        self.set_draw_color(couleur)
        self.set_line_width(gras)
        self.line(x, y, x + largeur, y)

    def aplat(self, x: float, y: float, largeur: float, hauteur: float, couleur: str) -> None:
        """A filled rectangle."""
        self.set_fill_color(couleur)
        self.rect(x, y, largeur, hauteur, style="F")

    def titre_de(self, x: float, y: float, largeur: float, texte: str, precision: str = "") -> None:
        """The title of a section, over a rule, and in a few words what it counts."""
        self.ligne(x, y, largeur, texte, taille=10, graisse="demi", couleur=COULEURS["encre"], nom="titre")
        place = self.get_string_width(texte) + 2
        if precision:
            self.ligne(
                x + place,
                y + 0.75,
                largeur - place,
                precision,
                taille=7,
                couleur=COULEURS["discret"],
                aligne="R",
                nom="précision",
            )
        self.filet(y + 5, x=x, largeur=largeur, gras=0.3, couleur=COULEURS["encre"])
