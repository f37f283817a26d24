"""The figures of a selection: projects, enterprises, announced jobs, share in a territory.

An enterprise is its valid SIREN, else its name without accents, capitals and punctuation (as in
`geo.recherche.entrees`). Jobs that several rows state are counted once, at the largest number among the rows
of the selection (as in `geo.projets.doublons`). The share in a territory is that of the projects whose
commune is known.

The page « Projets » holds more than the extract that every other page counts: what comes from elsewhere is
said beside each figure, so that both totals can be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from francais import liste, nombre
from geo.filtre.preparation import INCONNU
from geo.millesimes import MILLESIME_PAR_DEFAUT, colonne_ti

if TYPE_CHECKING:
    import numpy.typing as npt

    from geo.filtre.preparation import Preparee

__all__ = ["Ajout", "Chiffres", "chiffres"]

DITES: Final = {"inspirant": "du Point d’étape", "liste": "ajoutés par votre liste"}
"""Sources that the extract of April 2022 is not, as they are said after a number."""


class Ajout(NamedTuple):
    """What a source beside the extract brings to a selection: projects, jobs, projects in a territory."""

    source: str
    projets: int
    emplois: int
    dans_ti: int


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
        ajouts: What comes from other sources than the extract, and is in the figures above.
    """

    projets: int
    entreprises: int
    sans_entreprise: int
    emplois: int
    emplois_renseignes: int
    dans_ti: int
    places: int
    ajouts: tuple[Ajout, ...] = ()

    def dont(self, quoi: Literal["projets", "emplois", "dans_ti"]) -> str:
        """How much of a figure is not of the extract, « dont 4 du Point d’étape »; empty for none."""
        combien = {ajout.source: getattr(ajout, quoi) for ajout in self.ajouts}
        parts = [f"{nombre(n)} {DITES[source]}" for source, n in combien.items() if n]
        return f"dont {liste(parts)}" if parts else ""

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
        ajouts=_ajouts(preparee, masque, porteurs, millesime),
    )


def _ajouts(
    preparee: Preparee, masque: npt.NDArray[np.bool_], porteurs: npt.NDArray[np.int64], millesime: int
) -> tuple[Ajout, ...]:
    """What each source of `DITES` brings, in the order of the sources."""
    codes = preparee.codes["source"]
    dans = preparee.codes[colonne_ti(millesime)].dits
    ajouts = []
    for rang, source in enumerate(codes.valeurs):
        if source in DITES:
            siens = np.flatnonzero(masque & (codes.rangs == rang))
            ajouts.append(
                Ajout(
                    source=source,
                    projets=len(siens),
                    emplois=_emplois(preparee, porteurs[codes.rangs[porteurs] == rang]),
                    dans_ti=int(np.count_nonzero(dans[siens])),
                )
            )
    return tuple(ajouts)


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
