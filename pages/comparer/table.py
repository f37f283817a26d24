"""The table of a comparison: one indicator a row, one object a column, a bar and a label in each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html import RIEN, balise, joindre
from geo.fiche import dire, libelle, tete
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
    noms = [nom_objet(atlas, objet, millesime=millesime).strip() for objet in objets]
    tetes = [balise("th", "Indicateur", scope="col", role="columnheader")]
    tetes += [
        balise("th", nom, balise("small", SORTES[objet.sorte]), scope="col", role="columnheader")
        for nom, objet in zip(noms, objets, strict=True)
    ]
    corps = [_rangee(_nom(ligne, vue), *_cases(ligne, vue, noms, raisons)) for ligne in lignes]
    titre = balise("caption", "Les indicateurs côte à côte", classe="atlas-lecteurs")
    tableau = balise(
        "table",
        titre,
        balise("thead", _rangee(*tetes), role="rowgroup"),
        balise("tbody", *corps, role="rowgroup"),
        role="table",
    )
    notes = joindre(balise("li", raison[0].upper() + raison[1:] + ".") for raison in raisons)
    legende = balise("p", DERRIERE, classe="atlas-comparer-legende") if vue == "rangs" else RIEN
    return (
        legende
        + balise(
            "div", tableau, classe="atlas-comparer", tabindex="0", role="region", aria_label="Comparaison"
        )
        + (balise("ol", notes, classe="atlas-comparer-notes") if notes else RIEN)
    )


def _rangee(*cases: Html) -> Html:
    """A row; its roles are said, since the sheet lays it out as a card on a phone."""
    return balise("tr", *cases, role="row")


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
            balise("p", data_i=indicateur.cle),
        ),
        balise("small", tete(ligne, vue)),
        scope="row",
        role="rowheader",
    )


def _cases(ligne: Ligne, vue: str, noms: Sequence[str], raisons: list[str]) -> list[Html]:
    dites = [dire(ligne, case, vue) for case in ligne.cases]
    plus_grand = max((abs(dite.poids) for dite in dites if not math.isnan(dite.poids)), default=0.0)
    return [
        balise(
            "td",
            *_case(dite, dite.poids / (plus_grand or 1.0), raisons),
            data_nom=nom,
            role="cell",
            **_absence(dite),
        )
        for nom, dite in zip(noms, dites, strict=True)
    ]


def _absence(dite: CaseDite) -> dict[str, str]:
    """What marks a cell without a figure."""
    if dite.raison:
        return {"classe": "rien", "title": dite.raison}
    return {} if dite.connue else {"classe": "rien"}


def _case(dite: CaseDite, largeur: float, raisons: list[str]) -> tuple[Html, ...]:
    """What a cell holds."""
    if dite.raison:
        if dite.raison not in raisons:
            raisons.append(dite.raison)
        return balise("em", dite.texte), balise("sup", str(raisons.index(dite.raison) + 1))
    if not dite.connue:
        return (balise("em", dite.texte),)
    if math.isnan(dite.poids):
        return (balise("b", dite.texte),)
    classe = "moins" if largeur < 0 else "plus"
    barre = balise("i", classe=classe, style=f"width:{abs(largeur):.1%}")
    precision = (balise("small", dite.precision),) if dite.precision else ()
    return balise("b", dite.texte), balise("span", barre, aria_hidden="true"), *precision
