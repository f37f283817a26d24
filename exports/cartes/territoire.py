"""The map of one territory: its groupements, its towns, its projects, and where it is in France."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from exports.cartes import noms
from exports.cartes.contours import couche, lieu_de
from exports.cartes.etiquettes import poser, semer
from exports.cartes.fond import placer_encart, remplir, situer, terrain
from exports.cartes.legende import Entree
from exports.cartes.marques import familles_presentes, marquer
from exports.cartes.page import SOURCE, Habillage, habiller
from exports.cartes.toile import ECHELLE, MARGE, cadre, echelle
from exports.cartes.tour import a_son_tour
from francais import accorder
from geo.contours import couche_ti
from geo.millesimes import MILLESIMES, colonne_ti
from theme import COULEURS

if TYPE_CHECKING:
    import geopandas as gpd
    from matplotlib.figure import Figure

    from exports.cartes.contours import Lieu
    from geo.atlas import Atlas

__all__ = ["carte_territoire", "legende_des_projets"]

VILLES = 5
"""Towns that are named."""


@a_son_tour
def carte_territoire(  # noqa: PLR0913  what is drawn, and on how much paper
    atlas: Atlas,
    *,
    id_ti: str,
    millesime: int,
    largeur_mm: float = 180.0,
    hauteur_mm: float = 150.0,
    titre: bool = True,
    rapport: bool = True,
) -> Figure:
    """The territory on its neighbourhood.

    Args:
        atlas: The atlas.
        id_ti: A territory of the millésime.
        millesime: Year of the perimeter.
        largeur_mm: Width on paper.
        hauteur_mm: Height on paper.
        titre: Whether the picture carries its title and its source; a page has its own.
        rapport: Whether it says its scale on paper; it is false once the picture is enlarged.

    Raises:
        KeyError: The millésime has no such territory.
        DonneesIllisibles: The outlines cannot be read.
    """
    fiche = atlas.fiche(id_ti, millesime)
    if fiche is None:
        raise KeyError(id_ti)
    lieu = lieu_de(fiche.territoire["regions"].split(",")[0])
    forme = couche(couche_ti(millesime), lieu).loc[[id_ti]]
    habillage = Habillage(
        titre=fiche.territoire["lib_ti"].strip() if titre else "",
        precision=f"Territoire d’industrie · {MILLESIMES[millesime].libelle}",
        entrees=[
            Entree(texte="Le territoire", couleur=COULEURS["territoire"], bord=COULEURS["encre"]),
            Entree(texte="Autres territoires", couleur="#dde6ee", bord="#ffffff"),
            *legende_des_projets(fiche.projets),
        ],
        source=SOURCE if titre else "",
    )
    figure, boite = habiller(largeur_mm, hauteur_mm, habillage)
    encart = placer_encart(boite, forme, marge=MARGE)
    grand = cadre(figure, boite, tuple(forme.total_bounds), marge=encart.marge)
    terrain(grand, lieu, millesime)
    remplir(grand, forme, facecolor=COULEURS["territoire"], edgecolor="none", zorder=3.2)
    parties = _parties(lieu, fiche.groupements)
    remplir(grand, parties, facecolor="none", edgecolor="#ffffff", linewidth=0.9, zorder=3.5)
    remplir(grand, forme, facecolor="none", edgecolor=COULEURS["encre"], linewidth=1.5, zorder=4)
    situer(figure, boite, encart, lieu, forme)
    marques = marquer(grand, fiche.projets, lieu)
    communes = atlas.communes[atlas.communes[colonne_ti(millesime)] == id_ti]
    etiquettes = [*noms.villes(grand, communes, lieu, combien=VILLES)]
    if len(fiche.groupements) > 1:
        etiquettes += noms.groupements(fiche.groupements, parties)
    poser(grand, etiquettes, (encart.boite, ECHELLE), marques, semer(parties.geometry, grand))
    echelle(grand, rapport=rapport)
    return figure


def _parties(lieu: Lieu, groupements: pd.DataFrame) -> gpd.GeoDataFrame:
    """The outlines of the groupements, by SIREN."""
    formes = pd.concat([couche("epci", lieu), couche("groupements", lieu)])
    return formes[formes.index.isin(groupements["siren"])]


def legende_des_projets(projets: pd.DataFrame) -> list[Entree]:
    """One entry for each family of filières, with its number of projects; those without a place are told."""
    entrees = [
        Entree(texte=f"{famille.libelle} ({combien})", couleur=famille.couleur, forme=famille.forme)
        for famille, combien in familles_presentes(projets)
    ]
    sans_lieu = int(projets["latitude"].isna().sum())
    if sans_lieu:
        texte = f"dont {accorder(sans_lieu, 'projet')} sans lieu connu"
        entrees.append(Entree(texte=texte, couleur="#ffffff00", bord="#ffffff00"))
    return entrees
