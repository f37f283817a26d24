"""The map of a selection of projects: where in France they are, in the colours and shapes of the families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.cartes.contours import couche
from exports.cartes.fond import remplir
from exports.cartes.france import cadres_de_france
from exports.cartes.legende import Entree
from exports.cartes.marques import cerner, marquer
from exports.cartes.page import SOURCE, Habillage, habiller
from exports.cartes.territoire import legende_des_projets
from exports.cartes.tour import a_son_tour
from geo.contours import couche_ti
from geo.millesimes import MILLESIMES
from theme import COULEURS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["carte_selection"]


@a_son_tour
def carte_selection(  # noqa: PLR0913  what is drawn, and on how much paper
    projets: pd.DataFrame,
    *,
    millesime: int,
    titre: str = "",
    largeur_mm: float = 180.0,
    hauteur_mm: float = 170.0,
    rapport: bool = True,
    miens: pd.Series | None = None,
) -> Figure:
    """Some projects over the territories of a millésime.

    Args:
        projets: Columns latitude, longitude, filiere; a project without a place is counted in the legend.
        millesime: Year of the perimeters.
        titre: Title of the picture; without one it carries no source either.
        largeur_mm: Width on paper.
        hauteur_mm: Height on paper.
        miens: Which rows are the reader's own, ringed; None for none.
        rapport: Whether it says its scales on paper; they are false once the picture is enlarged.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    cernes = projets.iloc[:0] if miens is None else projets[miens]
    siens = [Entree(texte="Mes projets : cernés", couleur=COULEURS["encre"], forme="cerne")]
    habillage = Habillage(
        titre=titre,
        precision=MILLESIMES[millesime].libelle,
        entrees=[
            Entree(texte="Territoires d’industrie", couleur=COULEURS["territoire"]),
            *legende_des_projets(projets),
            *(siens if len(cernes) else ()),
        ],
        source=SOURCE if titre else "",
    )
    figure, boite = habiller(largeur_mm, hauteur_mm, habillage)
    for cadre, lieu in cadres_de_france(figure, boite, rapport=rapport):
        regions = couche("regions", lieu, fins=bool(lieu.region))
        remplir(cadre, regions, facecolor=COULEURS["terre"], edgecolor="none", zorder=1)
        formes = couche(couche_ti(millesime), lieu, fins=bool(lieu.region))
        remplir(cadre, formes, facecolor=COULEURS["territoire"], edgecolor="#ffffff", linewidth=0.4, zorder=2)
        remplir(cadre, regions, facecolor="none", edgecolor="#8f8879", linewidth=0.6, zorder=4)
        marquer(cadre, projets, lieu, taille=1.5, ecarter=False)
        cerner(cadre, cernes, lieu, taille=1.5)
    return figure
