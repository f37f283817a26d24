"""What the page « Région » reckons, once for all its readers: it depends on two codes and a year."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from components.adresses import FACE_A_LA_FRANCE
from geo.etape import FORMULES, FRANCE, PUBLIES, Encadre, assiette_regions, chiffres_de_region, encadres
from geo.filtre import bits
from geo.millesimes import colonne_ti
from geo.profils import RESTE, Profils, profils_de
from geo.territoires import noms, projets_ailleurs, projets_de
from memoire import garde

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas
    from geo.etape import ChiffreRegion

__all__ = [
    "Profils",
    "chiffres",
    "nom_du_reste",
    "nom_reference",
    "points",
    "profils",
    "projets_reference",
]

GARDES: Final = 400
"""Results that the server keeps: more than the régions by their references."""


def nom_reference(atlas: Atlas, reference: str) -> str:
    """What a reader calls the reference."""
    return noms(atlas)[reference] if reference != FACE_A_LA_FRANCE else "France"


def nom_du_reste(atlas: Atlas, reference: str) -> str:
    """What a reader calls the reference of the profiles: another région, or the rest of France."""
    return noms(atlas)[reference] if reference != FACE_A_LA_FRANCE else RESTE


def projets_reference(atlas: Atlas, code: str, reference: str) -> pd.DataFrame:
    """The projects that those of a région are compared with: another région's, or all the others'."""
    return projets_ailleurs(atlas, code) if reference == FACE_A_LA_FRANCE else projets_de(atlas, reference)


@garde(taille=GARDES)
def profils(atlas: Atlas, code: str, reference: str) -> Profils:
    """Every profile of a région."""
    return profils_de(projets_de(atlas, code), projets_reference(atlas, code, reference))


@garde(taille=GARDES)
def chiffres(
    atlas: Atlas, code: str, reference: str
) -> tuple[tuple[ChiffreRegion, ...], dict[str, Encadre], dict[str, tuple[Encadre, Encadre]]]:
    """The published figures of a région, those of the reference, and the ratios of both."""
    siens = chiffres_de_region(atlas, code)
    return siens, _publies(atlas, reference), _ratios(atlas, code, reference)


def _publies(atlas: Atlas, reference: str) -> dict[str, Encadre]:
    """Published figures of a région; of France, their sum when no line is missing."""
    if reference != FACE_A_LA_FRANCE:
        return {c.publie.cle: c.encadre for c in chiffres_de_region(atlas, reference)}
    assiette = assiette_regions(atlas)
    comptes = {cle: atlas.regions_2021[publie.colonne] for cle, publie in PUBLIES.items()}
    return {
        cle: encadres(assiette, FORMULES[cle])[FRANCE]
        if cle in FORMULES
        else Encadre.exact(math.nan if compte.isna().any() else float(compte.sum()))
        for cle, compte in comptes.items()
    }


def _ratios(atlas: Atlas, code: str, reference: str) -> dict[str, tuple[Encadre, Encadre]]:
    assiette = assiette_regions(atlas)
    inconnu = Encadre.exact(math.nan)
    trouves = {}
    for cle in (publie.ratio for publie in PUBLIES.values() if publie.ratio):
        valeurs = encadres(assiette, FORMULES[cle])
        trouves[cle] = (valeurs.get(code, inconnu), valeurs.get(reference or FRANCE, inconnu))
    return trouves


@garde(taille=GARDES)
def points(atlas: Atlas, code: str, millesime: int) -> tuple[str, str, int, int, int]:
    """The map of a région: bits of its projects, bits of those in a TI; how many in, out, and not placed."""
    projets = atlas.projets
    ici = projets.index.isin(projets_de(atlas, code).index)
    dedans = projets[colonne_ti(millesime)].notna().to_numpy()
    places = projets["code_commune"].notna().to_numpy()
    dans, hors = ici & dedans, ici & ~dedans & places
    return (
        bits(ici),
        bits(np.asarray(ici & dedans)),
        int(dans.sum()),
        int(hors.sum()),
        int((ici & ~dedans & ~places).sum()),
    )
