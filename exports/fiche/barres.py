"""The bars of the A4 sheet: projects by filière and by nature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from francais import accorder, nombre
from geo.filtre import NATURES
from geo.profils import repartition
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.fiche.page import Page

    Boite = tuple[float, float, float, float]

__all__ = ["filieres", "natures"]

MUETTE: Final = "Non renseignée"
"""A filière or a nature that the list leaves empty."""

ENTETE_BARRES: Final = 7.5

PAS_BARRES: Final = 6.4
"""Height of a name and its bar."""


def filieres(page: Page, table: pd.DataFrame, boite: Boite, incertains: str = "") -> float:
    """The projects by filière: names, bars and figures; what finds no room is said in one line.

    Args:
        page: The page.
        table: Rows of `projets`.
        boite: Left, top, width, height.
        incertains: How many of them may be elsewhere, in a few words.

    Returns:
        Where they end.
    """
    x, y, large, _ = boite
    page.titre_de(
        x,
        y,
        large,
        "Projets par filière",
        ", ".join(filter(None, (accorder(len(table), "projet"), incertains or "avril 2022"))),
    )
    if table.empty:
        rien = "Aucun projet de l’extrait d’avril 2022 de France Relance n’est ici."
        return y + 8 + page.bloc(x, y + 8, large, 12, rien, couleur=COULEURS["discret"], nom="filières")
    return _barres(page, repartition(table, "filiere"), boite, ("autre filière", "autres filières"), {})


def natures(page: Page, table: pd.DataFrame, boite: Boite) -> None:
    """What the money buys, when there is room for three bars at least."""
    x, y, large, haut = boite
    if table.empty or haut < ENTETE_BARRES + 3 * PAS_BARRES:
        return
    page.titre_de(x, y, large, "Ce que l’argent achète", "lecture des descriptions")
    _barres(page, repartition(table, "nature"), boite, ("autre nature", "autres natures"), NATURES)


def _barres(
    page: Page, lignes: pd.DataFrame, boite: Boite, autres: tuple[str, str], noms: Mapping[str, str]
) -> float:
    x, y, large, haut = boite
    place = int((haut - ENTETE_BARRES) // PAS_BARRES)
    montrees, cachees = _montrees(lignes, place)
    plus_grand = int(lignes["projets"].max())
    ici = y + ENTETE_BARRES - 0.5
    for ligne in montrees.to_dict("records"):
        nom = MUETTE if pd.isna(ligne["valeur"]) else str(ligne["valeur"])
        page.ligne(x, ici, large - 10, noms.get(nom, nom), taille=7.8, mini=0.75, nom="barres")
        page.ligne(x + large - 10, ici, 10, nombre(ligne["projets"]), taille=7.8, graisse="demi", aligne="R")
        page.aplat(x, ici + 3.7, large, 1.3, COULEURS["terre"])
        page.aplat(x, ici + 3.7, large * ligne["projets"] / plus_grand, 1.3, COULEURS["encre_claire"])
        ici += PAS_BARRES
    if len(cachees):
        combien = accorder(int(cachees["projets"].sum()), "projet")
        page.ligne(
            x,
            ici + 0.5,
            large,
            f"et {accorder(len(cachees), *autres)} ({combien})",
            taille=7.5,
            couleur=COULEURS["discret"],
            nom="barres",
        )
        ici += PAS_BARRES
    return ici


def _montrees(lignes: pd.DataFrame, place: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that are drawn, then those that are only counted: never the missing value."""
    if len(lignes) <= place:
        return lignes, lignes.iloc[:0]
    muette = lignes["valeur"].isna()
    dites = lignes[~muette]
    montrees = pd.concat([dites.head(place - 1 - int(muette.any())), lignes[muette]])
    return montrees, lignes.drop(montrees.index)
