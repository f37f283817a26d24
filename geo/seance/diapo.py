"""What one view of a séance says: a title, three figures, maybe bars, its sources. One idea, and no more.

The projected screen and the files that leave the atlas say the same thing, since both read this.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from geo.indicateurs import ecriture

if TYPE_CHECKING:
    from geo.indicateurs import Indicateur, Mesure

__all__ = [
    "EXTRAIT",
    "Barre",
    "Diapo",
    "Figure",
    "Graphique",
    "figure_d_indicateur",
]

Sorte = Literal["publié", "déduit", "calculé", "somme"]
"""Published, deduced from published ones, made by a formula, or published rows added up."""

EXTRAIT: Final = "extrait d’avril 2022 de France Relance"
"""The list of projects that points and bars are made of; never the published laureates."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure, as it is read from the end of a room.

    Attributes:
        valeur: The figure in French with its unit when both go together; « non renseigné » for an empty.
        libelle: What it is, unit included when it does not stand beside the figure.
        precision: Its rank, its reference, its date; may be empty.
        sorte: Where it comes from.
        formule: How it is computed, for whoever asks.
    """

    valeur: str
    libelle: str
    precision: str = ""
    sorte: Sorte
    formule: str = ""


@dataclass(frozen=True, kw_only=True)
class Barre:
    """One bar.

    Attributes:
        nom: What is counted.
        valeur: How many projects.
        precision: Its share of all, in French; empty along time.
        reste: Whether it gathers what is left (others, unknown), which is drawn apart.
    """

    nom: str
    valeur: int
    precision: str = ""
    reste: bool = False


@dataclass(frozen=True, kw_only=True)
class Graphique:
    """Bars one under the other, or columns along the months.

    Attributes:
        titre: What they count.
        barres: In the order to draw.
        sens: Along names, or along time.
    """

    titre: str
    barres: tuple[Barre, ...]
    sens: Literal["noms", "temps"]


@dataclass(frozen=True, kw_only=True)
class Diapo:
    """One view, without its map.

    Attributes:
        titre: What it is about.
        sous_titre: One line under it.
        figures: Three figures at most.
        graphique: Bars in the place of the map.
        sources: Keys of `data/sources/sources.toml`.
        note: What a reader must know to read it; may be empty.
        phrase: What is high, low or unusual in its place, for who speaks; empty for a view of no place.
    """

    titre: str
    sous_titre: str
    figures: tuple[Figure, ...]
    graphique: Graphique | None = None
    sources: tuple[str, ...]
    note: str = ""
    phrase: str = ""


def figure_d_indicateur(indicateur: Indicateur, mesure: Mesure, reference: str = "") -> Figure:
    """An indicator of a place, with its rank and what it is compared with.

    Args:
        indicateur: What it is.
        mesure: What it is worth.
        reference: « France : 9,5 % »; empty for none.
    """
    rang, a_cote = ecriture.rang(indicateur, mesure), ecriture.a_cote(indicateur, mesure)
    dates = "" if math.isnan(mesure.valeur) else indicateur.dates
    precisions = [rang, a_cote, dates, reference]
    return Figure(
        valeur=ecriture.valeur(indicateur, mesure.valeur, mesure.couverture),
        libelle=indicateur.libelle,
        precision=" · ".join(filter(None, precisions)),
        sorte=ecriture.origine(indicateur),
        formule=indicateur.formule,
    )
