"""Which projects a filter keeps, and how many each value of each facet would keep.

The count beside a value follows the *other* filters: what a reader would find by choosing that value, were
nothing else chosen in its facet. One pass does for all facets: a row counts in a facet when it passes every
condition, or fails that of this facet alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from geo.filtre.facettes import FACETTES, MANQUANT
from geo.filtre.plein_texte import mots, trouver
from geo.filtre.preparation import INCONNU, rang_du_mois
from geo.millesimes import colonne_ti

if TYPE_CHECKING:
    import numpy.typing as npt

    from geo.filtre.filtre import Filtre
    from geo.filtre.preparation import Codes, Preparee

    Masque = npt.NDArray[np.bool_]

__all__ = ["Selection", "facettes", "filtrer", "selectionner"]

_DANS: Final = "dans_ti"
_EMPLOIS: Final = "emplois"


@dataclass(frozen=True, kw_only=True, eq=False)
class Selection:
    """What a filter keeps.

    Attributes:
        masque: One boolean per row of the table.
        comptes: Word of the facet -> value -> number of projects under the other filters; a value that none
            has is left out. `dans_ti` counts « oui » and « non », `emplois` « renseigne ».
    """

    masque: Masque
    comptes: dict[str, dict[str, int]]


def filtrer(preparee: Preparee, filtre: Filtre) -> npt.NDArray[np.bool_]:
    """The projects that a filter keeps: one boolean per row of the table."""
    garde = _commun(preparee, filtre)
    for epreuve in _epreuves(preparee, filtre).values():
        garde &= epreuve
    return _texte(preparee, filtre, garde)


def facettes(preparee: Preparee, filtre: Filtre) -> dict[str, dict[str, int]]:
    """Word of the facet -> value -> number of projects under the other filters, as in `Selection`."""
    return selectionner(preparee, filtre).comptes


def selectionner(preparee: Preparee, filtre: Filtre, parmi: Masque | None = None) -> Selection:
    """The projects that a filter keeps, and the counts of every facet, in one go.

    Args:
        preparee: The projects.
        filtre: The filter.
        parmi: Those among which it chooses, one boolean per row; all of them by default.
    """
    epreuves = _epreuves(preparee, filtre)
    echecs = np.zeros(len(preparee), dtype=np.uint8)
    for epreuve in epreuves.values():
        echecs += ~epreuve
    commun = _commun(preparee, filtre) & (echecs <= 1)
    presque = _texte(preparee, filtre, commun if parmi is None else commun & parmi)
    masque = presque & (echecs == 0)
    retenus = np.flatnonzero(masque)
    comptes = {}
    for mot, codes in _comptes(preparee, filtre).items():
        ici = np.flatnonzero(masque | (presque & ~epreuves[mot])) if mot in epreuves else retenus
        comptes[mot] = _compter(codes, ici)
    return Selection(masque=masque, comptes=comptes)


def _epreuves(preparee: Preparee, filtre: Filtre) -> dict[str, Masque]:
    """Word of each facet that filters -> the rows that pass it."""
    epreuves = {}
    for facette in FACETTES:
        choisies = filtre.valeurs(facette.champ)
        if choisies:
            codes = preparee.codes_de(facette, filtre.millesime)
            voulus = np.array([v in choisies for v in (*codes.valeurs, MANQUANT)], dtype=np.bool_)
            epreuves[facette.mot] = voulus[codes.rangs]
    if filtre.dans_ti is not None:
        dedans = preparee.codes[colonne_ti(filtre.millesime)].dits
        epreuves[_DANS] = dedans if filtre.dans_ti else preparee.places & ~dedans
    if filtre.emplois_renseignes:
        epreuves[_EMPLOIS] = preparee.emplois != INCONNU
    return epreuves


def _commun(preparee: Preparee, filtre: Filtre) -> Masque:
    """The rows that pass what has no facet: the period, the bounds of jobs, the ticks."""
    garde = np.ones(len(preparee), dtype=np.bool_)
    if filtre.du:
        garde &= preparee.mois >= rang_du_mois(filtre.du)
    if filtre.au:
        garde &= (preparee.mois <= rang_du_mois(filtre.au)) & (preparee.mois != INCONNU)
    if filtre.emplois_min is not None:
        garde &= preparee.emplois >= filtre.emplois_min
    if filtre.emplois_max is not None:
        garde &= (preparee.emplois <= filtre.emplois_max) & (preparee.emplois != INCONNU)
    if filtre.choisis:
        garde &= preparee.table["id_projet"].isin(filtre.choisis.ids).to_numpy()
    return garde


def _texte(preparee: Preparee, filtre: Filtre, parmi: Masque) -> Masque:
    return trouver(preparee.textes, mots(filtre.texte), parmi) if filtre.texte else parmi


def _comptes(
    preparee: Preparee, filtre: Filtre
) -> dict[str, tuple[npt.NDArray[np.integer], tuple[str, ...]]]:
    """Word of each facet that is counted -> rank of each row, names of the ranks."""
    codes: dict[str, Codes] = {f.mot: preparee.codes_de(f, filtre.millesime) for f in FACETTES}
    comptes: dict[str, tuple[npt.NDArray[np.integer], tuple[str, ...]]] = {
        mot: (c.rangs, (*c.valeurs, MANQUANT)) for mot, c in codes.items()
    }
    dedans = preparee.codes[colonne_ti(filtre.millesime)].dits
    comptes[_DANS] = (np.where(preparee.places, 1 - dedans.view(np.uint8), 2), ("oui", "non"))
    comptes[_EMPLOIS] = ((preparee.emplois == INCONNU).view(np.uint8), ("renseigne",))
    return comptes


def _compter(
    codes: tuple[npt.NDArray[np.integer], tuple[str, ...]], ici: npt.NDArray[np.int64]
) -> dict[str, int]:
    rangs, noms = codes
    nombres = np.bincount(rangs[ici], minlength=len(noms)).tolist()
    return {nom: n for nom, n in zip(noms, nombres, strict=False) if n}
