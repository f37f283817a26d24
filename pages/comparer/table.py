"""The table of a comparison: one indicator a row, one object a column, a bar and a label in each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html.texte import RIEN, balise, joindre
from exports.tables.comparaison import ECARTS
from francais import ESPACE_FINE, MOINS, NON_RENSEIGNE, liste, nombre, ordinal
from geo.atlas.assiettes import OM
from geo.indicateurs.objets import SORTES, nom_objet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.html.texte import Html
    from geo.atlas.atlas import Atlas
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.comparaison import Case, Ligne
    from geo.indicateurs.objets import Objet

__all__ = ["tracer"]

COLLEES: Final = frozenset({"%", "points"})
"""Units that stand in the cell; the others stand under the name of the indicator."""

ECART_DECIMALES: Final = 2
"""Decimals to which the bars of distances are drawn: what is written as zero has no bar."""

DERRIERE: Final = "Une barre pleine est celle du premier rang : elle dit combien sont classés derrière."
"""What the bars of ranks say."""

INFIME: Final = 0.01
"""A share in percent below which its figure would read as zero."""


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
    unite = ECARTS[ligne.ecart_en] if vue == "ecarts" else "rang, 1 = le plus haut" if vue == "rangs" else ""
    libelle = indicateur.libelle.replace(" 000", f"{ESPACE_FINE}000")
    annees = liste([str(annee) for annee in indicateur.annees])
    note = f"{indicateur.formule} Géographie : {indicateur.geographie}. Années : {annees}."
    return balise(
        "th",
        balise(
            "details",
            balise(
                "summary",
                libelle,
                balise("i", "i", aria_hidden="true"),
            ),
            balise("p", note),
        ),
        balise("small", unite or indicateur.unite),
        scope="row",
    )


def _cases(ligne: Ligne, vue: str, raisons: list[str]) -> list[Html]:
    poids = [_poids(case, vue) for case in ligne.cases]
    plus_grand = max((abs(p) for p in poids if not math.isnan(p)), default=0.0)
    return [_case(ligne, case, poids_case / (plus_grand or 1.0), vue, raisons)
            for case, poids_case in zip(ligne.cases, poids, strict=True)]  # fmt: skip


def _poids(case: Case, vue: str) -> float:
    """What the bar measures; a rank is drawn as the share of objects that stand behind."""
    if case.mesure is None or case.raison:
        return math.nan
    if vue == "ecarts":
        return round(case.ecart, ECART_DECIMALES)
    if vue == "valeurs":
        return case.mesure.valeur
    if case.mesure.rang is None or not case.mesure.classes:
        return math.nan
    return (case.mesure.classes - case.mesure.rang + 1) / case.mesure.classes


def _case(ligne: Ligne, case: Case, largeur: float, vue: str, raisons: list[str]) -> Html:
    raison = case.raison or (case.sans_ecart if vue == "ecarts" else "")
    if raison:
        if raison not in raisons:
            raisons.append(raison)
        texte = NON_RENSEIGNE if case.raison else "sans écart"
        renvoi = balise("sup", str(raisons.index(raison) + 1))
        return balise("td", balise("em", texte), renvoi, classe="rien", title=raison)
    if math.isnan(largeur):
        mot = "sans rang : la somme des régions d’outre-mer" if case.objet.code == OM else "sans rang"
        return balise("td", balise("em", mot), classe="rien")
    classe = "moins" if largeur < 0 else "plus"
    return balise(
        "td",
        balise("b", _texte(ligne, case, vue)),
        balise("span", balise("i", classe=classe, style=f"width:{abs(largeur):.1%}"), aria_hidden="true"),
    )


def _texte(ligne: Ligne, case: Case, vue: str) -> str:
    mesure = case.mesure
    assert mesure is not None
    if vue == "rangs":
        return f"{ordinal(mesure.rang or 0)} sur {nombre(mesure.classes or 0)}"
    if vue == "ecarts":
        nul = mesure.etat == "zéro" and ligne.ecart_en != "points"
        return "zéro ici" if nul else _ecart(ligne, case.ecart)
    return _valeur(ligne.indicateur, mesure.valeur)


def _valeur(indicateur: Indicateur, valeur: float) -> str:
    return nombre(valeur, indicateur.decimales, indicateur.unite if indicateur.unite in COLLEES else "")


def _ecart(ligne: Ligne, ecart: float) -> str:
    if ligne.ecart_en == "points":
        arrondi = round(ecart, ligne.indicateur.decimales)
        if not arrondi:
            return "comme la France"
        signe = "+ " if arrondi > 0 else f"{MOINS} " if arrondi < 0 else ""
        return f"{signe}{nombre(abs(arrondi), ligne.indicateur.decimales)}"
    if ligne.ecart_en == "fois":
        return f"× {nombre(ecart, 2)}"
    if 0 < ecart < INFIME:
        return f"moins de {nombre(INFIME, 2, '%')}"
    return nombre(ecart, 2 if 0 < ecart < 1 else 1, "%")
