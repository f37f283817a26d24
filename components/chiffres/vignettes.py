"""The key figures of a sheet: each with its rank, what it is compared with, and where it comes from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html.texte import RIEN, balise, joindre
from francais import le_disent, liste, nombre, ordinal
from geo.indicateurs.catalogue import INDICATEURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from components.chiffres.references import Reference
    from components.html.texte import Html
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.mesures import Mesure

__all__ = ["ORDRE", "cartes"]

PREMIERES: Final = ("projets", "emplois_annonces", "part_industrie", "chomage", "population")
"""What an elected official looks for first."""

ORDRE: Final = (*PREMIERES, *(cle for cle in INDICATEURS if cle not in PREMIERES))
"""The cards as they stand: five, then those that refine them."""

PRESQUE: Final = 0.95
"""From this coverage on, how much of a reference is known is told under « i » only."""

UNITES_COLLEES: Final = frozenset({"%", "points"})
"""Units that a figure never goes without."""

INFIME: Final = 0.1
"""A share in percent below which its figure would read as zero."""

SANS_PART: Final = frozenset({"emplois_annonces"})
"""Amounts that too few rows tell for a share of them to mean anything."""


def cartes(
    mesures: Mapping[str, Mesure],
    references: Sequence[tuple[Reference, Mapping[str, Mesure]]],
) -> Html:
    """One card for each indicator.

    Args:
        mesures: Figures of the territory by indicator.
        references: Each place that it is compared with, and its figures.
    """
    contenu = [
        _carte(INDICATEURS[cle], mesures[cle], [(lieu, autres[cle]) for lieu, autres in references])
        for cle in ORDRE
        if cle in mesures
    ]
    return balise("div", *contenu, classe="atlas-cartes")


def _carte(indicateur: Indicateur, mesure: Mesure, references: Sequence[tuple[Reference, Mesure]]) -> Html:
    connue = not math.isnan(mesure.valeur)
    unite = indicateur.unite_de(mesure.valeur) if connue else ""
    valeur = nombre(mesure.valeur, indicateur.decimales, unite if unite in UNITES_COLLEES else "")
    reste = "" if unite in UNITES_COLLEES else unite
    return balise(
        "article",
        _nom(indicateur, references),
        balise(
            "p",
            balise("b", valeur),
            *([balise("span", reste)] if reste else []),
            classe="v" if connue else "v muette",
        ),
        balise("p", _rang(mesure), _sorte(indicateur), *_connu(indicateur, mesure), classe="r"),
        balise(
            "dl",
            *(_reference(indicateur, mesure, lieu, autre) for lieu, autre in references),
        ),
    )


def _nom(indicateur: Indicateur, references: Sequence[tuple[Reference, Mesure]]) -> Html:
    """The name of a figure, and what a press on its « i » tells; the sources end the page."""
    annees = liste([str(annee) for annee in indicateur.annees])
    melange = " (années mêlées)" if indicateur.mele_des_annees else ""
    reste = "".join(_precisions(indicateur, lieu, autre) for lieu, autre in references)
    return balise(
        "details",
        balise("summary", balise("h3", indicateur.libelle), balise("i", "i")),
        balise("p", f"{indicateur.formule} Années : {annees}{melange}.{reste}"),
        name="i",
    )


def _sorte(indicateur: Indicateur) -> Html:
    """Whether published figures are added up, or a formula of the atlas makes the figure."""
    return balise("u", "calculé" if indicateur.sorte == "ratio" else "somme")


def _rang(mesure: Mesure) -> Html:
    if mesure.rang is None or mesure.classes is None:
        return balise("span", "non classé")
    return balise("span", f"{ordinal(mesure.rang)} sur {nombre(mesure.classes)}")


def _connu(indicateur: Indicateur, mesure: Mesure) -> list[Html]:
    connu = _couverture(indicateur, mesure)
    return [balise("small", connu)] if connu else []


def _couverture(indicateur: Indicateur, mesure: Mesure) -> str:
    """How much of the figure is known, when it is not all of it."""
    if math.isnan(mesure.couverture) or mesure.couverture >= 1:
        return ""
    if not mesure.connus:
        return "non publié ici" if indicateur.couverture_en != "projets" else ""
    if indicateur.couverture_en == "projets":
        return le_disent(mesure.connus, mesure.total)
    part = nombre(math.floor(100 * mesure.couverture), 0, "%")
    return f"connu pour {part} des {indicateur.couverture_en}"


def _reference(indicateur: Indicateur, mesure: Mesure, lieu: Reference, autre: Mesure) -> Html:
    unite = indicateur.unite if indicateur.unite in UNITES_COLLEES else ""
    connue = not math.isnan(autre.valeur)
    ecrit = nombre(autre.valeur, indicateur.decimales, unite if connue else "")
    part = _part(indicateur, mesure, autre) if lieu.contient else ""
    couverture = "" if autre.couverture >= PRESQUE else _couverture(indicateur, autre)
    notes = [note for note in (part or couverture, _laisses(indicateur, lieu)) if note]
    precision = balise("dd", joindre(notes, balise("br"))) if notes else RIEN
    return balise("div", balise("dt", lieu.libelle), balise("dd", ecrit), precision)


def _laisses(indicateur: Indicateur, lieu: Reference) -> str:
    """That « France » counts fewer projects than the map."""
    if indicateur.cle != "projets" or not lieu.sans:
        return ""
    return f"et {nombre(lieu.sans)} hors des régions"


def _precisions(indicateur: Indicateur, lieu: Reference, autre: Mesure) -> str:
    """What a reference leaves out, told under « i »: projects of no région, or the little that is unknown."""
    if indicateur.cle == "projets" and lieu.sans:
        tous = nombre(autre.valeur + lieu.sans)
        ou = "en Nouvelle-Calédonie et en Polynésie française, qui ne sont dans aucune région"
        return f" La carte en montre {tous}, dont {nombre(lieu.sans)} {ou}."
    if PRESQUE <= autre.couverture < 1 and indicateur.couverture_en != "projets":
        part = nombre(math.floor(100 * autre.couverture), 0, "%")
        return f" {lieu.libelle}\u00a0: connu pour {part} des {indicateur.couverture_en}."
    return ""


def _part(indicateur: Indicateur, mesure: Mesure, autre: Mesure) -> str:
    """Share of an amount that is here; empty for what is no amount, or not wholly known."""
    if indicateur.sorte == "ratio" or indicateur.cle in SANS_PART:
        return ""
    if math.isnan(mesure.valeur) or not autre.valeur > 0 or min(mesure.couverture, autre.couverture) < 1:
        return ""
    part = 100 * mesure.valeur / autre.valeur
    ecrite = f"moins de {nombre(INFIME, 1, '%')}" if 0 < part < INFIME else nombre(part, 1, "%")
    return f"dont {ecrite} ici"
