"""The table of a comparison: one indicator a row, one object a column, a bar and a label in each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html import RIEN, balise, joindre
from geo.fiche import dire, libelle, note, tete
from geo.indicateurs import SORTES, nom_objet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.html import Html
    from geo.atlas import Atlas
    from geo.fiche import CaseDite
    from geo.indicateurs import Ligne, Objet

__all__ = ["tracer"]

DERRIERE: Final = "Une barre pleine est celle du premier rang : elle dit combien sont classés derrière."
"""What the bars of ranks say."""


def tracer(
    atlas: Atlas, objets: Sequence[Objet], lignes: Sequence[Ligne], *, millesime: int, vue: str
) -> Html:
    """The table and its notes as HTML.

    Args:
        atlas: Gives the names.
        objets: The columns.
        lignes: The rows, as `geo.indicateurs.comparaison.comparer` gives them for these objects.
        millesime: Year of the perimeters.
        vue: « valeurs », « rangs » or « ecarts ».
    """
    raisons: list[str] = []
    tetes = [balise("th", "Indicateur", scope="col")]
    tetes += [
        balise(
            "th",
            nom_objet(atlas, objet, millesime=millesime).strip(),
            balise("small", SORTES[objet.sorte]),
            scope="col",
        )
        for objet in objets
    ]
    corps = [balise("tr", _nom(ligne, vue), *_cases(ligne, vue, raisons)) for ligne in lignes]
    titre = balise("caption", "Les indicateurs côte à côte", classe="atlas-lecteurs")
    tableau = balise("table", titre, balise("thead", balise("tr", *tetes)), balise("tbody", *corps))
    notes = joindre(balise("li", raison[0].upper() + raison[1:] + ".") for raison in raisons)
    legende = balise("p", DERRIERE, classe="atlas-comparer-legende") if vue == "rangs" else RIEN
    return (
        legende
        + balise(
            "div", tableau, classe="atlas-comparer", tabindex="0", role="region", aria_label="Comparaison"
        )
        + (balise("ol", notes, classe="atlas-comparer-notes") if notes else RIEN)
    )


def _nom(ligne: Ligne, vue: str) -> Html:
    indicateur = ligne.indicateur
    return balise(
        "th",
        balise(
            "details",
            balise(
                "summary",
                libelle(indicateur),
                balise("i", "i", aria_hidden="true"),
            ),
            balise("p", note(indicateur)),
        ),
        balise("small", tete(ligne, vue)),
        scope="row",
    )


def _cases(ligne: Ligne, vue: str, raisons: list[str]) -> list[Html]:
    dites = [dire(ligne, case, vue) for case in ligne.cases]
    plus_grand = max((abs(dite.poids) for dite in dites if not math.isnan(dite.poids)), default=0.0)
    return [_case(dite, dite.poids / (plus_grand or 1.0), raisons) for dite in dites]


def _case(dite: CaseDite, largeur: float, raisons: list[str]) -> Html:
    if dite.raison:
        if dite.raison not in raisons:
            raisons.append(dite.raison)
        renvoi = balise("sup", str(raisons.index(dite.raison) + 1))
        return balise("td", balise("em", dite.texte), renvoi, classe="rien", title=dite.raison)
    if not dite.connue:
        return balise("td", balise("em", dite.texte), classe="rien")
    if math.isnan(dite.poids):
        return balise("td", balise("b", dite.texte))
    classe = "moins" if largeur < 0 else "plus"
    return balise(
        "td",
        balise("b", dite.texte),
        balise("span", balise("i", classe=classe, style=f"width:{abs(largeur):.1%}"), aria_hidden="true"),
        *([balise("small", dite.precision)] if dite.precision else []),
    )
