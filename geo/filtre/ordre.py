"""The order in which a selection of projects is shown or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from geo.filtre.facettes import FACETTE_DE
from geo.filtre.plein_texte import plier
from geo.filtre.preparation import INCONNU

if TYPE_CHECKING:
    import numpy.typing as npt

    from geo.filtre.filtre import Tri
    from geo.filtre.preparation import Preparee

__all__ = ["ordre"]

_TEXTES: Final = ("entreprise", "objet", "commune")
_NOMBRES: Final = {"date": "date", "emplois": "emplois_prevus", "montant": "montant_meur"}


def ordre(
    preparee: Preparee, masque: npt.NDArray[np.bool_], tri: Tri | None, millesime: int
) -> npt.NDArray[np.int64]:
    """Positions of the kept projects, in order.

    Names follow the alphabet, accents and capitals aside; facets follow the order of their lists (« Étude »
    comes before « Lauréat »); a project without a value is last in both directions; equals stay in the
    order of the table.

    Args:
        preparee: The projects.
        masque: Those that are kept (`geo.filtre.selection`).
        tri: The order; None for that of the table.
        millesime: Year of the perimeters, for an order by territory.
    """
    positions = np.flatnonzero(masque)
    if tri is None:
        return positions
    rangs = _rangs(preparee, tri.colonne, millesime)[positions]
    dits = rangs != INCONNU
    cles = np.where(dits, -rangs if tri.decroissant else rangs, np.iinfo(np.int32).max)
    return positions[np.argsort(cles, kind="stable")]


def _rangs(preparee: Preparee, colonne: str, millesime: int) -> npt.NDArray[np.int32]:
    """Rank of each row, `INCONNU` without a value; ranked once for each column."""
    facette = FACETTE_DE.get(colonne)
    nom = facette.colonne_de(millesime) if facette else colonne
    if nom not in preparee.rangs:
        preparee.rangs[nom] = _de_la_facette(preparee, nom) if facette else _de_la_colonne(preparee, nom)
    return preparee.rangs[nom]


def _de_la_facette(preparee: Preparee, colonne: str) -> npt.NDArray[np.int32]:
    codes = preparee.codes[colonne]
    return np.where(codes.dits, codes.rangs, INCONNU).astype(np.int32)


def _de_la_colonne(preparee: Preparee, nom: str) -> npt.NDArray[np.int32]:
    if nom in _TEXTES:
        plies = plier(preparee.table[nom]).to_pandas()
        valeurs = pd.Series(plies.where(plies != "").to_numpy(), dtype="str")
    else:
        valeurs = preparee.table[_NOMBRES[nom]]
    rangs: npt.NDArray[np.int32] = pd.factorize(valeurs, sort=True)[0].astype(np.int32)
    return rangs
