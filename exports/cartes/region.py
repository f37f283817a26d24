"""The map of a région: its territories named, its projects, what lies around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.cartes import noms
from exports.cartes.contours import LIEUX, couche, lieu_de
from exports.cartes.etiquettes import poser, semer
from exports.cartes.fond import placer_encart, remplir, situer, terrain
from exports.cartes.legende import Entree
from exports.cartes.marques import marquer
from exports.cartes.page import SOURCE, Habillage, habiller
from exports.cartes.territoire import legende_des_projets
from exports.cartes.toile import ECHELLE, cadre, echelle, ecrire, feuille
from exports.cartes.tour import a_son_tour
from geo.atlas import OM
from geo.contours import couche_ti
from geo.millesimes import MILLESIMES
from geo.territoires import regions
from theme import COULEURS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Emprise
    from geo.atlas import Atlas

__all__ = ["carte_region"]


@a_son_tour
def carte_region(  # noqa: PLR0913  what is drawn, and on how much paper
    atlas: Atlas,
    *,
    code: str,
    millesime: int,
    largeur_mm: float = 180.0,
    hauteur_mm: float = 150.0,
    titre: bool = True,
    rapport: bool = True,
) -> Figure:
    """The région, or the five overseas ones side by side.

    Args:
        atlas: The atlas.
        code: Code of the région, or « OM ».
        millesime: Year of the perimeters.
        largeur_mm: Width on paper.
        hauteur_mm: Height on paper.
        titre: Whether the picture carries its title and its source.
        rapport: Whether it says its scale on paper; it is false once the picture is enlarged.

    Raises:
        KeyError: There is no such région.
        DonneesIllisibles: The outlines cannot be read.
    """
    nom = regions.noms(atlas)[code]
    territoires = regions.territoires_de(atlas, code, millesime).sort_values("population", ascending=False)
    projets = regions.projets_de(atlas, code)
    habillage = Habillage(
        titre=nom if titre else "",
        precision=f"Territoires d’industrie · {MILLESIMES[millesime].libelle}",
        entrees=[
            Entree(texte="Territoires de la région", couleur=COULEURS["territoire"]),
            *legende_des_projets(projets),
        ],
        source=SOURCE if titre else "",
    )
    figure, boite = habiller(largeur_mm, hauteur_mm, habillage)
    if code == OM:
        _outre_mer(figure, boite, territoires, projets, millesime, rapport=rapport)
        return figure
    lieu = lieu_de(code)
    forme = couche("regions", lieu).loc[[code]]
    encart = None if lieu.region else placer_encart(boite, forme, marge=0.04)
    grand = cadre(figure, boite, tuple(forme.total_bounds), marge=encart.marge if encart else 0.04)
    if encart:
        situer(figure, boite, encart, lieu, forme)
    terrain(grand, lieu, millesime)
    siens = couche(couche_ti(millesime), lieu)
    siens = siens[siens.index.isin(territoires["id_ti"])]
    remplir(
        grand, siens, facecolor=COULEURS["territoire"], edgecolor=COULEURS["encre"], linewidth=0.7, zorder=3.2
    )
    remplir(grand, forme, facecolor="none", edgecolor=COULEURS["encre"], linewidth=1.0, zorder=4)
    marques = marquer(grand, projets, lieu, taille=1.6, ecarter=False)
    libelles = dict(zip(territoires["id_ti"], territoires["lib_ti"], strict=True))
    etiquettes = noms.surfaces(libelles, siens, taille=6.6, couleur=COULEURS["encre"])
    fixes = (ECHELLE, encart.boite) if encart else (ECHELLE,)
    poser(grand, etiquettes, fixes, marques, semer(siens.geometry, grand))
    echelle(grand, rapport=rapport)
    return figure


def _outre_mer(  # noqa: PLR0913  the sheet, and what is in it
    figure: Figure,
    boite: Emprise,
    territoires: pd.DataFrame,
    projets: pd.DataFrame,
    millesime: int,
    *,
    rapport: bool,
) -> None:
    """Five frames on two lines, each at its own stated scale."""
    gauche, bas, large, haut = boite
    cases = [(0, 1), (1, 1), (2, 1), (0, 0), (1, 0)]
    for lieu, (colonne, ligne) in zip(LIEUX, cases, strict=True):
        case = (gauche + colonne * large / 3, bas + ligne * haut / 2, large / 3 - 1.5, haut / 2 - 1.5)
        _ile(figure, case, lieu, territoires, projets, millesime, rapport=rapport)


def _ile(  # noqa: PLR0917, PLR0913  one frame and what is in it
    figure: Figure,
    case: Emprise,
    lieu: Lieu,
    territoires: pd.DataFrame,
    projets: pd.DataFrame,
    millesime: int,
    *,
    rapport: bool,
) -> None:
    petit = cadre(figure, case, tuple(couche("regions", lieu).loc[[lieu.region]].total_bounds), marge=0.16)
    terrain(petit, lieu, millesime)
    siens = couche(couche_ti(millesime), lieu)
    siens = siens[siens.index.isin(territoires["id_ti"])]
    remplir(
        petit, siens, facecolor=COULEURS["territoire"], edgecolor=COULEURS["encre"], linewidth=0.7, zorder=3.2
    )
    marquer(petit, projets, lieu, taille=1.6, ecarter=False)
    echelle(petit, largeur=16, rapport=rapport)
    ecrire(
        feuille(figure, case),
        2,
        case[3] - 2,
        lieu.nom,
        taille=8,
        graisse="demi",
        couleur=COULEURS["encre"],
        va="top",
    )
