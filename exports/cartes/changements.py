"""The map of what changed between two millésimes: the fills, counts and hatchings of the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from exports.cartes.contours import couche
from exports.cartes.fond import remplir
from exports.cartes.france import cadres_de_france
from exports.cartes.legende import Entree
from exports.cartes.page import Habillage, habiller
from exports.cartes.tour import a_son_tour
from geo.contours import couche_ti
from geo.millesimes import MILLESIMES
from geo.territoires import LEGENDES, SORTES, changements
from theme import CHANGEMENTS, COULEURS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Cadre
    from geo.atlas import Atlas

    Sortes = dict[str, str]

__all__ = ["carte_des_changements"]


@a_son_tour
def carte_des_changements(
    atlas: Atlas, *, millesime: int, autre: int, largeur_mm: float = 180.0, hauteur_mm: float = 170.0
) -> Figure:
    """The territories of a millésime by what happened to them since, or until, another one.

    Args:
        atlas: The atlas.
        millesime: Year of the perimeters that are filled.
        autre: Year of those that they are compared with: their outlines, and what is no more of them hatched.
        largeur_mm: Width on paper.
        hauteur_mm: Height on paper.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    presents, absents = _sortes(atlas, millesime, autre)
    apres = max(millesime, autre)
    entrees = [
        Entree(texte=f"{LEGENDES.get(s, s)} ({n})", couleur=CHANGEMENTS[s]) for s, n in _compter(presents)
    ]
    entrees += [
        Entree(texte=f"{s} en {apres} ({n})", couleur=COULEURS["carte"], bord=CHANGEMENTS[s], forme="lacune")
        for s, n in _compter(absents)
    ]
    entrees.append(Entree(texte=f"contours de {autre}", couleur=COULEURS["texte"], forme="trait"))
    habillage = Habillage(
        titre=f"Ce qui a changé par rapport à {autre}",
        precision=f"Territoires d’industrie · {MILLESIMES[millesime].libelle}",
        entrees=entrees,
    )
    figure, boite = habiller(largeur_mm, hauteur_mm, habillage)
    for cadre, lieu in cadres_de_france(figure, boite):
        _dessiner(cadre, lieu, (millesime, presents), (autre, absents))
    return figure


def _sortes(atlas: Atlas, millesime: int, autre: int) -> tuple[Sortes, Sortes]:
    """What happened to each territory of a millésime, and to those of the other with nothing left in it."""
    avant, apres = sorted((millesime, autre))
    ici, ailleurs = ("id_apres", "id_avant") if millesime == apres else ("id_avant", "id_apres")
    lignes = changements(atlas, avant=avant, apres=apres).to_dict("records")
    presents = {i: ligne["sorte"] for ligne in lignes for i in ligne[ici].split(",") if i}
    absents = {
        i: ligne["sorte"] for ligne in lignes if not ligne[ici] for i in ligne[ailleurs].split(",") if i
    }
    return presents, absents


def _compter(sortes: Sortes) -> list[tuple[str, int]]:
    comptes = Counter(sortes.values())
    return [(sorte, comptes[sorte]) for sorte in SORTES if comptes[sorte]]


def _dessiner(cadre: Cadre, lieu: Lieu, pleins: tuple[int, Sortes], hachures: tuple[int, Sortes]) -> None:
    fins = bool(lieu.region)
    regions = couche("regions", lieu, fins=fins)
    if lieu.region:
        regions = regions.loc[[lieu.region]]
    remplir(cadre, regions, facecolor=COULEURS["terre"], edgecolor="none", zorder=1)
    for (annee, sortes), hachure in ((pleins, None), (hachures, "//////")):
        formes = couche(couche_ti(annee), lieu, fins=fins)
        for sorte, _ in _compter(sortes):
            siennes = formes[formes.index.isin([i for i, s in sortes.items() if s == sorte])]
            style = (
                {"facecolor": "none", "edgecolor": CHANGEMENTS[sorte], "hatch": hachure, "zorder": 2.5}
                if hachure
                else {"facecolor": CHANGEMENTS[sorte], "edgecolor": "#ffffff", "zorder": 2}
            )
            remplir(cadre, siennes, linewidth=0.4, **style)
    contours = couche(couche_ti(hachures[0]), lieu, fins=fins)
    remplir(cadre, contours, facecolor="none", edgecolor=COULEURS["texte"], linewidth=0.4, zorder=3)
    remplir(cadre, regions, facecolor="none", edgecolor="#8f8879", linewidth=0.6, zorder=4)
