"""The projects on a map: colour and shape of their family of filières, side by side where they meet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pandas as pd

from exports.cartes.contours import placer
from theme import COULEURS, FAMILLES

if TYPE_CHECKING:
    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Cadre
    from theme import Famille

__all__ = ["FORMES", "GRANDS", "cerner", "famille_de", "familles_presentes", "marquer"]

FORMES: Final = {
    "cercle": "o",
    "triangle": "^",
    "carre": "s",
    "losange": "D",
    "etoile": "*",
    "hexagone": "h",
    "pointe": "v",
    "croix": "P",
}
"""Shape of `theme.Famille` -> marker of matplotlib."""

GRANDS: Final = frozenset({"etoile"})
"""Shapes that are drawn larger to weigh as much as the others."""

ANGLE_D_OR: Final = math.pi * (3 - math.sqrt(5))


def famille_de(filiere: object) -> Famille:
    """The family of a published filière; the last one takes the unknown."""
    return next((famille for famille in FAMILLES if filiere in famille.filieres), FAMILLES[-1])


def familles_presentes(projets: pd.DataFrame) -> list[tuple[Famille, int]]:
    """The families of some projects with their number of rows, in the order of `theme.FAMILLES`."""
    compte = projets["filiere"].map(lambda filiere: famille_de(filiere).libelle).value_counts()
    return [(f, int(compte[f.libelle])) for f in FAMILLES if f.libelle in compte.index]


def marquer(
    cadre: Cadre, projets: pd.DataFrame, lieu: Lieu, *, taille: float = 1.9, ecarter: bool = True
) -> list[tuple[float, float, float, float]]:
    """Draw projects.

    Args:
        cadre: The frame.
        projets: Columns latitude, longitude, filiere; a project without a place is left out.
        lieu: Where the frame is.
        taille: Millimetres across.
        ecarter: Whether the projects of one place stand side by side, as the seeds of a sunflower.

    Returns:
        A box for each place, in millimetres from the lower left corner of the frame, for names to keep off.
    """
    places = projets.dropna(subset=["latitude", "longitude"])
    points = placer(places, lieu)
    if points.empty:
        return []
    dessin = pd.DataFrame({"x": points.x, "y": points.y})
    dessin["famille"] = places.loc[points.index, "filiere"].map(lambda f: famille_de(f).libelle)
    par_lieu = dessin.groupby([dessin["x"].round(0), dessin["y"].round(0)])
    rang = par_lieu.cumcount() if ecarter else 0 * par_lieu.cumcount()
    combien = par_lieu["x"].transform("size")
    rayon = taille * 0.62 * (rang.where(combien > 1, 0) + 0.35 * (combien > 1)) ** 0.5
    angle = rang * ANGLE_D_OR
    dessin["x"] += rayon * angle.map(math.cos) * cadre.m_par_mm * ecarter
    dessin["y"] += rayon * angle.map(math.sin) * cadre.m_par_mm * ecarter
    for famille in FAMILLES:
        siens = dessin[dessin["famille"] == famille.libelle]
        grandeur = taille * (1.45 if famille.forme in GRANDS else 1.0) / 25.4 * 72
        cadre.axe.scatter(
            siens["x"],
            siens["y"],
            s=grandeur**2,
            marker=FORMES[famille.forme],
            c=famille.couleur,
            edgecolors="#ffffff",
            linewidths=0.35,
            zorder=6,
        )
    return _boites(cadre, dessin, taille)


def cerner(cadre: Cadre, projets: pd.DataFrame, lieu: Lieu, *, taille: float = 1.9) -> None:
    """Ring projects: a dark circle a little away from their mark, on a light one; it reads in grey.

    Args:
        cadre: The frame.
        projets: Columns latitude, longitude; a project without a place is left out.
        lieu: Where the frame is.
        taille: Millimetres across their marks.
    """
    points = placer(projets.dropna(subset=["latitude", "longitude"]), lieu)
    if points.empty:
        return
    grandeur = 2 * taille / 25.4 * 72
    for couleur, trait in (("#ffffff", 1.8), (COULEURS["encre"], 0.8)):
        cadre.axe.scatter(
            points.x,
            points.y,
            s=grandeur**2,
            marker="o",
            facecolors="none",
            edgecolors=couleur,
            linewidths=trait,
            zorder=5.5,
        )


def _boites(cadre: Cadre, dessin: pd.DataFrame, taille: float) -> list[tuple[float, float, float, float]]:
    x = (dessin["x"] - cadre.axe.get_xlim()[0]) / cadre.m_par_mm
    y = (dessin["y"] - cadre.axe.get_ylim()[0]) / cadre.m_par_mm
    demi = taille / 2
    return [(a - demi, b - demi, a + demi, b + demi) for a, b in zip(x, y, strict=True)]
