"""How a figure is read: its value, its unit, its rank, how much of it is known, its share of a larger place.

One place decides the words and the rounding; screens, sheets, decks and comparisons only lay them out.
"""

from __future__ import annotations

import math
from numbers import Integral
from typing import TYPE_CHECKING, Final, Literal

from francais import accorder, le_disent, liste, nombre, ordinal
from geo.indicateurs.catalogue import INDICATEURS

if TYPE_CHECKING:
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.mesures import Mesure

__all__ = [
    "a_cote",
    "annees",
    "connu_pour",
    "couverture",
    "dates",
    "emplois_dits",
    "emprunt",
    "intervalle",
    "lieu",
    "note",
    "origine",
    "part",
    "place",
    "rang",
    "rang_court",
    "unite",
    "valeur",
]

MINIMUM: Final = "au moins "
"""Before a sum that only some of its projects tell."""

EX_AEQUO: Final = " ex æquo"
"""After a rank that others share."""

ORIGINES: Final = {
    "somme": "Somme\u00a0: l’atlas additionne des nombres publiés.",
    "calculé": "Calculé\u00a0: l’atlas applique une formule à des nombres publiés.",
}
"""What the word under a figure means, for whoever asks."""

TIERS: Final = {"haut": "parmi les plus hauts", "milieu": "parmi les moyens", "bas": "parmi les plus bas"}
"""What is said in the place of a rank."""


def valeur(indicateur: Indicateur, lue: float, couverture: float = math.nan) -> str:
    """A figure with the unit that it never goes without; « non renseigné » for an empty, never a zero.

    Args:
        indicateur: What it is.
        lue: The figure.
        couverture: Share (0 to 1) of it that is known: of a sum that only some projects tell, « au moins »
            says so, unless all of them do.
    """
    ecrite = nombre(lue, indicateur.decimales, "" if math.isnan(lue) else indicateur.unite_collee)
    return f"{MINIMUM}{ecrite}" if indicateur.minimum and lue > 0 and not couverture >= 1 else ecrite


def emplois_dits(emplois: float, disent: int, projets: int) -> str:
    """Announced jobs of some projects: « au moins 53 » unless all of them say, nothing known if none does.

    Args:
        emplois: Their sum.
        disent: Projects that state a number.
        projets: All of them.
    """
    lus = float(emplois) if disent or not projets else math.nan
    return valeur(INDICATEURS["emplois_annonces"], lus, disent / projets if projets else 1.0)


def unite(indicateur: Indicateur, lue: float) -> str:
    """The unit that stands beside a figure, in agreement with it; empty when it is in the figure already."""
    return "" if math.isnan(lue) or indicateur.unite_collee else indicateur.unite_de(lue)


def rang(indicateur: Indicateur, mesure: Mesure) -> str:
    """A rank as it is read, « 14e taux le plus bas sur 143 », or a third; empty without one.

    A rank is told from the end that is nearer, unless more is better: then from the highest.
    """
    if mesure.tiers:
        return TIERS[mesure.tiers]
    bas = "" if indicateur.plus_haut_est == "favorable" else indicateur.plus_bas
    return place(mesure.rang, mesure.classes, mesure.ex_aequo, haut=indicateur.plus_haut, bas=bas)


def place(
    rang: int | None, classes: int | None, ex_aequo: int = 0, *, haut: str = "plus haut", bas: str = ""
) -> str:
    """A place among others, « 2e plus haut sur 146 (3 ex æquo) »; empty without a rank.

    Args:
        rang: 1 for the highest.
        classes: Places in all.
        ex_aequo: Others that have the same figure.
        haut: What a high place has.
        bas: What a low one has, for a rank told from the nearer end; empty for one told from the highest.
    """
    if rang is None or not classes:
        return ""
    depuis_le_bas = classes - rang - ex_aequo + 1
    combien, quoi = (depuis_le_bas, bas) if bas and depuis_le_bas < rang else (rang, haut)
    pareils = f" ({nombre(ex_aequo + 1)} ex æquo)" if ex_aequo else ""
    if combien == 1:
        return f"{'le ' if quoi.startswith('plus') else ''}{quoi} des {nombre(classes)}{pareils}"
    return f"{ordinal(combien)} {quoi} sur {nombre(classes)}{pareils}"


def rang_court(place: object, ex_aequo: object, tiers: object) -> str:
    """A rank in a narrow column, « 3e ex æquo », « tiers haut »; a dash without one.

    Args:
        place: A rank, or what is missing.
        ex_aequo: Number of others that have the same figure.
        tiers: The third in its place; empty for none.
    """
    if str(tiers) in TIERS:
        return f"tiers {'moyen' if tiers == 'milieu' else tiers}"
    if not isinstance(place, Integral):
        return "–"
    return f"{ordinal(int(place))}{EX_AEQUO if ex_aequo not in {0, None} else ''}"


def intervalle(indicateur: Indicateur, mesure: Mesure) -> str:
    """How much a rate of few projects is worth, in a sentence for whoever asks; empty for another figure."""
    if mesure.intervalle is None:
        return ""
    bas, haut = (nombre(borne, indicateur.decimales) for borne in mesure.intervalle)
    compte = accorder(mesure.effectif, "projet")
    return f"{compte} seulement\u00a0: l’intervalle exact de Poisson à 95\u202f% va de {bas} à {haut}."


def origine(indicateur: Indicateur) -> Literal["somme", "calculé"]:
    """Whether published figures are added up, or a formula of the atlas makes the figure."""
    return "somme" if indicateur.montant else "calculé"


def note(indicateur: Indicateur) -> str:
    """What a figure is wherever it stands, for whoever asks: what its word means, formula, years."""
    suite = "" if indicateur.dates else f" Années\u00a0: {annees(indicateur)}."
    return f"{ORIGINES[origine(indicateur)]} {indicateur.formule}{suite}"


def annees(indicateur: Indicateur) -> str:
    """The years of what a figure is made of: « 2018 et 2022 »."""
    return liste([str(annee) for annee in indicateur.annees])


def dates(indicateur: Indicateur) -> str:
    """Which part of a figure is of which year, « projets 2022, population 2018 », or its one year."""
    return indicateur.dates or annees(indicateur)


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
    return f"dont {nombre(cent, 1, '%')} ici"
