"""What is measured, and the statistics of it: no server, no browser, no clock in here."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["GRANDEURS", "VISES", "Bilan", "Grandeur", "Mesures", "bilan", "centile", "rapports"]

Mesures = dict[str, dict[str, list[float]]]
"""Way -> quantity -> values, in the order of the run."""


@dataclass(frozen=True, kw_only=True)
class Grandeur:
    """One quantity of the table.

    Attributes:
        libelle: What a reader sees, in French.
        unite: `s`, `ms` or `ko`; values are kept in seconds and in bytes.
        vise: Least ratio stock / atlas that the project wants, None when it wants none.
        plafond: Most that the design allows, in seconds or bytes; None when it says nothing.
        centile: Whether the design's budget is one of the 95th percentile, and not of the median.
    """

    libelle: str
    unite: str
    vise: float | None = None
    plafond: float | None = None
    centile: bool = False


GRANDEURS: Final = {
    "demarrage": Grandeur(libelle="Démarrage du serveur", unite="s"),
    "carte_a_froid": Grandeur(libelle="Première carte, à froid", unite="s", vise=3, plafond=3),
    "carte_a_chaud": Grandeur(libelle="Première carte, à chaud", unite="s", vise=3, plafond=1.2),
    "carte_websocket": Grandeur(libelle="Première carte, par WebSocket", unite="ko", vise=50),
    "carte_http": Grandeur(libelle="Première carte, par HTTP", unite="ko"),
    "carte_cpu": Grandeur(libelle="Première carte, processeur", unite="ms"),
    "changement": Grandeur(libelle="Millésime", unite="s", vise=8, plafond=0.2, centile=True),
    "changement_websocket": Grandeur(
        libelle="Millésime, par WebSocket", unite="ko", vise=50, plafond=20_000, centile=True
    ),
    "changement_http": Grandeur(libelle="Millésime, par HTTP", unite="ko"),
    "changement_cpu": Grandeur(libelle="Millésime, processeur", unite="ms"),
    "indicateur": Grandeur(libelle="Indicateur", unite="s", vise=8, plafond=0.2, centile=True),
    "indicateur_websocket": Grandeur(
        libelle="Indicateur, par WebSocket", unite="ko", vise=50, plafond=20_000, centile=True
    ),
    "filtre": Grandeur(libelle="Filtre de projets", unite="s", vise=5, plafond=0.2, centile=True),
    "filtre_websocket": Grandeur(
        libelle="Filtre, par WebSocket", unite="ko", vise=30, plafond=20_000, centile=True
    ),
    "couche": Grandeur(libelle="Couche", unite="s", plafond=0.2, centile=True),
    "couche_websocket": Grandeur(libelle="Couche, par WebSocket", unite="ko", plafond=20_000, centile=True),
    "fiche": Grandeur(libelle="Fiche d’un territoire, à chaud", unite="s"),
    "fiche_changement": Grandeur(libelle="Fiche, millésime", unite="s", plafond=0.2, centile=True),
    "fiche_changement_websocket": Grandeur(
        libelle="Fiche, millésime, par WebSocket", unite="ko", plafond=20_000, centile=True
    ),
    "region": Grandeur(libelle="Page Région, à chaud", unite="s", plafond=1.0),
    "france": Grandeur(libelle="Page France, à chaud", unite="s", plafond=1.0),
    "comparer": Grandeur(libelle="Page Comparer, à chaud", unite="s", plafond=1.0),
    "million": Grandeur(libelle="Un million de projets, un filtre", unite="s", plafond=0.3, centile=True),
    "export_csv": Grandeur(libelle="200 000 projets en CSV", unite="s", plafond=5, centile=True),
    "frappe": Grandeur(libelle="Recherche, une frappe", unite="ms", plafond=0.05, centile=True),
    "frappe_faute": Grandeur(libelle="Recherche, avec une faute", unite="ms", plafond=0.05, centile=True),
}
"""Every quantity, in the order of the table."""

VISES: Final = {nom: g.vise for nom, g in GRANDEURS.items() if g.vise is not None}
"""The ratios that the project wants."""


@dataclass(frozen=True, kw_only=True)
class Bilan:
    """The statistics of one quantity for one way.

    Attributes:
        mediane: Median.
        p95: 95th percentile, by nearest rank.
        minimum: Smallest value.
        maximum: Largest value.
        n: Number of values.
    """

    mediane: float
    p95: float
    minimum: float
    maximum: float
    n: int


def centile(valeurs: Sequence[float], part: float) -> float:
    """The value that a share `part` of the values does not exceed, by nearest rank.

    Raises:
        ValueError: No value, or a share outside ]0, 1].
    """
    if not valeurs or not 0 < part <= 1:
        raise ValueError("Un centile demande des valeurs, et une part au-dessus de 0 et jusqu’à 1.")
    return sorted(valeurs)[math.ceil(round(part * len(valeurs), 9)) - 1]


def bilan(valeurs: Iterable[float]) -> Bilan:
    """Median, 95th percentile and extremes.

    Raises:
        ValueError: No value.
    """
    rangees = sorted(valeurs)
    return Bilan(
        p95=centile(rangees, 0.95),
        mediane=statistics.median(rangees),
        minimum=rangees[0],
        maximum=rangees[-1],
        n=len(rangees),
    )


def rapports(stock: Mapping[str, Bilan], atlas: Mapping[str, Bilan]) -> dict[str, float]:
    """How many times more the stock way takes: median over median, cut to one decimal, never rounded up.

    A zero of ours has no ratio, nor has what the stock way does not do.
    """
    return {
        nom: _couper(stock[nom].mediane / b.mediane) for nom, b in atlas.items() if b.mediane and nom in stock
    }


def _couper(rapport: float) -> float:
    return math.floor(round(rapport * 10, 6)) / 10
