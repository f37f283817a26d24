"""The views of a séance drawn for its deck: each place or selection on its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.cartes import carte_france, carte_region, carte_selection, carte_territoire, png
from exports.diaporama.communs import AGRANDIE, DPI
from exports.diaporama.seance import PLACE, VueDessinee
from francais import accorder

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from geo.atlas import Atlas
    from geo.indicateurs import Objet
    from geo.seance import Diapo

__all__ = ["vue_dessinee"]

PETITE = {
    "largeur_mm": PLACE.large / AGRANDIE,
    "hauteur_mm": PLACE.haut / AGRANDIE,
    "titre": False,
    "rapport": False,
}
"""A map that is enlarged on its slide, where its scale on paper would be false."""


def vue_dessinee(
    atlas: Atlas, diapo: Diapo, *, objet: Objet | None, millesime: int, projets: pd.DataFrame | None = None
) -> VueDessinee:
    """A view with its map, unless it has a chart.

    Args:
        atlas: The atlas.
        diapo: What the view says (`geo.seance.contenu.contenu`).
        objet: What it shows: France, a région or a territory; None for a selection.
        millesime: Year of the perimeters.
        projets: The projects of a selection (latitude, longitude, filiere); needed when there is no object.

    Raises:
        KeyError: There is no such place.
        ValueError: A view with a map has neither an object nor projects.
        DonneesIllisibles: The outlines cannot be read.
    """
    if diapo.graphique is not None:
        return VueDessinee(diapo=diapo)
    if objet is not None:
        figure = _lieu(atlas, objet, millesime)
    elif projets is not None:
        figure = carte_selection(
            projets,
            millesime=millesime,
            largeur_mm=PETITE["largeur_mm"],
            hauteur_mm=PETITE["hauteur_mm"],
            rapport=False,
        )
    else:
        raise ValueError("une vue montre un lieu ou une sélection de projets")
    detail = diapo.sous_titre if objet else accorder(len(projets if projets is not None else ()), "projet")
    return VueDessinee(diapo=diapo, carte=png(figure, DPI), alternative=f"Carte : {diapo.titre}, {detail}.")


def _lieu(atlas: Atlas, objet: Objet, millesime: int) -> Figure:
    if objet.sorte == "region":
        return carte_region(atlas, code=objet.code, millesime=millesime, **PETITE)  # type: ignore[arg-type]
    if objet.sorte == "ti":
        return carte_territoire(atlas, id_ti=objet.code, millesime=millesime, **PETITE)  # type: ignore[arg-type]
    return carte_france(atlas, millesime=millesime, **PETITE)  # type: ignore[arg-type]
