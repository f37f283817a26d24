"""The names that a map carries: towns, groupements, territories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exports.cartes.contours import placer
from exports.cartes.etiquettes import Etiquette, couper
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Cadre

__all__ = ["groupements", "surfaces", "villes"]

_SIGLE: Final = re.compile(
    r"^(CC|CA|CU|CU d[e']|EPT)\s+(?:d[ue]s?\s+|d['’]|de la\s+|de l['’]|la\s+|le\s+|les\s+)?"
)


def villes(
    cadre: Cadre, communes: pd.DataFrame, lieu: Lieu, *, combien: int, taille: float = 7.5
) -> Iterator[Etiquette]:
    """The most populated communes, each with a small square.

    Args:
        cadre: Where the squares are drawn.
        communes: Rows of the table of communes, places known.
        lieu: Where the frame is.
        combien: At most.
        taille: Points.
    """
    grandes = communes.dropna(subset=["latitude", "longitude"])
    grandes = grandes.sort_values(["population", "code"], ascending=[False, True]).head(combien)
    for rang, point in placer(grandes, lieu).items():
        cadre.axe.plot(
            [point.x],
            [point.y],
            marker="s",
            markersize=2.4,
            color=COULEURS["texte"],
            markeredgewidth=0,
            zorder=7,
        )
        yield Etiquette(
            x=point.x,
            y=point.y,
            texte=str(grandes.loc[rang, "nom"]),
            taille=taille,
            graisse="demi",
            marque=True,
        )


def groupements(table: pd.DataFrame, formes: gpd.GeoDataFrame) -> Iterator[Etiquette]:
    """The names of the groupements, without their acronym, on their surfaces.

    Args:
        table: Columns siren, libelle, the most important first.
        formes: Outlines by SIREN.
    """
    for siren, libelle in zip(table["siren"], table["libelle"], strict=True):
        if siren in formes.index:
            nom = _SIGLE.sub("", libelle).strip()
            yield _sur(
                formes.loc[siren, "geometry"], nom[:1].upper() + nom[1:], COULEURS["encre"], 6.8, "italique"
            )


def surfaces(
    noms: dict[str, str], formes: gpd.GeoDataFrame, *, taille: float, couleur: str
) -> Iterator[Etiquette]:
    """Names on their surfaces, in the order given."""
    for code, nom in noms.items():
        if code in formes.index:
            yield _sur(formes.loc[code, "geometry"], nom.strip(), couleur, taille, "demi")


def _sur(forme: BaseGeometry, nom: str, couleur: str, taille: float, graisse: str) -> Etiquette:
    point = forme.representative_point()
    return Etiquette(
        x=point.x,
        y=point.y,
        texte=couper(nom),
        taille=taille,
        couleur=couleur,
        graisse=graisse,  # type: ignore[arg-type]
        forme=forme,
    )
