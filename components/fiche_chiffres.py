"""The key figures of a sheet: each with its rank, what it is compared with, and where it comes from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.texte import balise, echapper
from geo.formules import INDICATEURS
from theme import accorder, liste, nombre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from components.references import Reference
    from geo.formules import Indicateur
    from geo.indicators import Mesure

__all__ = ["cartes", "ordinal"]

UNITES_COLLEES: Final = frozenset({"%", "points"})
"""Units that a figure never goes without."""

SANS_PART: Final = frozenset({"emplois_annonces"})
"""Amounts that too few rows tell for a share of them to mean anything."""


def ordinal(rang: int) -> str:
    """A rank as it is read: « 1er », then « 2e »."""
    return f"{nombre(rang)}{'er' if rang == 1 else 'e'}"


def cartes(
    mesures: Mapping[str, Mesure],
    references: Sequence[tuple[Reference, Mapping[str, Mesure]]],
) -> str:
    """One card for each indicator.

    Args:
        mesures: Figures of the territory by indicator.
        references: Each place that it is compared with, and its figures.
    """
    contenu = [
        _carte(INDICATEURS[cle], mesure, [(lieu, autres[cle]) for lieu, autres in references])
        for cle, mesure in mesures.items()
    ]
    return balise("div", *contenu, classe="atlas-cartes")


def _carte(indicateur: Indicateur, mesure: Mesure, references: Sequence[tuple[Reference, Mesure]]) -> str:
    connue = not math.isnan(mesure.valeur)
    unite = indicateur.unite if connue else ""
    valeur = nombre(mesure.valeur, indicateur.decimales, unite if unite in UNITES_COLLEES else "")
    reste = "" if unite in UNITES_COLLEES else unite
    return balise(
        "article",
        balise("h3", echapper(indicateur.libelle)),
        balise(
            "p",
            balise("b", echapper(valeur)),
            balise("span", echapper(reste)),
            classe="v" if connue else "v muette",
        ),
        balise("p", _rang(mesure), _couverture(indicateur, mesure), classe="r"),
        balise(
            "dl",
            *(_reference(indicateur, mesure, lieu, autre) for lieu, autre in references),
        ),
        _explication(indicateur),
        classe="atlas-carte",
    )


def _rang(mesure: Mesure) -> str:
    if mesure.rang is None or mesure.classes is None:
        return balise("span", "non classé")
    return balise("span", echapper(f"{ordinal(mesure.rang)} sur {nombre(mesure.classes)}"))


def _couverture(indicateur: Indicateur, mesure: Mesure) -> str:
    """How much of the figure is known, when it is not all of it."""
    if math.isnan(mesure.couverture) or mesure.couverture >= 1:
        return ""
    if not mesure.connus:
        return balise("small", "non publié ici") if indicateur.couverture_en != "projets" else ""
    if indicateur.couverture_en == "projets":
        connus = f"{nombre(mesure.connus)} sur {accorder(mesure.total, 'projet')} le disent"
    else:
        part = nombre(math.floor(100 * mesure.couverture), 0, "%")
        connus = f"connu pour {part} des {indicateur.couverture_en}"
    return balise("small", echapper(connus))


def _reference(indicateur: Indicateur, mesure: Mesure, lieu: Reference, autre: Mesure) -> str:
    unite = indicateur.unite if indicateur.unite in UNITES_COLLEES else ""
    connue = not math.isnan(autre.valeur)
    ecrit = echapper(nombre(autre.valeur, indicateur.decimales, unite if connue else ""))
    part = _part(indicateur, mesure, autre) if lieu.contient else ""
    notes = (part or _couverture(indicateur, autre)) + _laisses(indicateur, lieu)
    precision = balise("dd", notes, classe="n") if notes else ""
    return balise("div", balise("dt", echapper(lieu.libelle)), balise("dd", ecrit), precision)


def _laisses(indicateur: Indicateur, lieu: Reference) -> str:
    """Why « France » counts fewer projects than the map: some are in no région."""
    if indicateur.cle != "projets" or not lieu.sans:
        return ""
    lignes = accorder(lieu.sans, "autre ligne", "autres lignes")
    return balise("small", echapper(f"{lignes} : Nouvelle-Calédonie, Polynésie"))


def _part(indicateur: Indicateur, mesure: Mesure, autre: Mesure) -> str:
    """Share of an amount that is here; empty for what is no amount, or not wholly known."""
    if indicateur.sorte == "ratio" or indicateur.cle in SANS_PART:
        return ""
    if math.isnan(mesure.valeur) or not autre.valeur > 0 or min(mesure.couverture, autre.couverture) < 1:
        return ""
    return balise("small", echapper(f"dont {nombre(100 * mesure.valeur / autre.valeur, 1, '%')} ici"))


def _explication(indicateur: Indicateur) -> str:
    """What a press on « i » tells: how, and from which years; the sources end the page."""
    calcule = indicateur.sorte == "ratio"
    mot = "calculé" if calcule else "somme"
    annees = liste([str(annee) for annee in indicateur.annees])
    melange = " (années mêlées)" if indicateur.mele_des_annees else ""
    return balise(
        "details",
        balise(
            "summary",
            balise("span", mot, classe="calcul" if calcule else "somme"),
            balise("i", "i"),
            aria_label=f"{mot}, formule : {indicateur.libelle}",
        ),
        balise("p", echapper(f"{indicateur.formule} Années : {annees}{melange}.")),
    )
