"""Territories whose industry is built alike: the nearest by what the atlas knows of their structure.

No source tells the jobs of a territory by sector. What it is built of is read from three figures: the share
of industry in its jobs, the number of its industrial establishments, and the filières of its projects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from geo.indicateurs import INDICATEURS, arrondir, valeurs
from geo.millesimes import MILLESIMES, colonne_ti
from memoire import garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

    Tableau = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["FORMULE_DU_PROFIL", "SEMBLABLES", "ecarts_de_profil", "semblables"]

SEMBLABLES: Final = 3
"""Territories of the same profile that are named."""

STRUCTURE: Final = ("part_industrie", "etablissements_industrie")
"""Indicators whose ranks are compared."""

PROJETS_MIN: Final = 10
"""Under this number of projects, the filières of a territory say too little to be compared."""

CONNUS_MIN: Final = 2
"""Gaps, of the three, that two territories must have in common."""

FORMULE_DU_PROFIL: Final = (
    "Même profil\u00a0: la moyenne de trois écarts, chacun divisé par l’écart médian entre deux "
    "territoires. Deux sont des écarts de rang\u00a0: part de l’industrie dans l’emploi, nombre "
    "d’établissements industriels. Le troisième est la part des projets qui n’ont pas les mêmes filières, à "
    "partir de 10 projets de part et d’autre. Il faut deux écarts connus. Aucune source ne donne l’emploi "
    "par secteur."
)
"""How profiles are compared, for whoever asks."""


def semblables(atlas: Atlas, id_ti: str, millesime: int, combien: int = SEMBLABLES) -> tuple[str, ...]:
    """Ids of the territories of the nearest profile, the nearest first, equal ones by id.

    Empty for a territory whose structure is too little known (`CONNUS_MIN`), and for an unknown one.
    """
    table = ecarts_de_profil(atlas, millesime)
    if id_ti not in table.index:
        return ()
    siens = table.loc[id_ti].drop(id_ti).dropna()
    return tuple(siens.sort_values(kind="stable").index[:combien])


@garde(taille=len(MILLESIMES))
def ecarts_de_profil(atlas: Atlas, millesime: int) -> pd.DataFrame:
    """How far the profiles of two territories are: 0 for the same, about 1 for two taken at random.

    Returns:
        One row and one column a territory, by id; NaN where fewer than `CONNUS_MIN` gaps are known.
    """
    ids = atlas.territoires_de(millesime)["id_ti"].tolist()
    ecarts = [_ecarts_de_rang(atlas, millesime, cle) for cle in STRUCTURE]
    pile = np.stack([_a_l_echelle(e) for e in (*ecarts, _ecarts_de_filieres(atlas, millesime, ids))])
    connus = np.isfinite(pile).sum(axis=0)
    moyenne = np.where(connus >= CONNUS_MIN, np.nansum(pile, axis=0) / np.maximum(connus, 1), np.nan)
    return pd.DataFrame(moyenne, index=ids, columns=ids)


def _ecarts_de_rang(atlas: Atlas, millesime: int, cle: str) -> Tableau:
    """Share of the places between two territories, by displayed figures; NaN without a figure."""
    lues = arrondir(valeurs(atlas, millesime=millesime, cle=cle)["valeur"], INDICATEURS[cle].decimales)
    rangs: Tableau = (lues.rank() / lues.count()).to_numpy(dtype="float64")
    ecarts: Tableau = np.abs(rangs[:, None] - rangs[None, :])
    return ecarts


def _ecarts_de_filieres(atlas: Atlas, millesime: int, ids: list[str]) -> Tableau:
    """Half of what the shares of the filières differ by: 0 for the same, 1 without one in common."""
    projets = atlas.projets[atlas.projets["filiere"].notna()]
    comptes = pd.crosstab(projets[colonne_ti(millesime)], projets["filiere"]).reindex(ids, fill_value=0)
    totaux = comptes.sum(axis=1)
    parts: Tableau = comptes.div(totaux.where(totaux >= PROJETS_MIN), axis=0).to_numpy(dtype="float64")
    ecarts: Tableau = np.abs(parts[:, None, :] - parts[None, :, :]).sum(axis=2) / 2
    return ecarts


def _a_l_echelle(ecarts: Tableau) -> Tableau:
    """Gaps in halves of pairs: those of the same unit whatever they measure."""
    paires = ecarts[np.triu_indices_from(ecarts, k=1)]
    connues = paires[np.isfinite(paires)]
    mediane = float(np.median(connues)) if connues.size else np.nan
    return ecarts / mediane if mediane else np.full_like(ecarts, np.nan)
