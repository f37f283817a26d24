"""What stands out in the figures of a place: declared indicators, declared thresholds, no figure of its own.

A fact is told of a figure that is known, that is almost wholly known, and whose place among its like is
certain: in the first or the last quarter of the ranks, and on that side of France as both are displayed. A
rate of few projects has a third in the place of a rank: it is told only when its exact interval leaves France
out. What has neither (the régions overseas together) stands a quarter above France or more, or a fifth below.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from geo.indicateurs import INDICATEURS, LA_FRANCE, mesure

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur, Mesure, Objet

__all__ = ["ORDRE", "QUART", "Cote", "Fait", "faits", "lire"]

ORDRE: Final = ("projets_pour_10000_hab", "part_industrie", "chomage", "evolution_chomage")
"""The indicators that a sentence may tell, in the order in which it tells them."""

QUART: Final = 0.25
"""Share of the places at either end of the ranks that stand out."""

CONNUE: Final = 0.95
"""Coverage under which a figure is shown, and told by no sentence."""

AU_DESSUS: Final = 1.25
AU_DESSOUS: Final = 0.8
"""How many times the figure of France, for a place that has no rank."""

Cote = Literal["haut", "bas", "milieu", "aucun", "incertain", "inconnu"]
"""Where a figure stands: in a quarter, between them, « aucun » for no project at all, or why nothing is said.

« incertain » has a figure that proves nothing: too few projects, or a quarter that is on the other side of
France. « inconnu » has none, or one of a part of the place.
"""


@dataclass(frozen=True, kw_only=True)
class Fait:
    """Where one figure of a place stands.

    Attributes:
        cle: Key of the indicator.
        cote: Where it stands.
        ici: Its figure.
        france: That of France.
        force: How far from the middle of the ranks, 0 to 0.5; what is told first when there is not room for
            all.
    """

    cle: str
    cote: Cote
    ici: Mesure
    france: Mesure
    force: float = 0.0

    @property
    def indicateur(self) -> Indicateur:
        """What the figure is."""
        return INDICATEURS[self.cle]

    @property
    def marquant(self) -> bool:
        """Whether there is something to tell."""
        return self.cote in {"haut", "bas", "aucun"}


def faits(atlas: Atlas, objet: Objet, millesime: int) -> tuple[Fait, ...]:
    """Where each indicator of `ORDRE` of a place stands.

    Args:
        atlas: The atlas.
        objet: A territory, a région or another place that is compared with France.
        millesime: Year of the perimeters.

    Raises:
        KeyError: The millésime has no such place.
    """
    trouves = []
    for cle in ORDRE:
        ici = mesure(atlas, objet=objet, millesime=millesime, cle=cle)
        france = mesure(atlas, objet=LA_FRANCE, millesime=millesime, cle=cle)
        if ici is None or france is None:
            raise KeyError(objet.code)
        trouves.append(lire(INDICATEURS[cle], ici, france))
    return tuple(trouves)


def lire(indicateur: Indicateur, ici: Mesure, france: Mesure) -> Fait:
    """Where one figure stands, beside that of France."""
    cote, force = _cote(indicateur, ici, france)
    return Fait(cle=indicateur.cle, cote=cote, ici=ici, france=france, force=force)


def _cote(indicateur: Indicateur, ici: Mesure, france: Mesure) -> tuple[Cote, float]:
    if math.isnan(ici.valeur) or math.isnan(france.valeur) or ici.couverture < CONNUE or ici.hors:
        return "inconnu", 0.0
    if ici.effectif == 0:
        return "aucun", 0.5
    place = _place(ici)
    ecart = round(ici.valeur, indicateur.decimales) - round(france.valeur, indicateur.decimales)
    if place is None:
        return _sans_rang(indicateur, ici, france)
    force = abs(place - 0.5)
    if QUART < place < 1 - QUART and not ici.tiers:
        return "milieu", force
    sur = _hors_de_l_intervalle(ici, france) and (ecart > 0 if place < 0.5 else ecart < 0)  # noqa: PLR2004  half
    return (("haut" if place < 0.5 else "bas"), force) if sur else ("incertain", force)  # noqa: PLR2004  half


def _place(ici: Mesure) -> float | None:
    """Share of the places that stand before, equals counted by half: 0 for the highest, 1 for the lowest."""
    if ici.tiers:
        return {"haut": 1 / 6, "milieu": 0.5, "bas": 5 / 6}[ici.tiers]
    if ici.rang is None or not ici.classes:
        return None
    return (ici.rang - 1 + (ici.ex_aequo + 1) / 2) / ici.classes


def _hors_de_l_intervalle(ici: Mesure, france: Mesure) -> bool:
    """Whether a rate of few projects proves that it is not that of France."""
    if ici.intervalle is None:
        return True
    bas, haut = ici.intervalle
    return not bas <= france.valeur <= haut


def _sans_rang(indicateur: Indicateur, ici: Mesure, france: Mesure) -> tuple[Cote, float]:
    """A place that is one of its kind beside France; a figure that may be negative has no ratio."""
    if indicateur.autour_de_zero or not france.valeur:
        return "incertain", 0.0
    fois = ici.valeur / france.valeur
    if AU_DESSOUS < fois < AU_DESSUS:
        return "incertain", 0.0
    return ("haut" if fois > 1 else "bas"), QUART
