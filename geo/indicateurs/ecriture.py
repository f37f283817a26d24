"""How a figure is read: its value, its unit, its rank, how much of it is known, its share of a larger place.

One place decides the words and the rounding; screens, sheets, decks and comparisons only lay them out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

from francais import le_disent, liste, nombre, ordinal

if TYPE_CHECKING:
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.mesures import Mesure

__all__ = [
    "a_cote",
    "annees",
    "connu_pour",
    "couverture",
    "emprunt",
    "lieu",
    "origine",
    "part",
    "rang",
    "unite",
    "valeur",
]

INFIME: Final = 0.1
"""A share in percent below which its figure would read as zero."""


def valeur(indicateur: Indicateur, lue: float) -> str:
    """A figure with the unit that it never goes without; « non renseigné » for an empty, never a zero."""
    return nombre(lue, indicateur.decimales, "" if math.isnan(lue) else indicateur.unite_collee)


def unite(indicateur: Indicateur, lue: float) -> str:
    """The unit that stands beside a figure, in agreement with it; empty when it is in the figure already."""
    return "" if math.isnan(lue) or indicateur.unite_collee else indicateur.unite_de(lue)


def rang(place: int | None, classes: int | None) -> str:
    """A rank among those that have one, « 1er sur 146 »; empty without a rank."""
    return f"{ordinal(place)} sur {nombre(classes)}" if place else ""


def origine(indicateur: Indicateur) -> Literal["somme", "calculé"]:
    """Whether published figures are added up, or a formula of the atlas makes the figure."""
    return "somme" if indicateur.montant else "calculé"


def annees(indicateur: Indicateur) -> str:
    """The years of what a figure is made of: « 2018 et 2022 »."""
    return liste([str(annee) for annee in indicateur.annees])


def connu_pour(indicateur: Indicateur, mesure: Mesure) -> str:
    """How much of the weight is known, never rounded up: « connu pour 99 % des habitants »."""
    partie = nombre(math.floor(100 * mesure.couverture), 0, "%")
    return f"connu pour {partie} des {indicateur.couverture_en}"


def a_cote(indicateur: Indicateur, mesure: Mesure) -> str:
    """What stands beside a figure: of what it is the rate by definition, and how much of it is known."""
    return ", ".join(filter(None, (_par_definition(indicateur, mesure), couverture(indicateur, mesure))))


def _par_definition(indicateur: Indicateur, mesure: Mesure) -> str:
    """« taux de la zone d’emploi »: a figure of larger units, which neighbours share; empty for another."""
    heritage = indicateur.heritage
    if heritage is None or not heritage.par_definition or math.isnan(mesure.valeur) or not mesure.unites:
        return ""
    return heritage.dite if mesure.unites == 1 else heritage.dites


def emprunt(indicateur: Indicateur, mesure: Mesure) -> str:
    """Why a figure that is only that of larger units is none: « 83 % de ses emplois viennent d’une… »."""
    heritage = indicateur.heritage
    if heritage is None or mesure.etat != "emprunté":
        return ""
    viennent = heritage.partielle if mesure.partielles == 1 else heritage.partielles
    return f"{nombre(100 * mesure.emprunt, 0, '%')} de ses {heritage.pesee} {viennent}"


def lieu(nom: str, mesure: Mesure) -> str:
    """A place of reference with the régions that its figure leaves out: « France, hors Mayotte »."""
    return f"{nom}, hors {mesure.hors}" if mesure.hors else nom


def couverture(indicateur: Indicateur, mesure: Mesure) -> str:
    """How much of a figure is known, when it is not all of it, or why it would not be its own."""
    if mesure.etat == "emprunté":
        return emprunt(indicateur, mesure)
    if mesure.hors:
        return f"hors {mesure.hors}"
    if math.isnan(mesure.couverture) or mesure.couverture >= 1:
        return ""
    if not mesure.connus:
        return "non publié ici" if indicateur.couverture_en != "projets" else ""
    if indicateur.couverture_en == "projets":
        return le_disent(mesure.connus, mesure.total)
    return connu_pour(indicateur, mesure)


def part(indicateur: Indicateur, ici: Mesure, tout: Mesure) -> str:
    """Share of an amount that is here, « dont 12,5 % ici »; empty for what is none, or not wholly known."""
    if not (indicateur.montant and indicateur.part_dite):
        return ""
    if math.isnan(ici.valeur) or not tout.valeur > 0 or min(ici.couverture, tout.couverture) < 1:
        return ""
    cent = 100 * ici.valeur / tout.valeur
    ecrite = f"moins de {nombre(INFIME, 1, '%')}" if 0 < cent < INFIME else nombre(cent, 1, "%")
    return f"dont {ecrite} ici"
