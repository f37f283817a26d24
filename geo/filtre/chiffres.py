"""The figures of a selection: projects, enterprises, announced jobs, share in a territory.

An enterprise is its valid SIREN, else its name without accents, capitals and punctuation (as in
`geo.recherche.entrees`). Jobs that several rows state are counted once, at the largest number among the rows
of the selection (as in `geo.projets.doublons`). The share in a territory is that of the projects whose
commune is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.filtre.preparation import INCONNU
from geo.millesimes import MILLESIME_PAR_DEFAUT, colonne_ti

if TYPE_CHECKING:
    import numpy.typing as npt

    from geo.filtre.preparation import Preparee

__all__ = ["Chiffres", "chiffres"]


@dataclass(frozen=True, kw_only=True)
class Chiffres:
    """What a selection of projects amounts to.

    Attributes:
        projets: Projects (rows).
        entreprises: Different enterprises.
        sans_entreprise: Projects that name no enterprise.
        emplois: Announced jobs, each counted once.
        emplois_renseignes: Projects that state a number of jobs; the others are unknown, not zero.
        dans_ti: Projects in a territory of the millésime.
        places: Projects whose commune is known.
    """

    projets: int
    entreprises: int
    sans_entreprise: int
    emplois: int
    emplois_renseignes: int
    dans_ti: int
    places: int

    @property
    def part_ti(self) -> float | None:
        """Share in a territory among the placed projects, in %; None when none is placed."""
        return 100 * self.dans_ti / self.places if self.places else None


def chiffres(
    preparee: Preparee, masque: npt.NDArray[np.bool_], millesime: int = MILLESIME_PAR_DEFAUT
) -> Chiffres:
    """The figures of the kept projects.

    Args:
        preparee: The projects.
        masque: Those that are kept (`geo.filtre.selection`).
        millesime: Year of the perimeters.
    """
    noms = preparee.entreprises[masque]
    nommes = noms[noms != INCONNU]
    porteurs = preparee.porteurs[masque[preparee.porteurs]]
    return Chiffres(
        projets=len(noms),
        entreprises=_differents(nommes),
        sans_entreprise=len(noms) - len(nommes),
        emplois=_emplois(preparee, porteurs),
        emplois_renseignes=len(porteurs),
        dans_ti=int(np.count_nonzero(preparee.codes[colonne_ti(millesime)].dits & masque)),
        places=int(np.count_nonzero(preparee.places & masque)),
    )


def _differents(numeros: npt.NDArray[np.int32]) -> int:
    vus = np.zeros(int(numeros.max()) + 1 if len(numeros) else 0, dtype=np.bool_)
    vus[numeros] = True
    return int(np.count_nonzero(vus))


def _emplois(preparee: Preparee, porteurs: npt.NDArray[np.int64]) -> int:
    """Jobs of some rows, fewest first: the last one written for a group is the largest."""
    groupes = preparee.groupes[porteurs]
    par_groupe = np.zeros(int(groupes.max()) + 1 if len(groupes) else 0, dtype=np.int64)
    par_groupe[groupes] = preparee.emplois[porteurs]
    return int(par_groupe.sum())
