"""Where browsers find the communes of a territory: one list a département, made with the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.couches import magasin
from geo.millesimes import colonne_ti
from memoire import garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["listes_des_communes"]

PAGE: Final = "./app/static/couches"
"""Folder of the layers, from a page."""

GARDES: Final = 700
"""Territories that the server keeps: more than those of the four millésimes."""


@garde(taille=GARDES)
def listes_des_communes(atlas: Atlas, id_ti: str, millesime: int) -> tuple[str, ...]:
    """Addresses of the lists that hold the communes of a territory (`data.couches.contenus.membres`)."""
    index = magasin.index()
    siennes = atlas.communes[atlas.communes[colonne_ti(millesime)] == id_ti]
    return tuple(
        f"{PAGE}/{index[f'membres-{departement}'].fichier}"
        for departement in sorted(siennes["departement"].unique())
    )
