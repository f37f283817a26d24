"""What a slide of a deck holds, before any file is written: its words, its pictures, and their boxes.

Boxes are in millimetres of a 16:9 slide, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BAS",
    "HAUT",
    "HAUTEUR",
    "LARGEUR",
    "MARGE",
    "UTILE",
    "Bloc",
    "Boite",
    "Colonne",
    "Diagramme",
    "Image",
    "Planche",
    "Serie",
    "Tableau",
    "Texte",
    "Vignette",
]

LARGEUR: Final = 338.667
"""Millimetres of a 16:9 slide."""

HAUTEUR: Final = 190.5
MARGE: Final = 16.0
UTILE: Final = LARGEUR - 2 * MARGE
"""Width between the margins."""

HAUT: Final = 38.0
"""Where the body begins, under the title."""

BAS: Final = 174.0
"""Where it ends, above the foot."""


@dataclass(frozen=True, kw_only=True)
class Boite:
    """A box of a slide, in millimetres."""

    x: float
    y: float
    large: float
    haut: float


@dataclass(frozen=True, kw_only=True)
class Texte:
    """Paragraphs in a box, set smaller until they fit.

    Attributes:
        boite: Where.
        paragraphes: In order.
        taille: Points.
        mini: Smallest share of that size.
        gras: Whether they are bold.
        couleur: Name of a colour of `theme.COULEURS`.
    """

    boite: Boite
    paragraphes: tuple[str, ...]
    taille: float = 14
    mini: float = 0.7
    gras: bool = False
    couleur: str = "texte"


@dataclass(frozen=True, kw_only=True)
class Vignette:
    """One figure on its card.

    Attributes:
        boite: Where.
        libelle: What it is.
        valeur: The figure in French; « non renseigné » for an empty.
        details: Lines under it: rank, reference, date.
        sorte: Where it comes from: the frame and the word differ.
        muette: Whether there is no figure.
    """

    boite: Boite
    libelle: str
    valeur: str
    details: tuple[str, ...] = ()
    sorte: Literal["publié", "déduit", "absent", "calculé", "somme"]
    muette: bool = False


@dataclass(frozen=True, kw_only=True)
class Image:
    """A picture, kept whole in its box.

    Attributes:
        boite: Where.
        png: Its bytes.
        alternative: What it shows, for who does not see it.
    """

    boite: Boite
    png: bytes
    alternative: str


DECIMALES: Final = 6
"""Decimals of a value of a chart."""


@dataclass(frozen=True, kw_only=True)
class Serie:
    """Values of a chart.

    Attributes:
        nom: What the legend says.
        valeurs: One a category; None draws nothing.
        couleur: Hexadecimal.
        apart: Ranks of the categories that gather what is left, drawn in grey.
    """

    nom: str
    valeurs: Sequence[float | None]
    couleur: str
    apart: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """No more decimals than mean something: PowerPoint shows them in the sheet of the chart."""
        rondes = tuple(v if v is None or isinstance(v, int) else round(v, DECIMALES) for v in self.valeurs)
        object.__setattr__(self, "valeurs", rondes)


@dataclass(frozen=True, kw_only=True)
class Diagramme:
    """A native chart, that PowerPoint and LibreOffice can edit.

    Attributes:
        boite: Where.
        titre: Over it.
        categories: Names, in the order to read.
        series: One or two.
        sens: Bars one under the other along names, or columns along time.
        pourcent: Whether the values are percentages.
        alternative: What it shows, for who does not see it.
    """

    boite: Boite
    titre: str
    categories: tuple[str, ...]
    series: tuple[Serie, ...]
    sens: Literal["noms", "temps"] = "noms"
    pourcent: bool = False
    alternative: str


@dataclass(frozen=True, kw_only=True)
class Colonne:
    """A column of a table.

    Attributes:
        tete: Its head.
        part: Its share of the width.
        chiffres: Whether it holds figures, set on the right.
    """

    tete: str
    part: float
    chiffres: bool = False


@dataclass(frozen=True, kw_only=True)
class Tableau:
    """A native table.

    Attributes:
        boite: Where; its lines are as high as the box allows, at most 9 mm.
        colonnes: In order.
        lignes: Texts, one a column; a text too long for its cell ends by « … ».
        alternative: What it holds.
        taille: Points.
    """

    boite: Boite
    colonnes: tuple[Colonne, ...]
    lignes: tuple[tuple[str, ...], ...]
    alternative: str
    taille: float = 12


Bloc = Texte | Vignette | Image | Diagramme | Tableau


@dataclass(frozen=True, kw_only=True)
class Planche:
    """One slide.

    Attributes:
        titre: In the title placeholder.
        sous_titre: One line under it; may be empty.
        blocs: What stands on it, in the order to read.
        notes: What the presenter may say: sources, formulas, cautions.
        source: At the foot, short.
        couverture: Whether it opens the deck, on a ground of ink.
    """

    titre: str
    sous_titre: str = ""
    blocs: tuple[Bloc, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    couverture: bool = False
