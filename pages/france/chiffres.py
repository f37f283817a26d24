"""The national figures: the ones that say where the programme stands, then all the others, by their part.

A published figure and a computed one never look alike: the first is large and says « publié » with its date,
the second is small, says how it was made, and stands under it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html import RIEN, balise
from francais import accorder, date_en_lettres, nombre, tel_quel, typographie
from geo.etape import PRINCIPAUX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.html import Html
    from geo.etape import Chiffre

__all__ = ["CHAPEAU", "autres", "ecrire", "tete", "vignettes"]

CHAPEAU: Final = (
    "Ce que publie le « Point d’étape à 3 ans » du 24 septembre 2021, et ce que l’atlas recalcule. "
    "« i » donne la page du document, la formule et l’écart."
)

COURTS: Final = {
    "Territoires d'industrie": "Territoires",
    "Intercommunalités couvertes": "EPCI et EPT couverts",
    "Projets remontés dans les plans d'actions": "Projets remontés",
    "Projets lauréats du fonds d'accélération": "Lauréats du fonds",
    "Investissements industriels soutenus": "Investissements soutenus",
    "Subventions engagées par l'Etat et les Régions": "Subventions engagées",
    "Créations d'emplois prévues": "Emplois prévus",
}
"""What stands on a card; the name as published opens its « i »."""

SYMBOLES: Final = {"milliards d'euros": "Md€", "millions d'euros": "M€", "%": "%"}
"""How a published unit is written after its figure."""

PAR_CONSTRUCTION: Final = "somme vraie par construction"
"""What is said of a computation that was made from the published figure: it proves nothing."""

PLUS_DE: Final = "(plus de)"
"""In a published unit: the figure is a minimum."""


def ecrire(valeur: float, unite: str, decimales: int | None = None) -> tuple[str, str]:
    """A published figure as it is read: the figure with its symbol, and the words that follow.

    Args:
        valeur: The figure.
        unite: Its unit, as published.
        decimales: Decimals; as many as the figure has when not given.
    """
    symbole = SYMBOLES.get(unite, "")
    lu = tel_quel(valeur, symbole) if decimales is None else nombre(valeur, decimales, symbole)
    if symbole:
        return lu, ""
    if unite.endswith(PLUS_DE):
        return f"plus de {lu}", unite.removesuffix(PLUS_DE).strip()
    return lu, unite


def tete(chiffres: Sequence[Chiffre], lignes_de_l_extrait: int) -> Html:
    """The main figures.

    Args:
        chiffres: Every national figure.
        lignes_de_l_extrait: Rows of the extract of April 2022.
    """
    titre = balise("h2", "Les chiffres clés", classe="atlas-lecteurs")
    return balise("div", titre, vignettes(chiffres, lignes_de_l_extrait))


def vignettes(chiffres: Sequence[Chiffre], lignes_de_l_extrait: int) -> Html:
    """The main figures, one card each, then the list of laureates that the atlas holds.

    Args:
        chiffres: Every national figure.
        lignes_de_l_extrait: Rows of the extract of April 2022.
    """
    par_nom = {chiffre.indicateur: chiffre for chiffre in chiffres}
    contenu = [_vignette(par_nom[nom]) for nom in PRINCIPAUX if nom in par_nom]
    return balise("div", *contenu, _extrait(lignes_de_l_extrait), classe="atlas-nationaux")


def _vignette(chiffre: Chiffre) -> Html:
    valeur, mots = ecrire(chiffre.valeur, chiffre.unite)
    minimum = valeur.startswith("plus de ")
    return balise(
        "article",
        _note(COURTS.get(chiffre.indicateur, chiffre.indicateur), _explication(chiffre)),
        balise(
            "p",
            *([balise("small", "plus de ")] if minimum else []),
            balise("b", valeur.removeprefix("plus de ")),
            classe="v",
        ),
        balise("p", balise("u", "publié"), f" · {_date_courte(chiffre.date)}", classe="p"),
        _calculee(chiffre) or balise("p", "", classe="c"),
        aria_label=f"{typographie(chiffre.indicateur)}\u00a0: {valeur} {mots}".strip(),
    )


def _date_courte(date: str) -> str:
    """« 24/09/2021 », or the year alone."""
    return "/".join(reversed(date.split("-")))


def _note(titre: str, texte: str, niveau: str = "h3") -> Html:
    """A name and what a press on its « i » tells."""
    return balise(
        "details",
        balise("summary", balise(niveau, typographie(titre)), " ", balise("i", "i")),
        balise("p", texte),
        name="i-france",
    )


def _explication(chiffre: Chiffre) -> str:
    document = f"Publié par le « Point d’étape à 3 ans », {chiffre.section}, {date_en_lettres(chiffre.date)}."
    phrases = [f"{typographie(chiffre.indicateur)}. {document}"]
    if chiffre.calcul:
        phrases.append(f"Calculé\u00a0: {chiffre.calcul.formule}")
        phrases.append(chiffre.calcul.ecart)
        phrases.append(f"Années\u00a0: {', '.join(map(str, chiffre.calcul.annees))}.")
    return " ".join(phrase for phrase in phrases if phrase)


def _calculee(chiffre: Chiffre) -> Html:
    """What the atlas finds, under what was published."""
    if chiffre.calcul is None or math.isnan(chiffre.calculee):
        return RIEN
    return balise("p", *_comment(chiffre), classe="c")


def _comment(chiffre: Chiffre) -> tuple[Html | str, ...]:
    """« calculé », the figure and what it covers; a sum that cannot but find its total says that alone."""
    assert chiffre.calcul is not None
    if chiffre.calcul.par_construction:
        return (balise("em", PAR_CONSTRUCTION),)
    valeur, _ = ecrire(
        chiffre.calculee, chiffre.unite.removesuffix(PLUS_DE).strip(), chiffre.calcul.decimales
    )
    return (balise("em", "calculé"), f" · {valeur} {chiffre.portee}".rstrip())


def _extrait(lignes: int) -> Html:
    """The list of laureates that the maps show: another list than the one that was published."""
    texte = (
        "Lignes de la liste des projets lauréats de France Relance arrêtée en avril 2022, répétitions "
        "comprises, tous dispositifs réunis et sans montants. Ce ne sont pas les lauréats que compte le "
        "« Point d’étape »."
    )
    return balise(
        "article",
        _note("Projets de l’extrait", texte),
        balise("p", balise("b", nombre(lignes)), classe="v"),
        balise("p", balise("em", "compté"), " · avril 2022", classe="c"),
        balise("p", "une autre liste", classe="p"),
        classe="autre",
        aria_label=f"Extrait d’avril 2022 de France Relance\u00a0: {accorder(lignes, 'projet')}",
    )


def autres(chiffres: Sequence[Chiffre]) -> Html:
    """The figures that are on no card, grouped by the part of the document that gives them."""
    reste = [chiffre for chiffre in chiffres if chiffre.indicateur not in PRINCIPAUX]
    sections = dict.fromkeys(chiffre.section for chiffre in reste)
    groupes = [
        balise(
            "section",
            balise("h3", typographie(section)),
            balise("dl", *(_ligne(chiffre) for chiffre in reste if chiffre.section == section)),
        )
        for section in sections
    ]
    return balise("div", *groupes, classe="atlas-publies")


def _ligne(chiffre: Chiffre) -> Html:
    valeur, mots = ecrire(chiffre.valeur, chiffre.unite)
    montre = f"{valeur} {mots}" if mots else valeur
    calculee = _calculee(chiffre)
    if calculee:
        calculee = _note_calculee(chiffre)
    return balise(
        "div",
        balise("dt", typographie(chiffre.indicateur)),
        balise(
            "dd",
            balise("b", montre),
            balise("small", balise("u", "publié"), f" · {_date_courte(chiffre.date)}"),
            calculee,
        ),
    )


def _note_calculee(chiffre: Chiffre) -> Html:
    """What the atlas finds for a quiet figure, with how and why it differs."""
    assert chiffre.calcul is not None
    annees = ", ".join(map(str, chiffre.calcul.annees))
    texte = f"{chiffre.calcul.formule} {chiffre.calcul.ecart} Années\u00a0: {annees}."
    return balise(
        "details",
        balise("summary", balise("small", *_comment(chiffre)), balise("i", "i")),
        balise("p", texte),
        name="i-france",
    )
